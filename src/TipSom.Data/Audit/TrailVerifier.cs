using System.Data;
using System.Security.Cryptography;
using Npgsql;

namespace TipSom.Data.Audit;

/// <summary>What was found of one chain.</summary>
/// <param name="Chain">The agency, or zero for acts of nobody and of maintenance.</param>
/// <param name="Links">How many links were read.</param>
/// <param name="Break">The first thing that is wrong, or null.</param>
public sealed record ChainReport(Guid Chain, long Links, string? Break);

/// <summary>What was found of the whole trail.</summary>
/// <param name="Chains">Chain by chain.</param>
/// <param name="Entries">Entries read.</param>
/// <param name="Break">The first thing that is wrong outside the chains, or null.</param>
public sealed record TrailReport(IReadOnlyList<ChainReport> Chains, long Entries, string? Break)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsWhole => Break is null && Chains.All(c => c.Break is null);
}

/// <summary>
/// Computes every chain of the trail again and holds it against the links, the heads and the anchors. Trusts nothing of the database but what
/// it reads, and needs only a role that may read.
/// </summary>
public sealed class TrailVerifier(NpgsqlDataSource database)
{
    private readonly CanonicalEntry canonical = new();

    /// <summary>Reads the whole trail as it stands at one moment.</summary>
    public async Task<TrailReport> VerifyAsync(AnchorTrail? anchors, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var heads = await HeadsAsync(connection, ct);
        var chains = await ChainsAsync(connection, heads, anchors, ct);
        // A chain of which nothing is left has no link to be read.
        foreach (var (chain, head) in heads.Where(h => chains.All(c => c.Chain != h.Key)))
            chains.Add(new ChainReport(chain, 0, $"its head is at {head.Position} and no link is there"));
        foreach (var lost in (anchors?.Heads ?? Enumerable.Empty<IGrouping<Guid, (ChainHead, int)>>()).Where(a => chains.All(c => c.Chain != a.Key)))
            chains.Add(new ChainReport(lost.Key, 0, "anchors name it and nothing of it is there"));
        var unlinked = await FirstUnlinkedAsync(connection, ct);
        return new TrailReport(
            chains, chains.Sum(c => c.Links), anchors?.Break is { } broken ? $"anchors: {broken}" : unlinked is { } id ? $"entry {id} is in no chain" : null);
    }

    private static async Task<Dictionary<Guid, (long Position, byte[] Hash)>> HeadsAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var heads = new Dictionary<Guid, (long, byte[])>();
        await using var ask = new NpgsqlCommand("select chain, position, hash from audit.heads", connection);
        await using var row = await ask.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
            heads.Add(row.GetGuid(0), (row.GetInt64(1), row.GetFieldValue<byte[]>(2)));
        return heads;
    }

    private async Task<List<ChainReport>> ChainsAsync(
        NpgsqlConnection connection, Dictionary<Guid, (long Position, byte[] Hash)> heads, AnchorTrail? anchors, CancellationToken ct)
    {
        var reports = new List<ChainReport>();
        ChainWalk? walk = null;
        await using var ask = new NpgsqlCommand($"""
            select l.chain, l.position, l.entry_id, l.hash, {CanonicalEntry.Columns}
            from audit.links l left join audit.entries e on e.id = l.entry_id order by l.chain, l.position
            """, connection)
        { CommandTimeout = 0 };
        await using var row = await ask.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            var chain = row.GetGuid(0);
            if (walk?.Chain != chain)
            {
                if (walk is not null)
                    reports.Add(walk.End(heads));
                walk = new ChainWalk(chain, anchors?.Heads[chain]);
            }

            walk!.Step(row, canonical);
        }

        if (walk is not null)
            reports.Add(walk.End(heads));
        return reports;
    }

    private static async Task<long?> FirstUnlinkedAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var ask = new NpgsqlCommand(
            "select min(e.id) from audit.entries e where not exists (select from audit.links l where l.entry_id = e.id)", connection)
        { CommandTimeout = 0 };
        return await ask.ExecuteScalarAsync(ct) as long?;
    }
}

/// <summary>Goes along one chain, link by link, and remembers the first thing that is wrong.</summary>
internal sealed class ChainWalk(Guid chain, IEnumerable<(ChainHead Head, int Line)>? anchored)
{
    // Column at which those of the entry begin.
    private const int Entry = 4;

    private readonly Dictionary<long, (string Hash, int Line)> anchors = (anchored ?? [])
        .GroupBy(a => a.Head.Position).ToDictionary(g => g.Key, g => (g.First().Head.Hash, g.First().Line));

    private readonly string? twice = (anchored ?? []).GroupBy(a => a.Head.Position).Where(g => g.Select(a => a.Head.Hash).Distinct().Count() > 1)
        .Select(g => $"anchors name two hashes for link {g.Key}").FirstOrDefault();

    private long position, links;
    private byte[] hash = SHA256.HashData(chain.ToByteArray(bigEndian: true));
    private string? broken;

    public Guid Chain => chain;

    public void Step(NpgsqlDataReader row, CanonicalEntry canonical)
    {
        links++;
        if (broken is not null)
            return;
        var at = row.GetInt64(1);
        var stored = row.GetFieldValue<byte[]>(3);
        if (at != position + 1)
            broken = $"link {position + 1} is missing before link {at}";
        else if (row.IsDBNull(Entry))
            broken = $"entry {row.GetInt64(2)} of link {at} is gone";
        else if ((row.IsDBNull(Entry + 4) ? Guid.Empty : row.GetGuid(Entry + 4)) != chain)
            broken = $"entry {row.GetInt64(2)} of link {at} belongs to another chain";
        else if (!stored.AsSpan().SequenceEqual(HashOf(row, canonical)))
            broken = $"entry {row.GetInt64(2)} is not what link {at} covers";
        else if (anchors.Remove(at, out var anchor) && anchor.Hash != Convert.ToHexStringLower(stored))
            broken = $"link {at} is not the one anchored in line {anchor.Line}: the chain was computed anew";
        (position, hash) = (at, stored);
    }

    public ChainReport End(Dictionary<Guid, (long Position, byte[] Hash)> heads)
    {
        if (broken is null && anchors.Count > 0)
        {
            var (at, (_, line)) = anchors.MaxBy(a => a.Key);
            // A chain is anchored at nothing while its first entry is being written.
            broken = at == 0 ? null : $"link {at}, anchored in line {line}, is gone: the end was cut off";
        }

        broken ??= twice;
        if (broken is null && (!heads.TryGetValue(chain, out var head) || head.Position != position || !head.Hash.AsSpan().SequenceEqual(hash)))
            broken = $"the head is not link {position}";
        return new ChainReport(chain, links, broken);
    }

    private byte[] HashOf(NpgsqlDataReader row, CanonicalEntry canonical)
    {
        try
        {
            return canonical.HashOf(row, Entry, hash);
        }
        catch (Exception unreadable) when (unreadable is InvalidCastException or ArgumentException or OverflowException)
        {
            // A value that no entry can have.
            return [];
        }
    }
}
