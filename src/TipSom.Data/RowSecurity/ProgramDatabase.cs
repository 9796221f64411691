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

    /// <summary>Makes files of figures.</summary>
    Downloads,

    /// <summary>Finds out who somebody is.</summary>
    SignIn,

    /// <summary>Counts the national figures.</summary>
    Counting
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
        await using var batch = Batch(work);
        batch.BatchCommands.Add(Command(sql, values));
        await using var row = await batch.ExecuteReaderAsync(ct);
        await row.NextResultAsync(ct);
        var rows = new List<T>();
        while (await row.ReadAsync(ct))
            rows.Add(read(row));
        return rows;
    }

    /// <summary>Changes rows. How many.</summary>
    public Task<int> RunAsync(ProgramWork work, string sql, CancellationToken ct, params object?[] values) =>
        RunLastAsync(Batch(work), Command(sql, values), ct);

    /// <summary>Changes rows while nobody else does who names the same: what is asked of them stays true. How many.</summary>
    public Task<int> RunAloneAsync(ProgramWork work, string alone, string sql, CancellationToken ct, params object?[] values)
    {
        var batch = Batch(work);
        batch.BatchCommands.Add(Command("select pg_advisory_xact_lock(hashtextextended($1, 0))", alone));
        return RunLastAsync(batch, Command(sql, values), ct);
    }

    private static async Task<int> RunLastAsync(NpgsqlBatch prepared, NpgsqlBatchCommand last, CancellationToken ct)
    {
        await using var batch = prepared;
        batch.BatchCommands.Add(last);
        await batch.ExecuteNonQueryAsync(ct);
        return (int)last.RecordsAffected;
    }

    // A batch is one transaction, which is what the context lasts for.
    private NpgsqlBatch Batch(ProgramWork work)
    {
        var batch = database.CreateBatch();
        batch.Timeout = LongestSeconds;
        batch.BatchCommands.Add(Command("select set_config('tipsom.context', $1, true)", context.Sign(work, TimeProvider.System.GetUtcNow())));
        return batch;
    }

    private static NpgsqlBatchCommand Command(string sql, params object?[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value ?? DBNull.Value });
        return command;
    }
}
