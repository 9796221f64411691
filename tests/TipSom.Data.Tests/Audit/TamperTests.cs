using System.Globalization;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Audit;

/// <summary>Whatever a superuser does to the trail with every trigger off, verifying finds it.</summary>
public sealed class TamperTests(TestDatabase database, ITestOutputHelper output) : IClassFixture<TestDatabase>
{
    private const int Edits = 130;

    /// <summary>Every column of the trail, with a value it did not have.</summary>
    private static readonly (string Table, string Column, string Other)[] Columns =
    [
        ("entries", "id", "id + 1000000"), ("entries", "at", "at + interval '1 microsecond'"), ("entries", "actor_id", "gen_random_uuid()"),
        ("entries", "actor_unit_id", "case when actor_unit_id is null then gen_random_uuid() end"), ("entries", "agency_id", "gen_random_uuid()"),
        ("entries", "session_id", "gen_random_uuid()"), ("entries", "place", "coalesce(place, '') || '0'"), ("entries", "transaction_id", "transaction_id + 1"),
        ("entries", "table_name", "table_name || 's'"), ("entries", "row_id", "gen_random_uuid()"), ("entries", "act", "lower(act)"),
        ("entries", "fields", "array_append(fields, 'kind')"), ("entries", "detail", "case when detail is null then '' end"),
        ("links", "chain", "gen_random_uuid()"), ("links", "position", "position + 1000000"), ("links", "entry_id", "entry_id + 1000000"),
        ("links", "hash", "set_bit(hash, 77, 1 - get_bit(hash, 77))"),
        ("heads", "chain", "gen_random_uuid()"), ("heads", "position", "position + 1"), ("heads", "hash", "set_bit(hash, 3, 1 - get_bit(hash, 3))")
    ];

    [Fact]
    public async Task Every_single_edit_is_found_and_an_untouched_trail_passes()
    {
        await using var site = await TrailSite.MakeAsync(database);
        await WholeAsync(site);
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        output.WriteLine($"seed {seed}, {await site.AskAsync<long>("select count(*) from audit.entries")} entries");

        for (var i = 0; i < Edits; i++)
        {
            var (table, column, other) = Columns[i < Columns.Length ? i : random.Next(Columns.Length)];
            var skipped = random.Next((int)await site.AskAsync<long>($"select count(*) from audit.{table}"));
            Assert.Equal(1, await site.TamperAsync(string.Create(CultureInfo.InvariantCulture,
                $"update audit.{table} set {column} = {other} where ctid = (select ctid from audit.{table} order by ctid offset {skipped} limit 1)")));
            // Without anchors, too: one edit breaks the chain itself.
            await BrokenAsync(site, $"{table}.{column} of row {skipped}", withAnchors: i % 2 == 0);
            await site.PutBackAsync();
        }

        await WholeAsync(site);
    }

    [Theory]
    [InlineData("an entry gone", false, "delete from audit.entries where id = (select entry_id from audit.links where position = 3 limit 1)")]
    [InlineData("a link gone", false, "delete from audit.links where entry_id = (select entry_id from audit.links where position = 3 limit 1)")]
    [InlineData("entry and link gone", false, """
        with gone as (delete from audit.links where (chain, position) = (select chain, 3 from audit.heads where position > 3 limit 1) returning entry_id)
        delete from audit.entries using gone where id = gone.entry_id
        """)]
    [InlineData("a gap closed", false, """
        with gone as (delete from audit.links where (chain, position) = (select chain, 3 from audit.heads where position > 4 order by chain limit 1) returning entry_id)
        delete from audit.entries using gone where id = gone.entry_id;
        update audit.links set position = -position where position > 3 and chain = (select chain from audit.heads where position > 4 order by chain limit 1);
        update audit.links set position = -position - 1 where position < 0;
        update audit.heads set position = position - 1 where chain = (select chain from audit.heads where position > 4 order by chain limit 1)
        """)]
    [InlineData("two entries swapped", false, """
        update audit.entries set id = -id where id in (select entry_id from audit.links where position in (2, 4) and chain = (select chain from audit.heads where position > 4 limit 1));
        update audit.entries set id = id - (select sum(id) from audit.entries where id < 0) where id < 0
        """)]
    [InlineData("two links swapped", false, """
        update audit.links set position = 6 - position + 1000000 where position in (2, 4) and chain = (select chain from audit.heads where position > 4 limit 1);
        update audit.links set position = position - 1000000 where position > 1000000
        """)]
    [InlineData("an entry slipped in", false, """
        insert into audit.entries (at, transaction_id, table_name, act, fields) values (now(), 0, 'cases', 'UPDATE', '{}')
        """)]
    [InlineData("an entry and a link slipped in", false, """
        with own as (insert into audit.entries (at, transaction_id, table_name, act, fields, agency_id)
            select now(), 0, 'cases', 'UPDATE', '{}', chain from audit.heads where position > 4 limit 1 returning id, agency_id),
        head as (update audit.heads h set position = position + 1, hash = sha256('forged') from own where chain = own.agency_id returning h.*, own.id)
        insert into audit.links select chain, position, id, hash from head
        """)]
    [InlineData("the end cut off", true, """
        with cut as (delete from audit.links l using audit.heads h where h.chain = l.chain and l.position > h.position - 3 and h.position > 4 returning l.entry_id)
        delete from audit.entries using cut where id = cut.entry_id;
        update audit.heads h set (position, hash) = (select position, hash from audit.links l where l.chain = h.chain order by position desc limit 1) where position > 4
        """)]
    [InlineData("a whole chain gone", true, """
        delete from audit.entries where agency_id = (select chain from audit.heads where position > 4 and chain::text not like '00000000%' order by chain limit 1);
        delete from audit.links where chain = (select chain from audit.heads where position > 4 and chain::text not like '00000000%' order by chain limit 1);
        delete from audit.heads where chain = (select chain from audit.heads where position > 4 and chain::text not like '00000000%' order by chain limit 1)
        """)]
    [InlineData("everything gone", true, "truncate audit.entries, audit.links, audit.heads")]
    [InlineData("a chain computed anew", true, """
        update audit.entries set actor_id = gen_random_uuid() where id = (select entry_id from audit.links where position = 2 and chain <> '00000000-0000-0000-0000-000000000000' limit 1);
        update audit.entries set transaction_id = 0;
        truncate audit.links, audit.heads;
        select audit.link_entries(0, 0)
        """)]
    public async Task What_is_done_to_many_rows_is_found(string what, bool onlyByAnchors, string sql)
    {
        await using var site = await TrailSite.MakeAsync(database);
        try
        {
            await site.TamperAsync(sql);

            await BrokenAsync(site, what);
            // What only anchors can see passes without them: that is what they are for.
            if (onlyByAnchors)
                Assert.True((await site.VerifyAsync(withAnchors: false)).IsWhole, what);
        }
        finally
        {
            await site.PutBackAsync();
            await site.TamperAsync("drop table public.entries_kept, public.links_kept, public.heads_kept");
        }
    }

    private async Task BrokenAsync(TrailSite site, string what, bool withAnchors = true)
    {
        var report = await site.VerifyAsync(withAnchors);
        Assert.False(report.IsWhole, $"not found: {what}");
        output.WriteLine($"{what}: {report.Break ?? report.Chains.First(c => c.Break is not null).Break}");
    }

    private static async Task WholeAsync(TrailSite site)
    {
        var report = await site.VerifyAsync();
        Assert.True(report.IsWhole, $"{report.Break} {string.Join("; ", report.Chains.Select(c => c.Break))}");
    }
}
