using System.Globalization;
using System.Net;
using TipSom.Data;
using TipSom.Domain.Audit;
using TipSom.Domain.Cases;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Looks;

public sealed class IndexTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task Only_those_who_work_on_cases_get_in() => await site.GuardsAsync("/looks", isOnCase: false);

    [Fact]
    public async Task An_opening_by_another_agency_is_shown_to_the_holder_and_to_nobody_else()
    {
        var fia = await site.World.FiaAsync();
        var @case = await SharedAsync(fia);
        await LookAsync(fia, @case, "Checkcanary of the family", TimeProvider.System.GetUtcNow());
        await site.World.AsAsync(site.Police.Officer, (_, db) =>
        {
            db.Add(new IdentityOpening(@case.Victims[0].Id, @case.Id, World.ActorOf(site.Police.Officer), "My own look", TimeProvider.System.GetUtcNow()));
            return Task.FromResult(0);
        });

        var page = (await site.Officer.OpenAsync("/looks")).MainText();
        var supervisor = (await (await site.Portal.BrowserOfAsync(site.Police.Supervisor)).OpenAsync("/looks")).MainText();
        var looker = (await (await site.Portal.BrowserOfAsync(fia.Officer)).OpenAsync("/looks")).MainText();
        var stranger = (await (await site.Portal.BrowserOfAsync((await site.World.PoliceAsync()).Officer)).OpenAsync("/looks")).MainText();

        foreach (var seen in new[] { page, supervisor })
        {
            Assert.Contains(@case.Number, seen, StringComparison.Ordinal);
            Assert.Contains("SI Test Officer", seen, StringComparison.Ordinal);
            Assert.Contains("Identity opened", seen, StringComparison.Ordinal);
            Assert.Contains("Checkcanary of the family", seen, StringComparison.Ordinal);
            Assert.DoesNotContain("My own look", seen, StringComparison.Ordinal);
            Assert.DoesNotContain("Canarybird", seen, StringComparison.Ordinal);
        }

        foreach (var unseen in new[] { looker, stranger })
        {
            Assert.DoesNotContain(@case.Number, unseen, StringComparison.Ordinal);
            Assert.Contains("Nobody else opened anything", unseen, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_week_is_chosen_and_a_week_that_is_none_reads_as_this_one()
    {
        var fia = await site.World.FiaAsync();
        var @case = await SharedAsync(fia);
        var then = TimeProvider.System.GetUtcNow().AddDays(-14);
        await LookAsync(fia, @case, "Two weeks ago", then);
        var day = PakistanTime.DayOf(then).ToDateTime(TimeOnly.MinValue);

        var week = await site.Officer.OpenAsync(string.Create(CultureInfo.InvariantCulture, $"/looks?week={ISOWeek.GetYear(day):d4}-W{ISOWeek.GetWeekOfYear(day):d2}"));

        Assert.Contains("Two weeks ago", week.MainText());
        foreach (var none in new[] { "", "2026-W60", "0001-W01", "9999-W52", "x", "-W", "2026-W1" })
            Assert.DoesNotContain("Two weeks ago", (await site.Officer.OpenAsync($"/looks?week={none}")).MainText());
    }

    [Fact]
    public async Task Openings_of_suspects_are_on_the_list_of_the_case_for_who_sees_the_investigation()
    {
        var fia = await site.World.FiaAsync();
        var @case = await SharedAsync(fia, seesInvestigation: false);
        var suspect = await site.World.SuspectAsync(site.Police.Officer, @case);
        await site.World.AsAsync(site.Police.Officer, (_, db) =>
        {
            db.Add(new SuspectOpening(suspect.Id, @case.Id, World.ActorOf(site.Police.Officer), "The court asks", TimeProvider.System.GetUtcNow()));
            return Task.FromResult(0);
        });

        Assert.Contains("Suspect's details opened: suspect 1", (await site.Officer.OpenAsync($"/cases/{@case.Number}/looked")).MainText());
        var reader = await site.Portal.BrowserOfAsync(fia.Officer);
        Assert.DoesNotContain("Suspect's details", (await reader.OpenAsync($"/cases/{@case.Number}/looked")).MainText());
    }

    [Fact]
    public async Task Nothing_is_posted_here() => Assert.NotEqual(
        HttpStatusCode.OK, (await site.Officer.Client.PostAsync("/looks", null, TestContext.Current.CancellationToken)).StatusCode);

    private async Task<Case> SharedAsync(Force with, bool seesInvestigation = true)
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.World.ShareAsync(site.Police.Supervisor, @case, with.Station, t => t with { SeesIdentity = true, SeesInvestigation = seesInvestigation });
        return @case;
    }

    private Task<int> LookAsync(Force by, Case @case, string reason, DateTimeOffset at) => site.World.AsAsync(by.Officer, (_, db) =>
    {
        db.Add(new IdentityOpening(@case.Victims[0].Id, @case.Id, World.ActorOf(by.Officer), reason, at));
        return Task.FromResult(0);
    });
}
