using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Cases;
using TipSom.Domain.Finding;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;
using TipSom.Web.Tests.Referrals;

namespace TipSom.Web.Tests.Finding;

public sealed class SamePersonTests(ReferralPages pages) : IClassFixture<ReferralPages>
{
    [Fact]
    public async Task Strangers_are_refused()
    {
        var police = await pages.World.PoliceAsync();
        var @case = await pages.World.CaseAsync(police.Officer);

        await pages.RefusesStrangersAsync(UrlOf(@case, 1), (await pages.World.ProviderAsync()).Caseworker, (await pages.World.PoliceAsync()).Officer);
    }

    [Fact]
    public async Task A_second_entry_is_marked_and_shown_below_the_first_and_taken_back_with_a_reason()
    {
        var (police, @case) = await TwiceAsync();
        var officer = await pages.As(police.Officer);

        var page = await officer.FollowAsync(await officer.SubmitAsync(
            await officer.OpenAsync(UrlOf(@case, 2)), "form#merge", ("Step", "Merge"), ("Input.Into", "1"), ("Input.Because", "PersonSaysSo")));
        Assert.Contains("Person 2 is the same as person 1", page.MainText());
        var file = await officer.OpenAsync($"/cases/{@case.Number}");
        Assert.Contains("The same person as person 1", file.QuerySelector("#person-2")!.TextContent);
        Assert.Contains("Found to be entered twice in this case", file.MainText());
        Assert.DoesNotContain("Consent: person 2", file.MainText());

        var missing = await officer.SubmitAsync(page, "form#standing", ("Step", "Undo"), ("Input.Standing", StandingOf(page)));
        Assert.Equal(["Say why you take it back."], (await missing.HtmlAsync()).Errors());
        var undone = await officer.FollowAsync(await officer.SubmitAsync(
            page, "form#standing", ("Step", "Undo"), ("Input.Standing", StandingOf(page)), ("Input.Undone", "TwoPeople")));
        Assert.Null(undone.QuerySelector("form#standing"));
        Assert.Contains("Not entered twice after all", (await officer.OpenAsync($"/cases/{@case.Number}")).MainText());
    }

    [Fact]
    public async Task It_is_refused_while_a_referral_of_the_second_is_not_finished()
    {
        var (police, shelter) = await pages.BoundAsync();
        var @case = await pages.World.CaseAsync(police.Officer);
        await AddAsync(police, @case);
        await pages.World.ConsentAsync(police.Officer, @case);
        await pages.World.SendAsync(police.Officer, @case, shelter);
        var officer = await pages.As(police.Officer);

        var refused = await officer.SubmitAsync(
            await officer.OpenAsync(UrlOf(@case, 1)), "form#merge", ("Step", "Merge"), ("Input.Into", "2"), ("Input.Because", "PersonSaysSo"));

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal([PersonMerge.UnfinishedReferral], (await refused.HtmlAsync()).Errors());
    }

    [Fact]
    public async Task Two_cases_of_the_unit_show_each_others_number_until_it_is_taken_back()
    {
        var police = await pages.World.PoliceAsync();
        var (one, other) = (await pages.World.CaseAsync(police.Officer), await pages.World.CaseAsync(police.Officer));
        var officer = await pages.As(police.Officer);

        var page = await LinkAsync(officer, one, other.Number.ToLowerInvariant());
        Assert.Contains($"Also in {other.Number}", page.MainText());
        Assert.Contains($"Also in {one.Number}", (await officer.OpenAsync($"/cases/{other.Number}")).MainText());

        await officer.FollowAsync(await officer.SubmitAsync(
            page, "form#standing", ("Step", "Undo"), ("Input.Standing", StandingOf(page)), ("Input.Undone", "ByMistake")));
        var file = await officer.OpenAsync($"/cases/{other.Number}");
        Assert.DoesNotContain("Also in", file.MainText());
        Assert.Contains("Not the same person as in another case after all", file.MainText());
    }

