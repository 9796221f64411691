using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Referrals;

public sealed class VoidTests(ReferralPages pages) : IClassFixture<ReferralPages>
{
    [Fact]
    public async Task Strangers_and_officers_are_refused()
    {
        var (police, shelter) = await pages.BoundAsync();
        var referral = await pages.World.SentReferralAsync(police, shelter);
        var stranger = (await pages.World.PoliceAsync()).Supervisor;

        foreach (var wrongRole in new[] { police.Officer, shelter.Caseworker })
            await pages.RefusesStrangersAsync(UrlOf(referral), wrongRole, stranger);
    }

    [Fact]
    public async Task A_supervisor_voids_it_with_what_was_wrong_which_the_provider_is_not_shown()
    {
        var (police, shelter) = await pages.BoundAsync();
        var referral = await pages.World.ReferralAsync(ReferralStatus.Seen, police, shelter);
        var browser = await pages.As(police.Supervisor);

        var details = await browser.FollowAsync(await browser.SubmitAsync(await browser.OpenAsync(UrlOf(referral)), null, ("Input.Reason", "Entered twice.")));
        var told = (await (await pages.As(shelter.Caseworker)).OpenAsync($"/referrals/{referral.Number}")).MainText();

        Assert.Contains("This referral was entered in error and is void.", details.MainText());
        Assert.Contains("Entered twice.", details.MainText());
        Assert.Contains("This referral was entered in error and is void.", told);
        Assert.DoesNotContain("Entered twice.", told);
        Assert.DoesNotContain("blanket", told);
    }

    [Fact]
    public async Task Without_what_was_wrong_it_stands()
    {
        var (police, shelter) = await pages.BoundAsync();
        var referral = await pages.World.SentReferralAsync(police, shelter);
        var browser = await pages.As(police.Supervisor);

        var answer = await browser.SubmitAsync(await browser.OpenAsync(UrlOf(referral)));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Write what was wrong, in a few words.", (await answer.HtmlAsync()).QuerySelector(".error-summary")!.TextContent);
    }

    [Fact]
    public async Task One_withdrawn_in_the_meantime_is_refused_and_what_was_typed_kept()
    {
        var (police, shelter) = await pages.BoundAsync();
        var referral = await pages.World.SentReferralAsync(police, shelter);
        var browser = await pages.As(police.Supervisor);
        var form = await browser.OpenAsync(UrlOf(referral));
        await pages.World.WithdrawAsync(police.Officer, referral);

        var answer = await browser.SubmitAsync(form, null, ("Input.Reason", "Entered twice."));
        var page = await answer.HtmlAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("This referral was already withdrawn by the sender.", page.QuerySelector(".error-summary")!.TextContent);
        Assert.Equal("Entered twice.", page.QuerySelector<IHtmlTextAreaElement>("textarea")!.Value);
    }

    private static string UrlOf(Referral referral) => $"/referrals/{referral.Number}/void";
}
