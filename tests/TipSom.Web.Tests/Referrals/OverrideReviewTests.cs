using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using TipSom.Data.Identity;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Referrals;

/// <summary>Life in danger and no agreement: a supervisor sends all the same, and the national desk reviews it.</summary>
public sealed class OverrideReviewTests(ReferralPages pages) : IClassFixture<ReferralPages>
{
    private const string Reason = "He waits outside with a gun.";

    [Fact]
    public async Task Strangers_are_refused_and_what_rests_on_an_agreement_is_not_here()
    {
        var (desk, police, _, referral) = await OverriddenAsync();
        var (bound, shelter) = await pages.BoundAsync();
        var ordinary = await pages.World.SentReferralAsync(bound, shelter);

        await pages.RefusesStrangersAsync(UrlOf(referral), police.Supervisor, await pages.World.CoordinatorAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await (await pages.As(desk)).GetAsync(UrlOf(ordinary))).StatusCode);
    }

    [Fact]
    public async Task A_supervisor_sends_with_a_reason_that_all_sides_read()
    {
        var (police, shelter) = (await pages.World.PoliceAsync(), await pages.World.ProviderAsync());
        var @case = await pages.World.CaseAsync(police.Officer);
        await pages.World.ConsentAsync(police.Officer, @case);
        var (officer, supervisor) = (await pages.As(police.Officer), await pages.As(police.Supervisor));
        var choose = $"/cases/{@case.Number}/people/1/refer?need={@case.Victims[0].Needs[0].Id}";

        var offered = (await supervisor.OpenAsync(choose)).QuerySelector<IHtmlAnchorElement>($"main a[href*='to={shelter.Service.Id}&override=true']")!;
        var preview = await supervisor.OpenAsync(offered.GetAttribute("href")!);
        var silent = await supervisor.SubmitAsync(preview, null, ("Input.IsSafe", "true"), ("Input.Message", "Bring a blanket."));
        var details = await supervisor.FollowAsync(await supervisor.SubmitAsync(preview, null, ("Input.IsSafe", "true"), ("Input.OverrideReason", Reason)));

        Assert.Null((await officer.OpenAsync(choose)).QuerySelector("main a[href*='override']"));
        Assert.Contains("No agreement covers this referral.", preview.MainText());
        var asked = await silent.HtmlAsync();
        Assert.Contains("Write in a few words why life is in danger.", asked.QuerySelector(".error-summary")!.TextContent);
        Assert.Contains("Bring a blanket.", asked.QuerySelectorAll<IHtmlTextAreaElement>("textarea").Select(t => t.Value));
        Assert.Contains($"Sent without an agreement: danger to life. {Reason} The national desk has not reviewed it yet.", details.MainText());
    }

    [Fact]
    public async Task An_officer_who_forges_the_address_of_an_override_sends_nothing()
    {
        var (police, shelter) = (await pages.World.PoliceAsync(), await pages.World.ProviderAsync());
        var @case = await pages.World.CaseAsync(police.Officer);
        await pages.World.ConsentAsync(police.Officer, @case);
        var reader = await Reader.OfAsync(police.Officer, Side.Sender, await pages.As(police.Officer));

        var answer = await reader.PostAsync(
            $"/cases/{@case.Number}/people/1/send?need={@case.Victims[0].Needs[0].Id}&to={shelter.Service.Id}&override=true",
            ("Input.IsSafe", "true"), ("Input.OverrideReason", Reason));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("No agreement", (await answer.HtmlAsync()).QuerySelector(".error-summary")!.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task One_found_right_is_accepted_like_any_other()
    {
        var (desk, _, shelter, referral) = await OverriddenAsync();
        var browser = await pages.As(desk);
        Assert.NotNull((await browser.OpenAsync("/")).QuerySelector($"main a[href='{UrlOf(referral)}']"));

        var details = await browser.FollowAsync(await browser.SubmitAsync(await browser.OpenAsync(UrlOf(referral)), null, ("Input.IsUpheld", "true")));
        var caseworker = await pages.As(shelter.Caseworker);
        var accepted = await caseworker.SubmitAsync(await caseworker.OpenAsync($"/referrals/{referral.Number}/accept"), null, ReceivingPortal.Acceptance);

        Assert.Contains("The national desk reviewed it and found it right.", details.MainText());
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        Assert.Null((await browser.OpenAsync("/")).QuerySelector($"main a[href='{UrlOf(referral)}']"));
    }

    [Fact]
    public async Task One_found_wrong_can_no_longer_be_accepted_and_both_sides_read_why()
    {
        var (desk, police, shelter, referral) = await OverriddenAsync();
        var browser = await pages.As(desk);
        var caseworker = await pages.As(shelter.Caseworker);
        var form = await caseworker.OpenAsync($"/referrals/{referral.Number}/accept");

        await browser.FollowAsync(await browser.SubmitAsync(
            await browser.OpenAsync(UrlOf(referral)), null, ("Input.IsUpheld", "false"), ("Input.Note", "A covered shelter had a bed.")));
        var refused = await caseworker.SubmitAsync(form, null, ReceivingPortal.Acceptance);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        const string sentence = "The national desk reviewed the emergency override and did not uphold it.";
        Assert.Contains(sentence, (await refused.HtmlAsync()).QuerySelector(".error-summary")!.TextContent);
        foreach (var reader in new[] { police.Supervisor, shelter.Caseworker })
            Assert.Contains(sentence + " A covered shelter had a bed.", (await (await pages.As(reader)).OpenAsync($"/referrals/{referral.Number}")).MainText());
    }

    [Fact]
    public async Task It_is_reviewed_once_and_a_no_says_why()
    {
        var (desk, _, _, referral) = await OverriddenAsync();
        var browser = await pages.As(desk);
        var form = await browser.OpenAsync(UrlOf(referral));

        var unsaid = await browser.SubmitAsync(form);
        var noted = await browser.SubmitAsync(form, null, ("Input.IsUpheld", "false"));
        var first = await browser.SubmitAsync(form, null, ("Input.IsUpheld", "true"));
        var again = await browser.OpenAsync(UrlOf(referral));

        Assert.Contains("Choose what you find.", (await unsaid.HtmlAsync()).QuerySelector(".error-summary")!.TextContent);
        Assert.Contains("Write why the override was not right.", (await noted.HtmlAsync()).QuerySelector(".error-summary")!.TextContent);
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Contains("This override was already reviewed.", again.MainText());
        Assert.Empty(again.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task A_second_review_at_the_same_time_is_refused_and_its_note_kept()
    {
        var (desk, _, _, referral) = await OverriddenAsync();
        var browser = await pages.As(desk);
        var (mine, hers) = (await browser.OpenAsync(UrlOf(referral)), await browser.OpenAsync(UrlOf(referral)));
        await browser.SubmitAsync(mine, null, ("Input.IsUpheld", "true"));

        var answer = await browser.SubmitAsync(hers, null, ("Input.IsUpheld", "false"), ("Input.Note", "A covered shelter had a bed."));
        var page = await answer.HtmlAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("This override was already reviewed.", page.QuerySelector(".error-summary")!.TextContent);
        Assert.Equal("A covered shelter had a bed.", page.QuerySelector<IHtmlTextAreaElement>("textarea")!.Value);
    }

    private async Task<(User Desk, Force Police, Provider Shelter, Referral Referral)> OverriddenAsync()
    {
        var (desk, police, shelter) = (await pages.World.CoordinatorAsync(), await pages.World.PoliceAsync(), await pages.World.ProviderAsync());
        var @case = await pages.World.CaseAsync(police.Officer);
        await pages.World.ConsentAsync(police.Officer, @case);
        var referral = (await pages.World.SendAsync(police.Supervisor, @case, [shelter], overrideReason: Reason))[0];
        return (desk, police, shelter, await pages.World.OpenAsync(shelter.Caseworker, referral));
    }

    private static string UrlOf(Referral referral) => $"/referrals/{referral.Number}/override-review";
}
