using System.Net;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Referrals;

public sealed class DeclineTests(ReceivingPortal at) : IClassFixture<ReceivingPortal>
{
    [Theory]
    [InlineData(ReferralStatus.Sent)]
    [InlineData(ReferralStatus.Seen)]
    public async Task A_coded_reason_ends_it_and_gives_it_back_to_the_sender(ReferralStatus status)
    {
        var referral = await at.ReferralAsync(status);

        var answer = await SubmitAsync(referral, ("Input.Reason", "NoPlace"), ("Input.Note", "Free again on Monday."));

        Assert.Equal($"/referrals/{referral.Number}", ReceivingPortal.Place(answer));
        var now = await at.NowAsync(referral);
        Assert.Equal((ReferralStatus.Declined, DeclineReason.NoPlace, "Free again on Monday."), (now.Status, now.DeclineReason, now.Note));
        Assert.Equal(Side.Sender, now.TurnOf);
    }

    [Theory]
    [InlineData("", "", "Choose a reason.")]
    [InlineData("Other", "  ", "Write the reason in a few words.")]
    [InlineData("Bored", "", "could not be read here")]
    public async Task Without_a_reason_nothing_happens(string reason, string note, string sentence)
    {
        var referral = await at.ReferralAsync(ReferralStatus.Seen);

        var answer = await SubmitAsync(referral, ("Input.Reason", reason), ("Input.Note", note));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(sentence, (await answer.HtmlAsync()).QuerySelector("main form")!.TextContent);
        Assert.Equal(ReferralStatus.Seen, (await at.NowAsync(referral)).Status);
    }

    [Fact]
    public async Task What_was_withdrawn_meanwhile_is_refused_and_the_note_kept()
    {
        var referral = await at.ReferralAsync(ReferralStatus.Seen);
        var page = await at.Caseworker.OpenAsync($"/referrals/{referral.Number}/decline");
        await at.World.WithdrawAsync(at.Police.Officer, referral);

        var answer = await at.Caseworker.SubmitAsync(page, null, ("Input.Reason", "Other"), ("Input.Note", "The road is flooded."));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var shown = await answer.HtmlAsync();
        Assert.Contains("This referral was already withdrawn by the sender.", shown.MainText());
        Assert.Contains("The road is flooded.", shown.QuerySelector("textarea")!.TextContent);
        Assert.DoesNotContain("Placed elsewhere", shown.MainText());
    }

    private async Task<HttpResponseMessage> SubmitAsync(Referral referral, params (string, string)[] fields) =>
        await at.Caseworker.SubmitAsync(await at.Caseworker.OpenAsync($"/referrals/{referral.Number}/decline"), null, fields);
}
