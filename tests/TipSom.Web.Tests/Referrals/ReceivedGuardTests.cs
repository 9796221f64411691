using System.Net;
using TipSom.Domain.Referrals;

namespace TipSom.Web.Tests.Referrals;

/// <summary>Who may not come near the pages on which a provider answers.</summary>
public sealed class ReceivedGuardTests(ReceivingPortal at) : IClassFixture<ReceivingPortal>
{
    public static TheoryData<string, ReferralStatus> Acts => new()
    {
        { "open", ReferralStatus.Sent }, { "accept", ReferralStatus.Seen }, { "decline", ReferralStatus.Seen }, { "ask", ReferralStatus.Seen },
        { "identity", ReferralStatus.Accepted }, { "arrival", ReferralStatus.Accepted }, { "no-show", ReferralStatus.Accepted },
        { "close", ReferralStatus.InCare }
    };

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task An_act_is_for_the_provider_asked_and_nobody_else(string act, ReferralStatus status)
    {
        var referral = await at.ReferralAsync(status);
        var url = $"/referrals/{referral.Number}/{act}";

        var signedOut = await at.Portal.Browser().GetAsync(url);
        var wrongRole = await at.Officer.GetAsync(url);
        var otherAgency = await at.Stranger.GetAsync(url);
        var allowed = await at.Caseworker.GetAsync(url);

        Assert.StartsWith("/account/sign-in", new Uri(new Uri("http://localhost"), signedOut.Headers.Location!).AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, wrongRole.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, otherAgency.StatusCode);
        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await ReceivingPortal.PostBlindAsync(at.Officer, url));
        Assert.Equal(HttpStatusCode.NotFound, await ReceivingPortal.PostBlindAsync(at.Stranger, url));
        Assert.Equal(status, (await at.NowAsync(referral)).Status);
    }

    [Theory]
    [InlineData("TR-2026-000000")]
    [InlineData("nonsense")]
    public async Task A_number_that_does_not_exist_is_not_here(string number) =>
        Assert.Equal(HttpStatusCode.NotFound, (await at.Caseworker.GetAsync($"/referrals/{number}/accept")).StatusCode);

    [Theory]
    [InlineData("/inbox")]
    [InlineData("/inbox/finished")]
    public async Task The_lists_are_for_providers(string url)
    {
        Assert.Equal(HttpStatusCode.Redirect, (await at.Portal.Browser().GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await at.Officer.GetAsync(url)).StatusCode);
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Urdu_pages_hold_no_english_sentence_and_titles_no_person(string act, ReferralStatus status)
    {
        var referral = await at.ReferralAsync(status);

        var page = await at.Caseworker.OpenAsync($"/referrals/{referral.Number}/{act}?culture=ur-PK");

        Assert.DoesNotMatch("[A-Za-z]{3,} [A-Za-z]{3,} [A-Za-z]{3,}", page.QuerySelector("h1")!.TextContent + page.QuerySelector("main form")!.TextContent);
        Assert.DoesNotContain("canary", page.Title, StringComparison.OrdinalIgnoreCase);
    }
}
