using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Referrals;

public sealed class CardTests(ReceivingPortal at) : IClassFixture<ReceivingPortal>
{
    [Fact]
    public async Task It_tells_whoever_finds_it_a_number_and_whom_to_call_and_nothing_else()
    {
        var referral = await at.ReferralAsync(ReferralStatus.InCare);

        foreach (var browser in new[] { at.Officer, at.Caseworker })
        {
            var card = (await browser.OpenAsync($"/referrals/{referral.Number}/card")).QuerySelector(".pocket-card")!.TextContent;
            Assert.Contains(referral.Number, card);
            Assert.Contains("You may call at any time. You may change your mind.", card);
            Assert.Contains("آپ کسی بھی وقت فون کر سکتے ہیں۔", card);
            Assert.DoesNotMatch("(?i)police|shelter|traffick|FIA|TipSom|agency|victim|پولیس|پناہ|ٹریفکنگ|سمگلنگ|متاثرہ|canary", card);
        }
    }

    [Theory]
    [InlineData(ReferralStatus.Sent, false, false)]
    [InlineData(ReferralStatus.Seen, false, false)]
    [InlineData(ReferralStatus.Accepted, true, false)]
    [InlineData(ReferralStatus.InCare, true, true)]
    [InlineData(ReferralStatus.Closed, false, false)]
    [InlineData(ReferralStatus.Withdrawn, false, false)]
    public async Task The_sender_prints_it_from_acceptance_on_and_the_provider_once_the_person_is_there(ReferralStatus status, bool sender, bool provider)
    {
        var referral = await at.ReferralAsync(status);

        foreach (var (browser, isPrinted) in new[] { (at.Officer, sender), (at.Caseworker, provider) })
        {
            var page = await browser.OpenAsync($"/referrals/{referral.Number}/card");
            Assert.Equal(isPrinted, page.QuerySelector(".pocket-card") is not null);
            Assert.Equal(!isPrinted, page.MainText().Contains("There is no card now.", StringComparison.Ordinal));
        }
    }
}
