using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TipSom.Data.Copies;
using TipSom.Data.Encryption;
using TipSom.Data.RowSecurity;
using TipSom.Data.Seeding;
using TipSom.Data.Tests.Encryption;
using TipSom.Data.Tests.RowSecurity;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Copies;

/// <summary>A copy for tests holds nobody: every sealed value and every text that people typed is invented, and the rest is as it was.</summary>
public sealed class TestCopyTests(PostgresServer server, ITestOutputHelper output) : IAsyncLifetime
{
    private const string Canary = "Zzcanary";
    private const string Number = "3777712345";

    private static readonly string[] CodesOfLists =
    [
        "casework.case_laws.decided_court", "casework.exploitation_records.begging_forms", "casework.exploitation_records.controls",
        "casework.exploitation_records.recruitments", "casework.exploitation_records.sexual_forms", "casework.exploitation_records.types",
        "casework.indicator_screenings.absent", "casework.indicator_screenings.present", "casework.indicator_screenings.unknown",
        "casework.vulnerability_records.absent", "casework.vulnerability_records.protections", "casework.vulnerability_records.risks",
        "statistics.export_templates.headings", "statistics.published_figures.note", "statistics.published_figures.page", "statistics.published_figures.source", "statistics.release_bases.bases", "statistics.releases.content",
        "statistics.return_reminders.period"
    ];

