using System.Net;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Retention;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;
using TipSom.Web.Tests.Referrals;

namespace TipSom.Web.Tests.Retention;

public sealed class ErasurePagesTests(ReferralPages pages) : IClassFixture<ReferralPages>
{
    [Fact]
    public async Task Strangers_and_officers_are_refused_on_each_page()
    {
        var police = await pages.World.PoliceAsync();
        var @case = await ClosedAsync(police);
        var asked = await pages.World.EraseLaterAsync(police, @case);
        var others = (await pages.World.PoliceAsync()).Supervisor;

        await pages.RefusesStrangersAsync($"/cases/{@case.Number}/erase", police.Officer, others);
        await pages.RefusesStrangersAsync($"/erasures/{asked.Id}", police.Officer, others);
        Assert.DoesNotContain(@case.Number, (await (await pages.As(others)).OpenAsync("/erasures")).MainText());
        Assert.Equal(HttpStatusCode.Forbidden, (await (await pages.As(police.Officer)).GetAsync("/erasures")).StatusCode);
    }

    [Fact]
    public async Task One_asks_another_confirms_and_the_case_says_when_it_was_erased()
    {
        var police = await pages.World.PoliceAsync();
        var @case = await ClosedAsync(police);
        var (first, second) = (await pages.As(police.Supervisor), await pages.As(await pages.World.UserAsync(police.Headquarters, Role.Supervisor)));

        var asked = await first.FollowAsync(await first.SubmitAsync(
            await first.OpenAsync($"/cases/{@case.Number}/erase"), null, ("Input.Ground", "PersonAsked"), ("Input.Reason", "Her letter of May.")));
        Assert.Contains("Waits for a second person", asked.MainText());
        var listed = await second.OpenAsync("/erasures");
        Assert.Contains(@case.Number, listed.MainText());
        var url = listed.QuerySelectorAll("th a").Single(a => a.TextContent.Contains(@case.Number, StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.Contains("Her letter of May.", (await second.OpenAsync(url)).MainText());
        var done = await second.FollowAsync(await second.SubmitAsync(await second.OpenAsync(url), null, ("Input.Answer", "Erase")));

        Assert.Contains("This was decided already.", done.MainText());
        var page = await first.OpenAsync($"/cases/{@case.Number}");
        Assert.Contains("Who the people of this case are was erased.", page.MainText());
        Assert.DoesNotContain(World.KnownNarrative, page.MainText());
        foreach (var act in new[] { "people/1", "people/1/identity", "documents", "reopen", "print/fir-annex" })
            Assert.Equal($"/cases/{@case.Number}", (await first.GetAsync($"/cases/{@case.Number}/{act}")).Headers.Location?.OriginalString);
        foreach (var act in new[] { "timeline", "history", "looked" })
            Assert.Equal(HttpStatusCode.OK, (await first.GetAsync($"/cases/{@case.Number}/{act}")).StatusCode);
    }

    [Fact]
    public async Task Who_asked_does_not_confirm_and_what_is_held_is_said()
    {
        var police = await pages.World.PoliceAsync();
        var asked = await pages.World.EraseLaterAsync(police);
        var supervisor = await pages.As(police.Supervisor);
        var reported = await pages.World.CaseAsync(police.Officer);
        await pages.World.FirAsync(police.Officer, reported, police.Station, 41);
        await pages.World.CloseCaseAsync(police.Officer, reported);

        var alone = await supervisor.SubmitAsync(await supervisor.OpenAsync($"/erasures/{asked.Id}"), null, ("Input.Answer", "Erase"));
        var held = await supervisor.SubmitAsync(
            await supervisor.OpenAsync($"/cases/{reported.Number}/erase"), null, ("Input.Ground", "CourtOrder"), ("Input.Reason", "Order of the court."));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (alone.StatusCode, held.StatusCode));
        Assert.Contains(Erasure.SecondPerson, (await alone.HtmlAsync()).MainText());
        Assert.Contains(Erasure.LawIsOpen, (await held.HtmlAsync()).MainText());
        Assert.Equal(["Choose why it is erased.", "Write why it is erased."], (await (await supervisor.SubmitAsync(
            await supervisor.OpenAsync($"/cases/{reported.Number}/erase"))).HtmlAsync()).Errors());
    }

    [Fact]
    public async Task A_provider_whose_copy_was_erased_is_told_so_and_no_page_breaks()
    {
        var police = await pages.World.PoliceAsync();
        var shelter = await pages.World.ProviderAsync();
        await pages.World.AgreementAsync(police, shelter);
        var referral = await pages.World.SentReferralAsync(police, shelter);
        await pages.World.DeclineAsync(shelter.Caseworker, referral);
        var @case = await pages.World.AsAsync(police.Officer, (_, db) => Task.FromResult(db.Cases.Single(c => c.Id == referral.CaseId)));
        await pages.World.CloseCaseAsync(police.Officer, @case);
        await pages.World.ConfirmErasureAsync(await pages.World.UserAsync(police.Headquarters, Role.AgencyAdministrator), await pages.World.EraseLaterAsync(police, @case));

        foreach (var (user, url) in new[] { (shelter.Caseworker, $"/referrals/{referral.Number}"), (police.Officer, $"/referrals/{referral.Number}"), (police.Officer, "/referrals") })
            Assert.True((await (await pages.As(user)).GetAsync(url)).StatusCode is HttpStatusCode.OK or HttpStatusCode.Gone or HttpStatusCode.NotFound, url);
    }

    [Fact]
    public async Task A_supervisor_redacts_the_account_and_the_timeline_says_so()
    {
        var police = await pages.World.PoliceAsync();
        var @case = await pages.World.CaseAsync(police.Officer);
        var supervisor = await pages.As(police.Supervisor);
        var url = $"/cases/{@case.Number}/redact/account";
        await pages.RefusesStrangersAsync(url, police.Officer, (await pages.World.PoliceAsync()).Supervisor);

        var same = await supervisor.SubmitAsync(await supervisor.OpenAsync(url), null, ("Input.Text", World.KnownNarrative), ("Input.Reason", "SomebodyElse"));
        Assert.Equal(HttpStatusCode.Conflict, same.StatusCode);
        var timeline = await supervisor.FollowAsync(await supervisor.SubmitAsync(
            await supervisor.OpenAsync(url), null, ("Input.Text", "Kept at a kiln."), ("Input.Reason", "SomebodyElse")));

        Assert.Contains("The account was redacted: It names or describes somebody else", timeline.MainText());
        Assert.Contains("Kept at a kiln.", (await supervisor.OpenAsync($"/cases/{@case.Number}")).MainText());
        Assert.DoesNotContain("Narrativecanary", (await supervisor.OpenAsync($"/cases/{@case.Number}/history")).MainText());
    }

    private async Task<Case> ClosedAsync(Force police) => await pages.World.CloseCaseAsync(police.Officer, await pages.World.CaseAsync(police.Officer));
}
