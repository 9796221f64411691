using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Referrals;

/// <summary>The provider asks what it must know. (Who may not: ReceivedGuardTests.)</summary>
public sealed class AskTests(ReceivingPortal at) : IClassFixture<ReceivingPortal>
{
    [Fact]
    public async Task The_question_stands_with_the_sender_and_the_clock_stands_still()
    {
        var referral = await at.ReferralAsync(ReferralStatus.Seen);

        var details = await at.Caseworker.FollowAsync(await SubmitAsync(referral, "Does she need a wheelchair?"));

        Assert.Contains("Information asked", details.QuerySelector("main .head")!.TextContent);
        Assert.Contains("It is the sender's turn", details.MainText());
        var now = await at.NowAsync(referral);
        Assert.Equal((ReferralStatus.InformationRequested, Side.Sender), (now.Status, now.TurnOf));
        Assert.NotNull(now.PausedSince);
        Assert.Contains("Does she need a wheelchair?", (await at.Officer.OpenAsync($"/referrals/{referral.Number}/inform")).MainText());
        Assert.Contains("Asked: give the information", (await at.Officer.OpenAsync("/")).MainText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task A_question_has_words(string text)
    {
        var referral = await at.ReferralAsync(ReferralStatus.Seen);

        var answer = await SubmitAsync(referral, text);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Write the message.", (await answer.HtmlAsync()).QuerySelector(".error-summary")!.TextContent);
        Assert.Equal(ReferralStatus.Seen, (await at.NowAsync(referral)).Status);
    }

    [Fact]
    public async Task What_was_withdrawn_meanwhile_is_refused_and_the_question_kept()
    {
        var referral = await at.ReferralAsync(ReferralStatus.Seen);
        var page = await at.Caseworker.OpenAsync(UrlOf(referral));
        await at.World.WithdrawAsync(at.Police.Officer, referral);

        var answer = await at.Caseworker.SubmitAsync(page, null, ("Input.Text", "Does she need a wheelchair?"));
        var shown = await answer.HtmlAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("This referral was already withdrawn by the sender.", shown.QuerySelector(".error-summary")!.TextContent);
        Assert.Equal("Does she need a wheelchair?", shown.QuerySelector<IHtmlTextAreaElement>("textarea")!.Value);
    }

    private async Task<HttpResponseMessage> SubmitAsync(Referral referral, string text) =>
        await at.Caseworker.SubmitAsync(await at.Caseworker.OpenAsync(UrlOf(referral)), null, ("Input.Text", text));

    private static string UrlOf(Referral referral) => $"/referrals/{referral.Number}/ask";
}
