using System.Net;
using TipSom.Domain.Coordination;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Referrals;

/// <summary>Nobody came at the time agreed. (Who may not: ReceivedGuardTests.)</summary>
public sealed class NoShowTests(ReceivingPortal at) : IClassFixture<ReceivingPortal>
{
    [Fact]
    public async Task It_ends_the_referral_and_the_sender_must_find_the_person()
    {
        var referral = await LateAsync();

        var details = await at.Caseworker.FollowAsync(await SubmitAsync(referral, ("Input.Confirmed", "true")));

        Assert.Contains("Did not arrive", details.MainText());
        var now = await at.NowAsync(referral);
        Assert.Equal((ReferralStatus.Closed, ReferralOutcome.DidNotArrive), (now.Status, now.Outcome));
        Assert.Equal(UnplacedCause.DidNotArrive, (await at.World.UnplacedAsync(at.Police.Officer, referral.NeedId)).Cause);
        Assert.Contains("Did not arrive: find the person", (await at.Officer.OpenAsync("/")).MainText());
    }

    [Fact]
    public async Task Before_the_time_agreed_nobody_is_late()
    {
        var referral = await at.ReferralAsync(ReferralStatus.Accepted);

        var answer = await SubmitAsync(referral, ("Input.Confirmed", "true"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("The time agreed for the arrival has not come yet.", (await answer.HtmlAsync()).QuerySelector(".error-summary")!.TextContent);
        Assert.Equal(ReferralStatus.Accepted, (await at.NowAsync(referral)).Status);
    }

    [Fact]
    public async Task It_is_reported_on_purpose()
    {
        var referral = await LateAsync();

        var answer = await SubmitAsync(referral);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Confirm that the person did not arrive.", (await answer.HtmlAsync()).QuerySelector(".error-summary")!.TextContent);
        Assert.Equal(ReferralStatus.Accepted, (await at.NowAsync(referral)).Status);
    }

    [Fact]
    public async Task Who_arrived_in_the_meantime_is_not_missing()
    {
        var referral = await LateAsync();
        var form = await at.Caseworker.OpenAsync(UrlOf(referral));
        await at.World.ArriveAsync(at.Shelter.Caseworker, referral);

        var answer = await at.Caseworker.SubmitAsync(form, null, ("Input.Confirmed", "true"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("The person has already arrived under this referral.", (await answer.HtmlAsync()).QuerySelector(".error-summary")!.TextContent);
    }

    private async Task<Referral> LateAsync()
    {
        var referral = await at.ReferralAsync(ReferralStatus.Accepted);
        await at.World.LetTheArrivalPassAsync(referral);
        return referral;
    }

    private async Task<HttpResponseMessage> SubmitAsync(Referral referral, params (string, string)[] fields) =>
        await at.Caseworker.SubmitAsync(await at.Caseworker.OpenAsync(UrlOf(referral)), null, fields);

    private static string UrlOf(Referral referral) => $"/referrals/{referral.Number}/no-show";
}
