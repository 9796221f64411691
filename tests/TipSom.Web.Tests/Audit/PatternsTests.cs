using System.Net;
using Npgsql;
using TipSom.Data;
using TipSom.Data.Identity;
using TipSom.Domain.Audit;
using TipSom.Domain.Cases;
using TipSom.Domain.Finding;
using TipSom.Domain.Identity;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Audit;

/// <summary>Each unusual pattern is found where it was made and nowhere else, and the auditor's own look is on the trail.</summary>
public sealed class PatternsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    // The middle of a working day that is over.
    private static readonly DateTimeOffset Noon = PakistanTime.MomentOf(PakistanTime.DayOf(TimeProvider.System.GetUtcNow()).AddDays(-2), new TimeOnly(12, 0));

    [Fact]
    public async Task Only_an_auditor_reads_them_and_nothing_is_posted()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var police = await world.PoliceAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await portal.Browser().GetAsync("/audit/patterns")).StatusCode);
        foreach (var user in new[] { police.Supervisor, await world.CoordinatorAsync() })
            Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.BrowserOfAsync(user)).GetAsync("/audit/patterns")).StatusCode);
    }

    [Fact]
    public async Task Each_pattern_is_found_at_who_made_it()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var police = await world.PoliceAsync();
        Task<User> Officer() => world.UserAsync(police.Station, Role.Officer);
        var (hurried, machine, owl, idle, calm, hunter) = (await Officer(), await Officer(), await Officer(), await Officer(), await Officer(), await Officer());
        var cases = new List<Case>();
        for (var i = 0; i < 31; i++)
            cases.Add(await world.CaseAsync(police.Officer));
        var one = cases[0];
        await LookAsync(world, hurried, cases.Select((c, i) => (c, Noon.AddMinutes(i * 1.8))));
        await LookAsync(world, machine, Enumerable.Range(0, 60).Select(i => (one, Noon.AddSeconds(i * 0.9))));
        await LookAsync(world, owl, [(one, Noon.AddHours(11))]);
        await LookAsync(world, idle, [(one, Noon)]);
        // Thirty people within an hour, and sixty looks within more than a minute, are still nobody's pattern.
        await LookAsync(world, calm, cases.Take(30).Select((c, i) => (c, Noon.AddMinutes(i * 1.5))));
        await SearchAsync(world, hunter, [7, 7, 7]);

        var browser = await portal.BrowserOfAsync(await world.UserAsync(police.Headquarters, Role.Auditor));
        var page = await browser.OpenAsync("/audit/patterns");

        Assert.Contains("More than thirty different people opened within an hour", page.MainText());
        Assert.DoesNotContain("Canary", page.Source.Text, StringComparison.OrdinalIgnoreCase);
        var found = await FoundAsync(world, police);
        Assert.Contains(("ManyPeople", hurried.Id, 31L), found);
        Assert.Contains(("InhumanSpeed", machine.Id, 60L), found);
        Assert.Contains(("OddHours", owl.Id, 1L), found);
        Assert.Contains(("NoAct", idle.Id, 1L), found);
        Assert.Contains(("SameSearch", hunter.Id, 3L), found);
        Assert.Equal(["NoAct"], found.Where(f => f.Who == calm.Id).Select(f => f.Pattern));
        Assert.Equal(["NoAct"], found.Where(f => f.Who == idle.Id).Select(f => f.Pattern));
        // Each leads to the entries behind it.
        Assert.Contains(
            page.QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")!),
            href => href.Contains($"Filter.Person={machine.Id}", StringComparison.Ordinal) && href.Contains("Filter.Table=identity_openings", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_refused_all_day_is_found()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var police = await world.PoliceAsync();
        var browser = await portal.BrowserOfAsync(police.Officer);
        for (var i = 0; i < 10; i++)
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/cases/TS-2026-00000{i}")).StatusCode);

        Assert.Contains(("ManyRefusals", police.Officer.Id, 10L), await FoundAsync(world, police));
    }

    [Fact]
    public async Task The_trail_is_asked_by_person_agency_case_kind_act_and_day_and_each_look_is_on_it()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var (police, other) = (await world.PoliceAsync(), await world.PoliceAsync());
        var (@case, another) = (await world.CaseAsync(police.Officer), await world.CaseAsync(other.Officer));
        var auditor = await world.UserAsync(police.Headquarters, Role.Auditor);
        var browser = await portal.BrowserOfAsync(auditor);
        var today = PakistanTime.DayOf(TimeProvider.System.GetUtcNow());

        async Task<List<string>> RowsAsync(string filter) =>
            [.. (await browser.OpenAsync($"/audit?{filter}")).QuerySelectorAll("tbody .trail-row").Select(e => e.TextContent)];

        Assert.Contains(@case.Id.ToString(), await RowsAsync($"Filter.Case={@case.Number}"));
        Assert.Contains(@case.Victims[0].Id.ToString(), await RowsAsync($"Filter.Case={@case.Number}"));
        Assert.DoesNotContain(another.Id.ToString(), await RowsAsync($"Filter.Case={@case.Number}"));
        Assert.DoesNotContain(another.Id.ToString(), await RowsAsync($"Filter.Agency={police.Agency.Id}"));
        Assert.Contains(another.Id.ToString(), await RowsAsync($"Filter.Person={other.Officer.Id}&Filter.Table=cases&Filter.Act=INSERT"));
        Assert.Contains(another.Id.ToString(), await RowsAsync($"Filter.Table=cases&Filter.From={today:yyyy-MM-dd}&Filter.To={today:yyyy-MM-dd}"));
        Assert.Empty(await RowsAsync($"Filter.Table=cases&Filter.To={today.AddDays(-1):yyyy-MM-dd}"));
        Assert.Empty(await RowsAsync("Filter.Case=TS-2026-000000"));

        await using var owner = NpgsqlDataSource.Create(database.OwnerConnectionString);
        await using var own = owner.CreateCommand("select string_agg(detail, '|' order by id) from audit.entries where act = 'AUDIT_READ' and actor_id = $1");
        own.Parameters.Add(new NpgsqlParameter { Value = auditor.Id });
        var looks = (string)(await own.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(8, looks.Split('|').Length);
        Assert.Contains("/audit Person Table:cases Act:INSERT", looks, StringComparison.Ordinal);
        Assert.DoesNotContain(@case.Number, looks, StringComparison.Ordinal);
    }

    private static async Task<List<(string Pattern, Guid Who, long Times)>> FoundAsync(World world, Force police)
    {
        var auditor = await world.UserAsync(police.Headquarters, Role.Auditor);
        var now = TimeProvider.System.GetUtcNow();
        var found = await world.AsAsync(auditor, (_, db) => Data.Queries.UnusualLooks.UnusualLooksAsync(db, now.AddDays(-4), now.AddMinutes(1), TestContext.Current.CancellationToken));
        return [.. found.Select(p => (p.Kind, p.Person, p.Times))];
    }

    private static Task<int> LookAsync(World world, User by, IEnumerable<(Case Case, DateTimeOffset At)> looks) => world.AsAsync(by, (_, db) =>
    {
        foreach (var (@case, at) in looks)
            db.Add(new IdentityOpening(@case.Victims[0].Id, @case.Id, World.ActorOf(by), "To check something", at));
        return Task.FromResult(0);
    });

    private static Task<int> SearchAsync(World world, User by, byte[] hashes) => world.AsAsync(by, (_, db) =>
    {
        foreach (var hash in hashes)
            db.Add(new Search(SearchKind.Name, [hash], 0, 0, World.ActorOf(by), Noon));
        return Task.FromResult(0);
    });
}
