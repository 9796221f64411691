using System.Text.Json.Nodes;
using Npgsql;
using TipSom.Data.Identity;
using TipSom.Data.RowSecurity;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.RowSecurity;

/// <summary>A session with statements written by hand, in one transaction that is never committed unless a test says so.</summary>
internal sealed class PlainSql : IAsyncDisposable
{
    private static readonly AccessContext Context = new(TestKeys.Context);

    private readonly NpgsqlConnection connection;
    private NpgsqlTransaction transaction;

    private PlainSql(NpgsqlConnection connection, NpgsqlTransaction transaction) =>
        (this.connection, this.transaction) = (connection, transaction);

    /// <summary>As tipsom_app with the signed context of somebody; null: without any.</summary>
    public static async Task<PlainSql> AsAsync(TestDatabase database, User? user)
    {
        var session = await OpenAsync(database.AppConnectionString);
        if (user is not null)
            await session.ClaimAsync(SignedFor(user.Id));
        return session;
    }

    /// <summary>As tipsom_app with the signed context of the program's own work.</summary>
    public static async Task<PlainSql> AsProgramAsync(TestDatabase database, ProgramWork work)
    {
        var session = await OpenAsync(database.AppConnectionString);
        await session.ClaimAsync(SignedFor(work));
        return session;
    }

    /// <summary>As the owner, outside row security.</summary>
    public static Task<PlainSql> AsOwnerAsync(TestDatabase database) => OpenAsync(database.OwnerConnectionString);

    /// <summary>What the program would set for this account now.</summary>
    public static string SignedFor(Guid userId) => Context.Sign(userId, TimeProvider.System.GetUtcNow());

    /// <summary>The same for the program's own work.</summary>
    public static string SignedFor(ProgramWork work) => Context.Sign(work, TimeProvider.System.GetUtcNow());

    /// <summary>Sets the context of this transaction, whatever it is.</summary>
    public Task ClaimAsync(string context) => RunAsync("select set_config('tipsom.context', $1, true)", context);

    /// <summary>Tries a statement and takes it back.</summary>
    public async Task<Outcome> TryAsync(string sql, params object[] values)
    {
        await RunAsync("savepoint attempt");
        try
        {
            return new Outcome(await RunAsync(sql, values), "", "");
        }
        catch (PostgresException refused)
        {
            return new Outcome(0, refused.SqlState, refused.MessageText);
        }
        finally
        {
            await RunAsync("rollback to savepoint attempt");
        }
    }

    public async Task<int> RunAsync(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync();
    }

    public async Task<T> AskAsync<T>(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task<List<string>> ListAsync(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return lines;
    }

    /// <summary>A row as it stands, to be written again with a few fields changed.</summary>
    public async Task<JsonObject> RowAsync(string table, string where) =>
        JsonNode.Parse(await AskAsync<string>($"select to_jsonb(t)::text from {table} t where {where} limit 1"))!.AsObject();

    /// <summary>Commits, and begins anew without a context.</summary>
    public async Task CommitAsync()
    {
        await transaction.CommitAsync();
        transaction = await connection.BeginTransactionAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private static async Task<PlainSql> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        return new PlainSql(connection, await connection.BeginTransactionAsync());
    }

    private NpgsqlCommand Command(string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection, transaction);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}

/// <summary>What became of a statement.</summary>
/// <param name="Rows">Rows it touched; -1 for a query.</param>
/// <param name="State">SQLSTATE of the refusal, or empty.</param>
/// <param name="Message">The sentence of the refusal, or empty.</param>
internal sealed record Outcome(int Rows, string State, string Message)
{
    /// <summary>The privilege or the policy is missing.</summary>
    public const string NotAllowed = PostgresErrorCodes.InsufficientPrivilege;

    /// <summary>A rule of the product refuses, with a sentence for people.</summary>
    public const string RuleBroken = "TS001";
}

internal static class JsonRows
{
    /// <summary>The statement that writes the row, for <see cref="PlainSql.TryAsync"/> with <see cref="With"/>'s text as its value.</summary>
    public static string InsertInto(string table) =>
        $"insert into {table} select r.* from jsonb_populate_record(null::{table}, $1::jsonb) r";

    /// <summary>The row with some fields changed, as text.</summary>
    public static string With(this JsonObject row, params (string Field, object? Value)[] changes)
    {
        var changed = row.DeepClone().AsObject();
        foreach (var (field, value) in changes)
        {
            // A misspelt field would silently change nothing.
            Assert.True(changed.ContainsKey(field), field);
            changed[field] = value is null ? null : JsonValue.Create(value);
        }

        return changed.ToJsonString();
    }
}
