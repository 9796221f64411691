using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Cases;
using TipSom.Domain.Victims;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Cases;

public sealed class CloseTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task Only_those_on_the_case_get_in() => await site.GuardsAsync(UrlOf(await site.World.CaseAsync(site.Police.Officer)));

    [Fact]
    public async Task A_case_in_which_nothing_is_owed_is_closed_with_its_reason()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer, new PersonFacts(Safety.Safe, Sex.Female, new Age(30, false), []));

        var page = await site.Officer.FollowAsync(await site.Officer.SubmitAsync(
            await site.Officer.OpenAsync(UrlOf(@case)), null, ("Input.Reason", "HandedToCourt"), ("Input.Words", "Hearing on Monday.")));

        Assert.Contains("The case was closed.", page.MainText());
        Assert.Contains("Before a court, nothing more is owed here", page.MainText());
        var kept = await site.ReadAsync(db => db.Cases.AsNoTracking().SingleAsync(c => c.Id == @case.Id));
        Assert.Equal((CaseStatus.Closed, CloseReason.HandedToCourt), (kept.Status, kept.ClosedFor));
        Assert.Contains("Hearing on Monday.", (await site.Officer.OpenAsync($"/cases/{@case.Number}/timeline")).MainText());
    }

    [Fact]
    public async Task A_need_of_nobody_is_named_and_keeps_it_open()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var form = await site.Officer.OpenAsync(UrlOf(@case));

        var answer = await site.Officer.SubmitAsync(form, null, ("Input.Reason", "FollowedUpAndDone"));

        Assert.Contains("Person 1: Safe place to stay", form.MainText());
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(["A need of person 1 is in nobody's hands. Refer it, or record that the person does not want it."], (await answer.HtmlAsync()).Errors());
        Assert.True((await site.ReadAsync(db => db.Cases.AsNoTracking().SingleAsync(c => c.Id == @case.Id))).IsOpen);
    }

    [Fact]
    public async Task A_referral_in_a_provider_s_hands_is_named_and_keeps_it_open()
    {
        var provider = await site.World.ProviderAsync();
        await site.World.AgreementAsync(site.Police, provider);
        var referral = await site.World.SentReferralAsync(site.Police, provider);
        var @case = await site.ReadAsync(db => db.Cases.AsNoTracking().SingleAsync(c => c.Id == referral.CaseId));
        var form = await site.Officer.OpenAsync(UrlOf(@case));

        var answer = await site.Officer.SubmitAsync(form, null, ("Input.Reason", "LostContact"));

        Assert.Contains(referral.Number, form.MainText());
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal([$"Referral {referral.Number} is not finished. Withdraw it, or wait until the provider closes it."], (await answer.HtmlAsync()).Errors());
    }

    [Fact]
    public async Task Without_a_reason_it_says_what_is_missing_and_another_reason_needs_words()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer, new PersonFacts(Safety.Safe, Sex.Female, new Age(30, false), []));
        var form = await site.Officer.OpenAsync(UrlOf(@case));

        Assert.Equal(["Choose why the case is closed."], (await (await site.Officer.SubmitAsync(form)).HtmlAsync()).Errors());
        Assert.Equal(
            ["Write in a few words why the case is closed."],
            (await (await site.Officer.SubmitAsync(form, null, ("Input.Reason", "Other"))).HtmlAsync()).Errors());
    }

    [Theory]
    [InlineData("people/1/consent")]
    [InlineData("people/1/edit-identity")]
    [InlineData("people/1/placement")]
    [InlineData("people/new")]
    public async Task Acts_on_a_closed_case_say_so_before_anybody_types(string act)
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.CloseAsync(@case);

        Assert.Contains(Case.ClosedAlready, (await site.Officer.OpenAsync($"/cases/{@case.Number}/{act}")).MainText());
    }

    [Fact]
    public async Task Consent_placement_and_identity_of_a_closed_case_are_refused()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var consent = await site.Officer.OpenAsync($"/cases/{@case.Number}/people/1/consent");
        var placement = await site.Officer.OpenAsync($"/cases/{@case.Number}/people/1/placement");
        var identity = await (await site.Officer.SubmitAsync(
            await site.Officer.OpenAsync($"/cases/{@case.Number}/people/1/edit-identity"), null,
            ("Step", "Open"), ("Reason.Chosen", "To correct or complete the details"))).HtmlAsync();
        await site.CloseAsync(@case);

        foreach (var answer in new[]
                 {
                     await site.Officer.SubmitAsync(consent, null, ("Input.Agrees", "true"), ("Input.Basis", "OwnConsent"), ("Input.Form", "Spoken"), ("Input.LanguageCode", "urd")),
                     await site.Officer.SubmitAsync(placement, null, ("Input.ChildrenAlong", "1")),
                     await site.Officer.SubmitAsync(identity, null, ("Step", "Save"), ("Input.Name", "Somebody Else"))
                 })
        {
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            Assert.Equal([Case.ClosedAlready], (await answer.HtmlAsync()).Errors());
        }
    }

    [Fact]
    public async Task Consent_is_withdrawn_on_a_closed_case_too()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.World.ConsentAsync(site.Police.Officer, @case);
        await site.CloseAsync(@case);

        var answer = await site.Officer.SubmitAsync(await site.Officer.OpenAsync($"/cases/{@case.Number}/people/1/withdraw-consent"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.True(await site.ReadAsync(db => db.Consents.AllAsync(c => c.CaseId != @case.Id || c.WithdrawnAt != null)));
    }

    private static string UrlOf(Case @case) => $"/cases/{@case.Number}/close";
}
