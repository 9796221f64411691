using Npgsql;

namespace TipSom.Data.RowSecurity;

/// <summary>What the program does by itself, each with functions of the database of its own.</summary>
public enum ProgramWork
{
    /// <summary>Takes mails from the outbox.</summary>
    Mail,

    /// <summary>Tells people what is due, and clears away what has run out.</summary>
    Clocks,

    /// <summary>Reads names into the index in memory.</summary>
    Names,

    /// <summary>Has documents looked at by the virus scanner.</summary>
    Scans,

    /// <summary>Brings registers in.</summary>
    Imports,

    /// <summary>Finds out who somebody is.</summary>
    SignIn
}

/// <summary>
/// Asks the database as the program itself, which belongs to no account: each statement in a transaction of its own, under a context signed
/// for that work. A connection of the same role without the key gets nothing.
/// </summary>
public sealed class ProgramDatabase(NpgsqlDataSource database, AccessContext context)
{
    /// <summary>Longest a statement may take, where it is more than a request may.</summary>
    private const int LongestSeconds = 60;

    /// <summary>The one value of the one row.</summary>
    public async Task<T> AskAsync<T>(ProgramWork work, string sql, CancellationToken ct, params object?[] values) =>
        (await ListAsync(work, sql, row => row.GetFieldValue<T>(0), ct, values)).Single();

    /// <summary>Every row, as <paramref name="read"/> makes of it.</summary>
    public async Task<List<T>> ListAsync<T>(ProgramWork work, string sql, Func<NpgsqlDataReader, T> read, CancellationToken ct, params object?[] values)
    {
        // A batch is one transaction, which is what the context lasts for.
        await using var batch = database.CreateBatch();
        batch.Timeout = LongestSeconds;
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select set_config('tipsom.context', $1, true)"));
        batch.BatchCommands[0].Parameters.Add(new NpgsqlParameter { Value = context.Sign(work, TimeProvider.System.GetUtcNow()) });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(sql));
        foreach (var value in values)
            batch.BatchCommands[1].Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value ?? DBNull.Value });
        await using var row = await batch.ExecuteReaderAsync(ct);
        await row.NextResultAsync(ct);
        var rows = new List<T>();
        while (await row.ReadAsync(ct))
            rows.Add(read(row));
        return rows;
    }
}
