using System.Net;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Referrals;

public sealed class CloseTests(ReceivingPortal at) : IClassFixture<ReceivingPortal>
{
    [Fact]
    public async Task An_outcome_closes_it()
    {
        var referral = await at.ReferralAsync(ReferralStatus.InCare);

        var answer = await SubmitAsync(referral, ("Input.Outcome", "ReturnedToFamily"), ("Input.Confirmed", "true"));

        Assert.Equal($"/referrals/{referral.Number}", ReceivingPortal.Place(answer));
        var now = await at.NowAsync(referral);
        Assert.Equal((ReferralStatus.Closed, ReferralOutcome.ReturnedToFamily), (now.Status, now.Outcome));
    }

    [Fact]
    public async Task Outcome_and_confirmation_are_both_asked_for()
    {
        var referral = await at.ReferralAsync(ReferralStatus.InCare);

        var answer = await SubmitAsync(referral);

        var text = (await answer.HtmlAsync()).MainText();
        Assert.Contains("Choose how care ended.", text);
        Assert.Contains("Confirm that care has ended.", text);
        Assert.Equal(ReferralStatus.InCare, (await at.NowAsync(referral)).Status);
    }

    [Fact]
    public async Task What_a_colleague_closed_meanwhile_is_refused_and_the_choice_kept()
    {
        var referral = await at.ReferralAsync(ReferralStatus.InCare);
        var page = await at.Caseworker.OpenAsync($"/referrals/{referral.Number}/close");
        await at.World.CloseAsync(at.Shelter.Manager, referral);

        var answer = await at.Caseworker.SubmitAsync(page, null, ("Input.Outcome", "Repatriated"), ("Input.Confirmed", "true"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var shown = await answer.HtmlAsync();
        Assert.Contains("This referral is already closed.", shown.MainText());
        Assert.True(shown.QuerySelector("input[value=Repatriated]")!.HasAttribute("checked"));
        Assert.Equal(ReferralOutcome.SupportCompleted, (await at.NowAsync(referral)).Outcome);
    }

    private async Task<HttpResponseMessage> SubmitAsync(Referral referral, params (string, string)[] fields) =>
        await at.Caseworker.SubmitAsync(await at.Caseworker.OpenAsync($"/referrals/{referral.Number}/close"), null, fields);
}
