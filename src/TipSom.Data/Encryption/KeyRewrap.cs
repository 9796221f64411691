using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace TipSom.Data.Encryption;

/// <summary>What a run of re-wrapping did.</summary>
/// <param name="Records">Headers that were wrapped anew.</param>
/// <param name="Hashes">Identities whose hashes were made.</param>
/// <param name="Unopened">Records whose key is away or whose header is broken; they stay as they are.</param>
/// <param name="LongestStall">The longest time a request waited for a batch, at most.</param>
public sealed record Rewrapped(long Records, long Hashes, long Unopened, TimeSpan LongestStall);

/// <summary>
/// Wraps the key of every record that is not under the current master key anew: some bytes at the beginning change, what is sealed stays. By batches
/// while portals serve; killed at any moment, it goes on where it was.
/// </summary>
public sealed class KeyRewrap(string ownerConnectionString, MasterKeys keys, Action<string> say)
{
    private const int Batch = 300;

    // A file is written whole, however few bytes of it change.
    private const long MostBytes = 8 * 1024 * 1024;

    // The first round finds nearly all; the next ones what portals sealed meanwhile, before they had read their keys anew.
    private const int MostRounds = 5;
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(1);

    private readonly RecordCipher cipher = new(keys);
    private readonly Guid run = Guid.CreateVersion7();
    private TimeSpan longestStall;

    /// <summary>Wraps everything anew, and makes the hashes of identities that have none of the agency that holds their case.</summary>
    public async Task<Rewrapped> RunAsync(CancellationToken ct)
    {
        await using var db = new TipSomDbContext(new DbContextOptionsBuilder<TipSomDbContext>().UseNpgsql(ownerConnectionString).Options);
        await using var source = NpgsqlDataSource.Create(ownerConnectionString);
        var purposes = new PurposeKeys(source, cipher);
        await purposes.ProveAsync(ct);
        await using var owner = await source.OpenConnectionAsync(ct);
        if (!await OneAsync<bool>(owner, "select pg_try_advisory_lock(hashtextextended('tipsom rewrap', 0))", ct))
            throw new MasterKeyException("Another --rewrap-keys is at work on this database.");

        var (records, round, found) = (0L, 0, 0L);
        var tables = SealedColumns.Of(db.Model).GroupBy(c => c.Table).ToList();
        do
        {
            found = 0;
            foreach (var table in tables)
                found += await TableAsync(owner, table.Key, [.. table], ct);
            records += found;
        }
        while (found > 0 && ++round < MostRounds);
        var hashes = await new IdentityHashFill(owner, cipher, new IdentityHashes(purposes)).RunAsync(NewRun("casework.victim_identities"), ct);
        // Portals that were gone by then.
        await OneAsync<long>(owner, "with gone as (delete from identity.key_uses where seen_at < clock_timestamp() - interval '1 day' returning 1) select count(*) from gone", ct);
        var unopened = 0L;
        foreach (var column in tables.SelectMany(t => t))
            unopened += await OneAsync<long>(owner, $"select count(*) from {column.Table} where {IsOld(column)}", ct, keys.Ring.Current.IdBytes);
        return new Rewrapped(records, hashes, unopened, longestStall);
    }

    private async Task<long> TableAsync(NpgsqlConnection owner, string table, IReadOnlyList<SealedColumn> columns, CancellationToken ct)
    {
        var total = 0L;
        foreach (var column in columns)
            total += await OneAsync<long>(owner, $"select count(*) from {table} where {IsOld(column)}", ct, keys.Ring.Current.IdBytes);
        if (total == 0)
            return 0;
        var (quiet, trail, done) = (new QuietChange(owner, table), NewRun(table), 0L);
        await trail.BeginAsync(owner, ct);
        var said = Stopwatch.StartNew();
        foreach (var column in columns)
        {
            for (var last = Guid.Empty; await NextAsync(owner, column, last, ct) is { Rows.Count: > 0 } next; last = next.Last)
            {
                done += await quiet.RunAsync(transaction => ChangeAsync(transaction, column, next.Rows, trail, ct), ct);
                if (said.Elapsed < BetweenLines)
                    continue;
                say($"{table}: {done} of {total}");
                said.Restart();
            }
        }

        say($"{table}: {done} of {total}");
        longestStall = quiet.LongestStall > longestStall ? quiet.LongestStall : longestStall;
        return done;
    }

    // Read without any lock; whoever changes a row in between seals it under the current key, and the change below leaves it alone.
    private async Task<(List<Header> Rows, Guid Last)> NextAsync(NpgsqlConnection owner, SealedColumn column, Guid last, CancellationToken ct)
    {
        while (true)
        {
            var (rows, seen, bytes) = (new List<Header>(), 0, 0L);
            await using (var ask = new NpgsqlCommand($"""
                select {column.Key}, {column.BoundTo}, substring({column.Column} from 1 for {RecordCipher.HeaderLength}), octet_length({column.Column})
                from {column.Table} where {column.Key} > $2 and {IsOld(column)} order by {column.Key} limit {Batch}
                """, owner) { Parameters = { new() { Value = keys.Ring.Current.IdBytes }, new() { Value = last } } })
            {
                await using var row = await ask.ExecuteReaderAsync(ct);
                while (bytes < MostBytes && await row.ReadAsync(ct))
                {
                    (last, seen, bytes) = (row.GetGuid(0), seen + 1, bytes + row.GetInt32(3));
                    var header = row.GetFieldValue<byte[]>(2);
                    if (cipher.Rewrapped(column.Kind, row.GetGuid(1), header) is { } renewed)
                        rows.Add(new Header(last, header, renewed));
                }
            }

            // A whole batch that does not open is passed over; the end counts it.
            if (rows.Count > 0 || seen == 0)
                return (rows, last);
        }
    }

    private static async Task<int> ChangeAsync(NpgsqlTransaction transaction, SealedColumn column, List<Header> rows, KeyRunEntry trail, CancellationToken ct)
    {
        await using var change = new NpgsqlCommand($"""
            update {column.Table} t set {column.Column} = overlay(t.{column.Column} placing n.renewed from 1)
            from unnest($1, $2, $3) n (id, was, renewed)
            where t.{column.Key} = n.id and substring(t.{column.Column} from 1 for {RecordCipher.HeaderLength}) = n.was
            """, transaction.Connection, transaction)
        {
            Parameters =
            {
                new() { Value = rows.Select(r => r.Id).ToArray() },
                new() { Value = rows.Select(r => r.Was).ToArray() },
                new() { Value = rows.Select(r => r.Renewed).ToArray() }
            }
        };
        var changed = await change.ExecuteNonQueryAsync(ct);
        await trail.AddAsync(transaction, changed, ct);
        return changed;
    }

    private KeyRunEntry NewRun(string table) => new(run, table, keys.Ring.Current.Id);

    // What was erased has no key to wrap.
    private static string IsOld(SealedColumn column) =>
        $"octet_length({column.Column}) > 0 and get_byte({column.Column}, 0) <> 2 and substring({column.Column} from 2 for {MasterKeys.IdLength}) <> $1";

    private static async Task<T> OneAsync<T>(NpgsqlConnection owner, string sql, CancellationToken ct, params byte[][] given)
    {
        await using var ask = new NpgsqlCommand(sql, owner) { CommandTimeout = 600 };
        foreach (var value in given)
            ask.Parameters.Add(new() { Value = value });
        return (T)(await ask.ExecuteScalarAsync(ct))!;
    }

    private sealed record Header(Guid Id, byte[] Was, byte[] Renewed);
}
