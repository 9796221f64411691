using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Referrals;

public sealed class InformTests(ReferralPages pages) : IClassFixture<ReferralPages>
{
    [Fact]
    public async Task Strangers_are_refused()
    {
        var (police, shelter) = await pages.BoundAsync();
        var referral = await AskedAsync(police, shelter);

        await pages.RefusesStrangersAsync(UrlOf(referral), shelter.Caseworker, (await pages.World.PoliceAsync()).Officer);
    }

    [Fact]
    public async Task The_question_is_on_the_page_and_its_answer_gives_the_turn_back()
    {
        var (police, shelter) = await pages.BoundAsync();
        var referral = await AskedAsync(police, shelter);
        var browser = await pages.As(police.Officer);

        var form = await browser.OpenAsync(UrlOf(referral));
        var details = await browser.FollowAsync(await browser.SubmitAsync(form, null, ("Input.Text", "She walks with a stick.")));

        Assert.Contains("The provider asks Does she walk?", form.MainText());
        Assert.Contains("It is the provider's turn", details.MainText());
        Assert.Contains("Waiting for an answer", details.QuerySelector("main .head")!.TextContent);
        var caseworker = await pages.As(shelter.Caseworker);
        Assert.Contains("She walks with a stick.", (await caseworker.OpenAsync($"/referrals/{referral.Number}/messages")).MainText());
        Assert.NotNull((await caseworker.OpenAsync($"/referrals/{referral.Number}")).QuerySelector($"main a[href='/referrals/{referral.Number}/accept']"));
    }

    [Fact]
    public async Task An_answer_has_words()
    {
        var (police, shelter) = await pages.BoundAsync();
        var referral = await AskedAsync(police, shelter);
        var browser = await pages.As(police.Officer);

        var answer = await browser.SubmitAsync(await browser.OpenAsync(UrlOf(referral)));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Write the message.", (await answer.HtmlAsync()).QuerySelector(".error-summary")!.TextContent);
    }

    [Fact]
    public async Task One_declined_in_the_meantime_is_refused_and_the_answer_kept()
    {
        var (police, shelter) = await pages.BoundAsync();
        var referral = await AskedAsync(police, shelter);
        var browser = await pages.As(police.Officer);
        var form = await browser.OpenAsync(UrlOf(referral));
        await pages.World.DeclineAsync(shelter.Caseworker, referral);

        var answer = await browser.SubmitAsync(form, null, ("Input.Text", "She walks with a stick."));
        var page = await answer.HtmlAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("This referral was already declined.", page.QuerySelector(".error-summary")!.TextContent);
        Assert.Equal("She walks with a stick.", page.QuerySelector<IHtmlTextAreaElement>("textarea")!.Value);
    }

    [Fact]
    public async Task Where_nothing_was_asked_the_page_says_so()
    {
        var (police, shelter) = await pages.BoundAsync();
        var referral = await pages.World.SentReferralAsync(police, shelter);

        var page = await (await pages.As(police.Officer)).OpenAsync(UrlOf(referral));

        Assert.Contains("This referral was sent and has not been opened yet.", page.MainText());
        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    private async Task<Referral> AskedAsync(Force police, Provider shelter)
    {
        var referral = await pages.World.ReferralAsync(ReferralStatus.InformationRequested, police, shelter);
        await pages.World.WriteAsync(shelter.Caseworker, referral, Side.Recipient, "Does she walk?");
        return referral;
    }

    private static string UrlOf(Referral referral) => $"/referrals/{referral.Number}/inform";
}
