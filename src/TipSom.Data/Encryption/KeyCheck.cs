using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace TipSom.Data.Encryption;

/// <summary>What the doctor found.</summary>
/// <param name="Records">How many sealed records there are.</param>
/// <param name="Broken">How many of them do not open.</param>
/// <param name="Erased">How many records beside them were erased for good.</param>
/// <param name="Removable">Earlier keys that nothing needs any more.</param>
public sealed record KeysChecked(long Records, long Broken, long Erased, IReadOnlyList<MasterKey> Removable);

/// <summary>The doctor: opens every sealed record of every table, and says which do not open and which keys are still needed.</summary>
public sealed class KeyCheck(string ownerConnectionString, MasterKeys keys, Action<string> say, TimeSpan? settled = null)
{
    private const int Batch = 200;
    private const int MostNamed = 20;

    // A portal tells every half minute.
    private static readonly TimeSpan StillThere = TimeSpan.FromMinutes(2);

    // A request that sealed under the old key just before may be saved just after; none takes that long.
    private readonly TimeSpan settled = settled ?? TimeSpan.FromMinutes(1);
    private readonly RecordCipher cipher = new(keys);

    public async Task<KeysChecked> RunAsync(CancellationToken ct)
    {
        await using var db = new TipSomDbContext(new DbContextOptionsBuilder<TipSomDbContext>().UseNpgsql(ownerConnectionString).Options);
        await using var owner = new NpgsqlConnection(ownerConnectionString);
        await owner.OpenAsync(ct);
        var (records, broken, erased, under) = (0L, 0L, 0L, new Dictionary<string, long>());
        foreach (var column in SealedColumns.Of(db.Model))
        {
            var found = await ColumnAsync(owner, column, ct);
            (records, broken, erased) = (records + found.Records, broken + found.Broken, erased + found.Erased);
            foreach (var (key, count) in found.Under)
                under[key] = under.GetValueOrDefault(key) + count;
        }

        say($"{records} sealed records, {broken} of them do not open." + (erased > 0 ? $" {erased} more were erased for good." : ""));
        return new KeysChecked(records, broken, erased, await RemovableAsync(owner, under, ct));
    }

    private async Task<(long Records, long Broken, long Erased, Dictionary<string, long> Under)> ColumnAsync(NpgsqlConnection owner, SealedColumn column, CancellationToken ct)
    {
        var (last, records, erased, broken, under, more) = (Guid.Empty, 0L, 0L, new List<string>(), new Dictionary<string, long>(), true);
        while (more)
        {
            more = false;
            await using var ask = new NpgsqlCommand($"""
                select {column.Key}, {column.BoundTo}, {column.Column} from {column.Table}
                where {column.Key} > $1 and octet_length({column.Column}) > 0 order by {column.Key} limit {Batch}
                """, owner) { Parameters = { new() { Value = last } }, CommandTimeout = 600 };
            await using var row = await ask.ExecuteReaderAsync(ct);
            while (await row.ReadAsync(ct))
            {
                (last, more) = (row.GetGuid(0), true);
                var content = row.GetFieldValue<byte[]>(2);
                if (RecordCipher.IsErased(content))
                {
                    erased++;
                    continue;
                }

                records++;
                var key = RecordCipher.MasterKeyIdOf(content);
                under[key] = under.GetValueOrDefault(key) + 1;
                if (!cipher.Opens(column.Kind, row.GetGuid(1), content))
                    broken.Add($"{last:D} (key {key})");
            }
        }

        if (records > 0)
            say($"{column.Table}.{column.Column}: {records} records, {string.Join(", ", under.Select(u => $"{u.Value} under key {u.Key}"))}");
        if (broken.Count > 0)
        {
            say($"  {column.Kind}: {broken.Count} do not open: {string.Join(", ", broken.Take(MostNamed))}"
                + (broken.Count > MostNamed ? $" and {broken.Count - MostNamed} more" : ""));
        }

        return (records, broken.Count, erased, under);
    }

    private async Task<IReadOnlyList<MasterKey>> RemovableAsync(NpgsqlConnection owner, Dictionary<string, long> under, CancellationToken ct)
    {
        var portals = await PortalsAsync(owner, ct);
        var removable = new List<MasterKey>();
        say($"{keys.Ring.Current} seals.");
        foreach (var key in keys.Ring.Keys.Skip(1))
        {
            var (records, sealing, lately) = (under.GetValueOrDefault(key.Id), portals.Count(p => p.Key == key.Id), portals.Count(p => p.IsNew));
            if (records == 0 && sealing == 0 && lately == 0)
                removable.Add(key);
            say((records, sealing, lately) switch
            {
                ( > 0, _, _) => $"{key} is needed: {records} records are under it. Run --rewrap-keys.",
                (_, > 0, _) => $"{key} is needed: portals that still seal under it: {sealing}. Wait half a minute; where that does not help, start them again.",
                (_, _, > 0) => $"{key} may be needed: portals that began to seal under another key within the last minute: {lately}. Run this again in a minute.",
                _ => $"{key} can be taken away: nothing is under it. Backups of earlier days need it still."
            });
        }

        return removable;
    }

    private async Task<List<(string Key, bool IsNew)>> PortalsAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        await using var ask = new NpgsqlCommand("select key_id, since > clock_timestamp() - $2 from identity.key_uses where seen_at > clock_timestamp() - $1", owner)
        {
            Parameters = { new() { Value = StillThere }, new() { Value = settled } }
        };
        await using var row = await ask.ExecuteReaderAsync(ct);
        var found = new List<(string, bool)>();
        while (await row.ReadAsync(ct))
            found.Add((row.GetString(0), row.GetBoolean(1)));
        return found;
    }
}
