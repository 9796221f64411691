using Npgsql;

namespace TipSom.Data.Audit;

/// <summary>Signs the heads of all chains and appends them to the file of anchors.</summary>
public sealed class AuditAnchors(NpgsqlDataSource database, TimeProvider clock)
{
    // Portals that share a file write one after the other.
    private const long WritingAnchors = 7_215_402_163;

    /// <summary>Anchors what stands now. The line, and what it says.</summary>
    public async Task<(string Line, Anchor Anchor)> SignAsync(string keyFile, string anchorFile, CancellationToken ct)
    {
        using var key = SigningKey.ReadOwn(keyFile);
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var wait = new NpgsqlCommand("select pg_advisory_xact_lock($1)", connection) { Parameters = { new() { Value = WritingAnchors } } })
            await wait.ExecuteNonQueryAsync(ct);
        var heads = new List<ChainHead>();
        await using (var ask = new NpgsqlCommand("select chain, at_position, hash from audit.current_heads()", connection))
        await using (var row = await ask.ExecuteReaderAsync(ct))
        {
            while (await row.ReadAsync(ct))
                heads.Add(new ChainHead(row.GetGuid(0), row.GetInt64(1), Convert.ToHexStringLower(row.GetFieldValue<byte[]>(2))));
        }

        var anchor = new Anchor(clock.GetUtcNow(), Anchor.None, heads);
        var line = await AnchorFile.AppendAsync(anchorFile, previous => (anchor = anchor with { Previous = previous }).ToLine(key), ct);
        await transaction.CommitAsync(ct);
        return (line, anchor);
    }
}
