using Npgsql;

namespace TipSom.Data.Encryption;

/// <summary>The row that stands in the trail for all that one run changes in one table.</summary>
internal sealed class KeyRunEntry(Guid run, string table, string keyId)
{
    private readonly Guid id = Guid.CreateVersion7();
    private bool hasBegun;

    /// <summary>Written before the first change and before any lock: the trail of others is never waited for while a table is held.</summary>
    public async Task BeginAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        if (hasBegun)
            return;
        await using var begin = new NpgsqlCommand(
            "insert into identity.key_runs (id, run_id, table_name, key_id, records, began_at) values ($1, $2, $3, $4, 0, clock_timestamp())", owner)
        {
            Parameters = { new() { Value = id }, new() { Value = run }, new() { Value = table }, new() { Value = keyId } }
        };
        await begin.ExecuteNonQueryAsync(ct);
        hasBegun = true;
    }

    /// <summary>Counts what a batch changed, in its transaction.</summary>
    public async Task AddAsync(NpgsqlTransaction transaction, int records, CancellationToken ct)
    {
        await using var add = new NpgsqlCommand("update identity.key_runs set records = records + $2 where id = $1", transaction.Connection, transaction)
        {
            Parameters = { new() { Value = id }, new() { Value = records } }
        };
        await add.ExecuteNonQueryAsync(ct);
    }
}