    [Fact]
    public async Task A_case_the_unit_does_not_work_on_is_not_linked()
    {
        var police = await pages.World.PoliceAsync();
        var (own, foreign) = (await pages.World.CaseAsync(police.Officer), await pages.World.CaseAsync((await pages.World.PoliceAsync()).Officer));
        var officer = await pages.As(police.Officer);

        foreach (var number in new[] { foreign.Number, "TS-2026-AAAAAA", "" })
        {
            var answer = await officer.SubmitAsync(
                await officer.OpenAsync(UrlOf(own, 1)), "form#link", ("Step", "Link"), ("Input.Number", number), ("Input.Person", "1"), ("Input.LinkBecause", "SameDocument"));
            Assert.Equal(["There is no such person in a case your unit works on."], (await answer.HtmlAsync()).Errors());
        }
    }

    [Theory]
    [InlineData("Same")]
    [InlineData("Different")]
    public async Task What_an_officer_is_not_sure_of_the_supervisor_finds_in_the_queue_and_decides(string decision)
    {
        var police = await pages.World.PoliceAsync();
        var (known, added) = (await pages.World.CaseAsync(police.Officer), await pages.World.CaseAsync(police.Officer));
        await pages.World.AsAsync(police.Officer, (_, db) =>
        {
            db.Add(new DuplicateChoice(
                new PersonOfCase(known.Id, known.Victims[0].Id), new PersonOfCase(added.Id, added.Victims[0].Id), DuplicateAnswer.NotSure,
                World.ActorOf(police.Officer), DateTimeOffset.UtcNow));
            return Task.FromResult(0);
        });
        var supervisor = await pages.As(police.Supervisor);
        Assert.NotNull((await supervisor.OpenAsync("/")).QuerySelector($"main a[href='{UrlOf(added, 1)}']"));
        Assert.Null((await (await pages.As(police.Officer)).OpenAsync("/")).QuerySelector($"main a[href='{UrlOf(added, 1)}']"));
        var page = await supervisor.OpenAsync(UrlOf(added, 1));
        var id = page.QuerySelector("[name='Input.Open']")!.GetAttribute("value")!;

        var after = await supervisor.FollowAsync(await supervisor.SubmitAsync(
            page, "form#open", ("Step", decision), ("Input.Open", id), ("Input.OpenBecause", "FamilySaysSo")));

        Assert.Null(after.QuerySelector("form#open"));
        Assert.Equal(decision == "Same", after.MainText().Contains($"Also in {known.Number}", StringComparison.Ordinal));
        Assert.Null((await supervisor.OpenAsync("/")).QuerySelector($"main a[href='{UrlOf(added, 1)}']"));
    }

    private static string UrlOf(Case @case, int position) => $"/cases/{@case.Number}/people/{position}/same-person";

    private static string StandingOf(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelector("[name='Input.Standing']")!.GetAttribute("value")!;

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> LinkAsync(PortalBrowser officer, Case one, string number) =>
        await officer.FollowAsync(await officer.SubmitAsync(
            await officer.OpenAsync(UrlOf(one, 1)), "form#link", ("Step", "Link"), ("Input.Number", number), ("Input.Person", "1"), ("Input.LinkBecause", "SameDocument")));

    private async Task<(Force Police, Case Case)> TwiceAsync()
    {
        var police = await pages.World.PoliceAsync();
        var @case = await pages.World.CaseAsync(police.Officer);
        await AddAsync(police, @case);
        return (police, @case);
    }

    private Task<int> AddAsync(Force police, Case @case) => pages.World.AsAsync(police.Officer, async (_, db) =>
    {
        var loaded = await db.Cases.Include(c => c.Victims).SingleAsync(c => c.Id == @case.Id);
        return loaded.AddPerson(World.Woman with { Needs = [Domain.Services.ServiceType.LegalAid] }, World.ActorOf(police.Officer), DateTimeOffset.UtcNow).Position;
    });
}