    private readonly TestDatabase database = new(server);
    private readonly MasterKeys original = new(TestKeys.Master);
    private readonly MasterKeys ofTheCopy = new(RandomNumberGenerator.GetBytes(32));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_text_column_is_a_code_or_handled()
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);

        var all = await owner.ListAsync(CopySqlOfTests.AllText);
        var unsaid = all.Where(c => ClearText.Of(c[..c.LastIndexOf('.')], c[(c.LastIndexOf('.') + 1)..]) is null).ToList();

        Assert.True(all.Count > 60, $"{all.Count}");
        Assert.True(unsaid.Count == 0, string.Join(", ", unsaid));
        Assert.Equal("", string.Join(", ", ClearText.Columns.Keys.Except(all)));
        // The list of what stays is written twice: a column of words put into it by mistake would get no canary below.
        Assert.Equal(CodesOfLists, ClearText.Columns.Where(c => c.Value == ClearTextBecomes.Stays).Select(c => c.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nothing_of_anybody_is_left()
    {
        await DemoData.LoadAsync(database.OwnerConnectionString, new AccessContext(TestKeys.Context), original, TimeProvider.System, Ct);
        await PutCanariesAsync();
        var before = await ShapeAsync();

        var done = await CopyAsync();

        output.WriteLine($"{done}");
        Assert.Equal(before, await ShapeAsync());
        var dump = await DumpAsync();
        Assert.True(dump.Length > 100_000, $"{dump.Length}");
        foreach (var canary in new[] { Canary, Canary.ToUpperInvariant(), Canary.ToLowerInvariant(), Number, "police.example", "Cheema", "Soomro" })
            Assert.Equal((canary, 0), (canary, CountOf(dump, canary)));
        Assert.Equal("", string.Join(", ", await OpenedWithCanariesAsync()));
        await using var owner = await PlainSql.AsOwnerAsync(database);
        Assert.Equal(0, await owner.AskAsync<long>("select count(*) from identity.users where password_hash is not null or two_factor_enabled or email !~ '^user[0-9]+@copy.example$'"));
        Assert.Equal(0, (await new KeyCheck(database.OwnerConnectionString, ofTheCopy, _ => { }).RunAsync(Ct)).Broken);
        Assert.True(await owner.AskAsync<long>("select count(*) from casework.victim_identities where number_hashes is not null") > 0);
        Assert.Equal([], await owner.ListAsync("select tgname::text from pg_trigger where not tgisinternal and tgenabled = 'D'"));
    }

    [Fact]
    public async Task What_is_no_copy_is_left_alone()
    {
        Assert.EndsWith("is no copy: its name does not end in _copy. Nothing was changed.", (await Assert.ThrowsAsync<CopyException>(() =>
            new TestCopy(database.OwnerConnectionString, original, ofTheCopy, false, _ => { }).RunAsync(Ct))).Message, StringComparison.Ordinal);
        Assert.Contains("one of the original", (await Assert.ThrowsAsync<CopyException>(() =>
            new TestCopy(database.OwnerConnectionString, original, original, true, _ => { }).RunAsync(Ct))).Message, StringComparison.Ordinal);
        await using var portal = await PlainSql.AsAsync(database, null);
        Assert.StartsWith("A portal is connected", (await Assert.ThrowsAsync<CopyException>(CopyAsync)).Message, StringComparison.Ordinal);
    }

    public ValueTask InitializeAsync() => database.InitializeAsync();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private async Task<Obfuscated> CopyAsync()
    {
        if (TestContext.Current.TestMethod!.MethodName.StartsWith("Nothing", StringComparison.Ordinal))
            Npgsql.NpgsqlConnection.ClearAllPools();
        return await new TestCopy(database.OwnerConnectionString, original, ofTheCopy, true, output.WriteLine).RunAsync(Ct);
    }

    // Rows, and what they count, of every table that keeps its rows.
    private async Task<string> ShapeAsync()
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);
        var lines = await owner.ListAsync("""
            select concat_ws(' ', 'referrals', status, service, is_child, count(*)) from casework.referrals group by status, service, is_child
            union all select concat_ws(' ', 'victims', sex, age_years, count(*)) from casework.victims group by sex, age_years
            union all select concat_ws(' ', 'cases', kind, district_code, status, count(*)) from casework.cases group by kind, district_code, status
            union all select concat_ws(' ', 'users', role, count(*)) from identity.users group by role
            union all select concat_ws(' ', 'days', sum(extract(epoch from answered_at - sent_at))) from casework.referrals
            """);
        foreach (var table in await owner.ListAsync("""
            select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and n.nspname in ('casework', 'telling', 'statistics') and c.relname not in ('drafts', 'idempotency_keys')
                and not (n.nspname = 'statistics' and c.relname in ('cells', 'changes', 'counts', 'enforcement', 'enforcement_cells', 'identities', 'people', 'referrals'))
            """))
            lines.Add($"{table} {await owner.AskAsync<long>($"select count(*) from {table}")}");
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    // A canary in every string of every sealed record, and in every text that no list keeps.
    private async Task PutCanariesAsync()
    {
        var cipher = new RecordCipher(original);
        await using var owner = await PlainSql.AsOwnerAsync(database);
        var empty = new List<string>();
        foreach (var table in await owner.ListAsync("select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('casework', 'identity', 'telling', 'statistics')"))
            await owner.RunAsync($"alter table {table} disable trigger user");
        foreach (var column in Columns().Where(c => c.Kind is not (SealKinds.PurposeKey or SealKinds.ProtectionKey)))
        {
            var rows = await owner.ListAsync($"select {column.Key} || ' ' || {column.BoundTo} || ' ' || encode({column.Column}, 'hex') from {column.Table} where octet_length({column.Column}) > 0");
            if (rows.Count == 0)
                empty.Add($"{column.Table}.{column.Column}");
            foreach (var parts in rows.Select(r => r.Split(' ')))
            {
                var bound = Guid.Parse(parts[1]);
                var content = column.Kind is SealKinds.CaseDocument or SealKinds.Agreement or SealKinds.Register
                    ? JsonValue.Create(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Canary)))
                    : Marked(cipher.Open<JsonNode>(column.Kind, bound, Convert.FromHexString(parts[2])), "");
                await owner.RunAsync($"update {column.Table} set {column.Column} = $2 where {column.Key} = $1", Guid.Parse(parts[0]), cipher.Seal(column.Kind, bound, content));
            }
        }

        foreach (var line in await owner.ListAsync(CopySqlOfTests.AllText))
        {
            var (table, column) = (line[..line.LastIndexOf('.')], line[(line.LastIndexOf('.') + 1)..]);
            if (ClearText.Of(table, column) is ClearTextBecomes.Name or ClearTextBecomes.Words or ClearTextBecomes.Nothing)
                await owner.RunAsync($"update {table} set {column} = case when length({column}) < {Canary.Length} then '{Canary}' else '{Canary}' || substr({column}, {Canary.Length + 1}) end where {column} is not null");
        }

        await owner.RunAsync($"update identity.users set display_name = '{Canary} ' || left(display_name, 60), phone_number = '{Number}'");
        await owner.RunAsync($"update casework.agreement_versions set terms = terms || jsonb_build_object('lead_signatory', '{Canary}', 'number', '{Canary}')");
        foreach (var table in await owner.ListAsync("select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('casework', 'identity', 'telling', 'statistics')"))
            await owner.RunAsync($"alter table {table} enable trigger user");
        await owner.CommitAsync();
        output.WriteLine($"No row in the demo data: {string.Join(", ", empty)}");
    }

    private static JsonNode? Marked(JsonNode? value, string property) => value switch
    {
        JsonObject fields => new JsonObject(fields.Select(f => KeyValuePair.Create(f.Key, Marked(f.Value, f.Key)))),
        JsonArray items => new JsonArray([.. items.Select(i => Marked(i, property))]),
        JsonValue text when text.TryGetValue<string>(out var written) && !property.EndsWith("Code", StringComparison.Ordinal) && !DateOnly.TryParse(written[..Math.Min(10, written.Length)], out _) =>
            JsonValue.Create(written.Any(char.IsLetter) ? $"{Canary} {written}" : Number),
        _ => value?.DeepClone()
    };

    private async Task<List<string>> OpenedWithCanariesAsync()
    {
        var cipher = new RecordCipher(ofTheCopy);
        await using var owner = await PlainSql.AsOwnerAsync(database);
        var found = new List<string>();
        foreach (var column in Columns())
        {
            foreach (var parts in (await owner.ListAsync($"select {column.BoundTo} || ' ' || encode({column.Column}, 'hex') from {column.Table} where octet_length({column.Column}) > 0")).Select(r => r.Split(' ')))
            {
                var text = cipher.Open<JsonNode>(column.Kind, Guid.Parse(parts[0]), Convert.FromHexString(parts[1]))!.ToJsonString();
                if (text.Contains(Canary, StringComparison.OrdinalIgnoreCase) || text.Contains(Number, StringComparison.Ordinal)
                    || text.Contains(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Canary))[..10], StringComparison.Ordinal))
                    found.Add($"{column.Table}.{column.Column}");
            }
        }

        return [.. found.Distinct()];
    }

    private IReadOnlyList<SealedColumn> Columns()
    {
        using var db = new TipSomDbContext(new DbContextOptionsBuilder<TipSomDbContext>().UseNpgsql(database.OwnerConnectionString).Options);
        return SealedColumns.Of(db.Model);
    }

    private static int CountOf(string dump, string what)
    {
        var count = 0;
        for (var at = dump.IndexOf(what, StringComparison.Ordinal); at >= 0; at = dump.IndexOf(what, at + 1, StringComparison.Ordinal))
            count++;
        return count;
    }

    private async Task<string> DumpAsync()
    {
        var file = Path.Combine(Path.GetTempPath(), $"tipsom-{Guid.NewGuid():n}.sql");
        try
        {
            await StolenDumpTests.DumpAsync(database.SuperuserConnectionString, file);
            return await File.ReadAllTextAsync(file, Ct);
        }
        finally
        {
            File.Delete(file);
        }
    }
}

internal static class CopySqlOfTests
{
    /// <summary>Every column of text that no check keeps to a list, found anew and not by the program's own statement.</summary>
    public const string AllText = """
        select format('%s.%s.%s', c.table_schema, c.table_name, c.column_name) from information_schema.columns c
            join information_schema.tables t using (table_schema, table_name)
        where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema', 'reference', 'security', 'program', 'public')
            and (c.data_type in ('text', 'character varying', 'character', 'json', 'jsonb', 'xml', 'name', 'USER-DEFINED')
                or c.data_type = 'ARRAY' and c.udt_name in ('_text', '_varchar', '_name', '_jsonb'))
            and not (c.table_schema = 'identity' and c.table_name not in ('agencies', 'key_runs', 'units', 'users'))
            and not (c.table_schema = 'casework' and c.table_name in ('drafts', 'idempotency_keys'))
            and not (c.table_schema = 'statistics' and c.table_name in ('downloads', 'cells', 'enforcement', 'enforcement_cells', 'people', 'referrals'))
            and not exists (
                select from pg_constraint k where k.conrelid = format('%I.%I', c.table_schema, c.table_name)::regclass
                    and k.conname = format('ck_%s_%s', c.table_name, c.column_name))
        order by 1
        """;
}
