using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Data.Identity;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Suspects;

public sealed class LookTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task Only_a_supervisor_of_the_unit_gets_in()
    {
        var (url, _) = await UrlAsync(site.Police.Officer);
        var stranger = await site.Portal.BrowserOfAsync((await site.World.PoliceAsync()).Supervisor);

        await site.GuardsAsync(url, isOnCase: false);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Officer.GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(url)).StatusCode);
    }

    [Fact]
    public async Task A_look_is_noted_and_the_case_no_longer_asks_for_one()
    {
        var (url, id) = await UrlAsync(site.Police.Officer);
        var supervisor = await site.Portal.BrowserOfAsync(site.Police.Supervisor);
        var form = await supervisor.OpenAsync(url);
        Assert.Contains(World.KnownAccusation, form.MainText());

        var page = await supervisor.FollowAsync(await supervisor.SubmitAsync(form, null, ("Input.Note", "Done under threat: take it back.")));

        Assert.Contains("Your look was noted.", page.MainText());
        Assert.Contains("Done under threat: take it back.", page.MainText());
        Assert.DoesNotContain("Needs a supervisor's look", page.MainText());
        Assert.Equal(site.Police.Supervisor.Id, (await site.ReadAsync(db => db.Suspects.SingleAsync(s => s.CaseId == id))).LookedById);
    }

    [Fact]
    public async Task A_supervisor_finds_what_is_to_look_at_among_what_waits_for_a_decision()
    {
        var (url, _) = await UrlAsync(site.Police.Officer);
        var (own, _) = await UrlAsync(site.Police.Supervisor);
        var supervisor = await site.Portal.BrowserOfAsync(site.Police.Supervisor);

        var waiting = await supervisor.OpenAsync("/");
        await supervisor.SubmitAsync(await supervisor.OpenAsync(url), null, ("Input.Note", "Done under threat: take it back."));

        Assert.Contains("Look at the accusation", waiting.QuerySelector($"main a[href='{url}']")!.TextContent);
        Assert.Null(waiting.QuerySelector($"main a[href='{own}']"));
        Assert.Null((await site.Officer.OpenAsync("/")).QuerySelector($"main a[href='{url}']"));
        Assert.Null((await supervisor.OpenAsync("/")).QuerySelector($"main a[href='{url}']"));
    }

    [Fact]
    public async Task Nobody_looks_at_the_own_accusation()
    {
        var (url, _) = await UrlAsync(site.Police.Supervisor);
        var supervisor = await site.Portal.BrowserOfAsync(site.Police.Supervisor);

        var answer = await supervisor.SubmitAsync(await supervisor.OpenAsync(url), null, ("Input.Note", "Fine."));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(["Somebody other than who accused the person looks at it."], (await answer.HtmlAsync()).Errors());
    }

    [Fact]
    public async Task Where_nobody_of_the_case_is_accused_there_is_nothing_to_look_at()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.World.SuspectAsync(site.Police.Officer, @case);
        var supervisor = await site.Portal.BrowserOfAsync(site.Police.Supervisor);

        Assert.Contains("There is nothing to look at here.", (await supervisor.OpenAsync($"/cases/{@case.Number}/suspects/1/look")).MainText());
    }

    private async Task<(string Url, Guid Case)> UrlAsync(User accuser)
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.World.AccuseAsync(accuser, @case);
        return ($"/cases/{@case.Number}/suspects/1/look", @case.Id);
    }
}
