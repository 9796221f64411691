using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TipSom.Data.Encryption;

namespace TipSom.Data.Copies;

/// <summary>What a run changed.</summary>
/// <param name="Records">Sealed records that were invented anew.</param>
/// <param name="Accounts">Accounts that were renamed.</param>
public sealed record Obfuscated(long Records, long Accounts);

/// <summary>The copy is not one, or somebody uses it.</summary>
public sealed class CopyException(string message) : Exception(message);

/// <summary>
/// Makes a copy of a database fit for tests: everything that names or describes anybody becomes invented, under a master key of the copy's own; rows,
/// states and figures stay as they are. In one transaction, and then the files are written anew, so that nothing of before lies in them.
/// </summary>
/// <param name="copyConnectionString">The copy, as the role that owns the tables.</param>
/// <param name="original">The master keys the copy was made under.</param>
/// <param name="copy">The master key of the copy.</param>
/// <param name="isNamed">Whether the connection was given for this run, and is not that of the portal.</param>
public sealed class TestCopy(string copyConnectionString, MasterKeys original, MasterKeys copy, bool isNamed, Action<string> say)
{
    private const int Batch = 200;
    private readonly Inventions inventions = new();
    private readonly RecordCipher from = new(original);
    private readonly RecordCipher to = new(copy);

    /// <summary>Does it. Refuses a database that is no copy, one in use, and a key of the copy that opens the original.</summary>
    public async Task<Obfuscated> RunAsync(CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(copyConnectionString) { CommandTimeout = 0 });
        await using var owner = await source.OpenConnectionAsync(ct);
        await RefuseAsync(owner, ct);
        await using var db = new TipSomDbContext(new DbContextOptionsBuilder<TipSomDbContext>().UseNpgsql(copyConnectionString).Options);
        var (records, accounts) = (0L, 0L);
        await using (var transaction = await owner.BeginTransactionAsync(ct))
        {
            await RunAsync(owner, CopySql.Begin, ct);
            foreach (var column in SealedColumns.Of(db.Model))
                records += await SealAnewAsync(owner, column, ct);
            await RunAsync(owner, CopySql.MoveDays, ct);
            await ClearTextAsync(owner, ct);
            accounts = await OneAsync<long>(owner, CopySql.Accounts, ct);
            await RunAsync(owner, CopySql.End, ct);
            await transaction.CommitAsync(ct);
        }

        await RunAsync(owner, "select statistics.rebuild()", ct);
        // Numbers are found again by hashes under keys of the copy's own.
        await new KeyRewrap(copyConnectionString, copy, say).RunAsync(ct);
        foreach (var table in await ListAsync(owner, CopySql.Tables, ct))
            await RunAsync(owner, $"vacuum (full) {table}", ct);
        return new Obfuscated(records, accounts);
    }

    private async Task RefuseAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        if (!isNamed && !owner.Database.EndsWith("_copy", StringComparison.Ordinal))
            throw new CopyException($"The database {owner.Database} is no copy: its name does not end in _copy. Nothing was changed.");
        if (await OneAsync<long>(owner, "select count(*) from pg_stat_activity where datname = current_database() and usename = 'tipsom_app'", ct) > 0)
            throw new CopyException("A portal is connected to this database. Nothing was changed.");
        if (original.Ring.Keys.Any(k => k.Id == copy.Ring.Current.Id))
            throw new CopyException("The master key of the copy is one of the original. Give it a key of its own. Nothing was changed.");
    }

    private async Task<long> SealAnewAsync(NpgsqlConnection owner, SealedColumn column, CancellationToken ct)
    {
        if (await OneAsync<bool>(owner, $"select not exists (select from {column.Table} where octet_length({column.Column}) > 0)", ct))
            return 0;
        var ofCase = await OneAsync<string>(owner, CopySql.CaseOf, ct, column.Table);
        var (last, done, more) = (Guid.Empty, 0L, true);
        while (more)
        {
            var made = new List<(Guid Id, byte[] Sealed)>();
            await using (var ask = new NpgsqlCommand($"""
                select t.{column.Key}, t.{column.BoundTo}, t.{column.Column}, coalesce((select d.days from copy_days d where d.case_id = {ofCase}), -3)
                from {column.Table} t where t.{column.Key} > $1 and octet_length(t.{column.Column}) > 0 order by t.{column.Key} limit {Batch}
                """, owner) { Parameters = { new() { Value = last } } })
            {
                await using var row = await ask.ExecuteReaderAsync(ct);
                for (more = false; await row.ReadAsync(ct); more = true)
                {
                    last = row.GetGuid(0);
                    var kept = row.GetFieldValue<byte[]>(2);
                    if (!RecordCipher.IsErased(kept))
                        made.Add((last, Anew(column, row.GetGuid(1), kept, row.GetInt32(3))));
                }
            }

            await using var change = new NpgsqlCommand(
                $"update {column.Table} t set {column.Column} = n.made from unnest($1, $2) n (id, made) where t.{column.Key} = n.id", owner)
            {
                Parameters = { new() { Value = made.Select(m => m.Id).ToArray() }, new() { Value = made.Select(m => m.Sealed).ToArray() } }
            };
            done += await change.ExecuteNonQueryAsync(ct);
        }

        say($"{column.Table}.{column.Column}: {done} records");
        return done;
    }

    private byte[] Anew(SealedColumn column, Guid id, byte[] kept, int days) => column.Kind is SealKinds.CaseDocument or SealKinds.Agreement
        ? to.Seal(column.Kind, id, EmptyPage)
        : to.Seal(column.Kind, id, inventions.Of(from.Open<JsonNode>(column.Kind, id, kept), days));

    private static async Task ClearTextAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        foreach (var line in await ListAsync(owner, CopySql.TextColumns, ct))
        {
            var (table, column) = (line[..line.LastIndexOf('.')], line[(line.LastIndexOf('.') + 1)..]);
            var sql = ClearText.Of(table, column) switch
            {
                ClearTextBecomes.Name => CopySql.Name(table, column),
                ClearTextBecomes.Words => CopySql.Words(table, column),
                ClearTextBecomes.Nothing => $"update {table} set {column} = null",
                ClearTextBecomes.Stays => "",
                null => throw new CopyException($"Nobody has said what becomes of {line} in a copy. Nothing was changed.")
            };
            if (sql.Length > 0)
                await RunAsync(owner, sql, ct);
        }
    }

    /// <summary>One empty page.</summary>
    private static byte[] EmptyPage { get; } = MadePage();

    private static byte[] MadePage()
    {
        var (file, offsets) = (new StringBuilder("%PDF-1.4\n"), new List<int>());
        foreach (var part in (string[])
                 ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"])
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{part}\nendobj\n");
        }

        var table = file.Length;
        file.Append("xref\n0 4\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }

    private static async Task RunAsync(NpgsqlConnection owner, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, owner);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<T> OneAsync<T>(NpgsqlConnection owner, string sql, CancellationToken ct, params object[] values)
    {
        await using var ask = new NpgsqlCommand(sql, owner);
        foreach (var value in values)
            ask.Parameters.Add(new() { Value = value });
        return (T)(await ask.ExecuteScalarAsync(ct))!;
    }

    private static async Task<List<string>> ListAsync(NpgsqlConnection owner, string sql, CancellationToken ct)
    {
        await using var ask = new NpgsqlCommand(sql, owner);
        await using var row = await ask.ExecuteReaderAsync(ct);
        var found = new List<string>();
        while (await row.ReadAsync(ct))
            found.Add(row.GetString(0));
        return found;
    }
}
