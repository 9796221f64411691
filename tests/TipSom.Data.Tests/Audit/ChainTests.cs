using Npgsql;
using TipSom.Data.Audit;
using TipSom.Data.RowSecurity;
using TipSom.Data.Tests.RowSecurity;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Audit;

/// <summary>Every entry is a link of the chain of its agency from the moment it is there, and nobody changes any of it.</summary>
public sealed class ChainTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Note = "select audit.note('EXPORT', 'referrals', null, 'board')";

    [Fact]
    public async Task Entries_are_linked_at_commit_in_the_chain_of_their_agency_without_a_gap()
    {
        await using var world = new World(database);
        var (police, fia) = (await world.PoliceAsync(), await world.FiaAsync());
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => world.CaseAsync(i % 3 == 0 ? fia.Officer : police.Officer)));

        await using var source = NpgsqlDataSource.Create(database.OwnerConnectionString);
        var report = await new TrailVerifier(source).VerifyAsync(null, TestContext.Current.CancellationToken);

        Assert.True(report.IsWhole, $"{report.Break} {string.Join("; ", report.Chains.Select(c => c.Break))}");
        Assert.Contains(report.Chains, c => c.Chain == police.Agency.Id && c.Links >= 13);
        Assert.Contains(report.Chains, c => c.Chain == fia.Agency.Id && c.Links >= 7);
        // What a transaction wrote is linked in the order it was written.
        await using var owner = await PlainSql.AsOwnerAsync(database);
        Assert.Equal(0, await owner.AskAsync<long>("""
            select count(*) from (select e.transaction_id = lag(e.transaction_id) over w and e.id < lag(e.id) over w as turned
                from audit.links l join audit.entries e on e.id = l.entry_id window w as (partition by l.chain order by l.position)) x where turned
            """));
    }

    [Fact]
    public async Task An_act_says_who_in_which_session_and_from_where_by_the_context_alone()
    {
        await using var world = new World(database);
        var police = await world.PoliceAsync();
        var (session, page) = (Guid.NewGuid(), Guid.NewGuid());
        var context = new AccessContext(TestKeys.Context);
        var place = context.PlaceOf(System.Net.IPAddress.Parse("192.0.2.7"));
        await using var sql = await PlainSql.AsAsync(database, null);
        await sql.ClaimAsync(context.Sign(police.Officer.Id, TimeProvider.System.GetUtcNow(), session, place));
        await sql.RunAsync("select audit.note('REFUSED', 'pages', $1, '404 /cases/:number')", page);
        await sql.CommitAsync();

        await using var owner = await PlainSql.AsOwnerAsync(database);
        Assert.Equal(
            [$"{police.Officer.Id} {police.Station.Id} {police.Agency.Id} {session} {place} REFUSED pages 404 /cases/:number"],
            await owner.ListAsync("""
                select concat_ws(' ', actor_id, actor_unit_id, agency_id, session_id, place, act, table_name, detail) from audit.entries where row_id = $1
                """, page));
    }

    [Theory]
    [InlineData("select audit.note('INSERT', 'cases', null, null)")]
    [InlineData("select audit.note('UPDATE', 'cases', null, null)")]
    [InlineData("select audit.note('SIGN_IN', 'users', null, null)")]
    [InlineData("select audit.note('export', 'cases', null, null)")]
    [InlineData("select audit.note(null, 'cases', null, null)")]
    [InlineData("select audit.note('EXPORT', 'Cases of Zainab', null, null)")]
    [InlineData("select audit.note('EXPORT', 'cases', null, 'زینب')")]
    [InlineData("select audit.note('EXPORT', 'cases', null, 'a=b')")]
    [InlineData("select audit.note('EXPORT', 'cases', null, repeat('a', 81))")]
    public async Task A_note_is_one_of_a_few_and_holds_no_words(string note)
    {
        await using var world = new World(database);
        await using var session = await PlainSql.AsAsync(database, (await world.PoliceAsync()).Officer);

        Assert.Equal("22023", (await session.TryAsync(note)).State);
        Assert.Equal("", (await session.TryAsync(Note)).State);
    }

    [Theory]
    [InlineData("select audit.note_sign_in(null, 'Signed in', null)")]
    [InlineData("select audit.note_sign_in(null, 'SignedIn', '192.0.2.7')")]
    public async Task Nor_does_that_of_a_sign_in(string note)
    {
        await using var program = await PlainSql.AsProgramAsync(database, ProgramWork.SignIn);

        Assert.Equal("22023", (await program.TryAsync(note)).State);
    }

    [Fact]
    public async Task Nobody_writes_a_note_in_nobodys_name_and_a_sign_in_names_no_actor()
    {
        await using var world = new World(database);
        var police = await world.PoliceAsync();
        await using var nobody = await PlainSql.AsAsync(database, null);

        Assert.Equal(Outcome.NotAllowed, (await nobody.TryAsync(Note)).State);
        Assert.Equal(Outcome.NotAllowed, (await nobody.TryAsync("select audit.note_sign_in($1, 'WrongPassword', null)", police.Officer.Id)).State);
        await using var program = await PlainSql.AsProgramAsync(database, ProgramWork.SignIn);
        await program.RunAsync("select audit.note_sign_in($1, 'WrongPassword', null)", police.Officer.Id);
        await program.CommitAsync();

        await using var owner = await PlainSql.AsOwnerAsync(database);
        Assert.Equal(
            ["SIGN_IN_REFUSED WrongPassword nobody 00000000-0000-0000-0000-000000000000"],
            await owner.ListAsync("""
                select concat_ws(' ', e.act, e.detail, coalesce(e.actor_id::text, 'nobody'), l.chain) from audit.entries e join audit.links l on l.entry_id = e.id
                where e.row_id = $1 and e.table_name = 'users' and e.act like 'SIGN%'
                """, police.Officer.Id));
    }

    [Theory]
    [InlineData("update audit.entries set detail = 'x'")]
    [InlineData("delete from audit.entries")]
    [InlineData("truncate audit.entries")]
    [InlineData("update audit.links set hash = ''")]
    [InlineData("delete from audit.links")]
    [InlineData("truncate audit.links")]
    [InlineData("insert into audit.links select gen_random_uuid(), 1, -1, ''")]
    [InlineData("update audit.heads set position = position + 1")]
    [InlineData("delete from audit.heads")]
    [InlineData("truncate audit.heads")]
    [InlineData("insert into audit.heads select gen_random_uuid(), 1, ''")]
    [InlineData("select audit.link_entries(0, 0)")]
    public async Task Nobody_changes_the_trail_not_even_the_owner(string statement)
    {
        await using var world = new World(database);
        var police = await world.PoliceAsync();
        await world.CaseAsync(police.Officer);
        await using var app = await PlainSql.AsAsync(database, police.Officer);
        await using var owner = await PlainSql.AsOwnerAsync(database);

        Assert.Equal(Outcome.NotAllowed, (await app.TryAsync(statement)).State);
        // The linking does nothing where everything is linked.
        Assert.Equal(statement.Contains("link_entries", StringComparison.Ordinal) ? "" : Outcome.NotAllowed, (await owner.TryAsync(statement)).State);
    }

    [Fact]
    public async Task Two_who_take_the_same_rows_in_another_order_do_not_wait_for_each_others_chain()
    {
        await using var world = new World(database);
        var police = await world.PoliceAsync();
        await using var first = await PlainSql.AsAsync(database, police.Officer);
        await using var second = await PlainSql.AsAsync(database, police.Supervisor);
        await first.RunAsync(Note);
        await second.RunAsync(Note);
        await first.RunAsync(Note);

        await second.CommitAsync();
        await first.CommitAsync();

        await using var owner = await PlainSql.AsOwnerAsync(database);
        Assert.Equal(3, await owner.AskAsync<long>("select position from audit.heads where chain = $1", police.Agency.Id));
    }
}
