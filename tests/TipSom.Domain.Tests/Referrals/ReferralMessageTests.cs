using TipSom.Domain.Referrals;

namespace TipSom.Domain.Tests.Referrals;

public sealed class ReferralMessageTests
{
    public static TheoryData<Side, ReferralStatus> Places => [.. from side in Enum.GetValues<Side>()
                                                                 from status in Enum.GetValues<ReferralStatus>()
                                                                 select (side, status)];

    [Theory]
    [MemberData(nameof(Places))]
    public void Both_sides_write_while_it_is_open_the_provider_once_it_has_opened_it_and_the_desk_never(Side side, ReferralStatus status) =>
        Assert.Equal(
            side switch
            {
                Side.Sender => status.IsLive(),
                Side.Recipient => status.IsLive() && status != ReferralStatus.Sent,
                _ => false
            },
            ReferralMessage.MayBeWritten(side, status));

    [Fact]
    public void It_carries_who_wrote_it_from_which_side_and_when()
    {
        var (referral, id) = (A.Referral(), Guid.CreateVersion7());

        var message = ReferralMessage.Write(id, referral, Side.Sender, [1, 2], A.Officer, A.Now);

        Assert.Equal((id, referral.Id, Side.Sender, A.Now), (message.Id, message.ReferralId, message.Side, message.At));
        Assert.Equal((A.Officer.UserId, A.Officer.UnitId, A.Officer.Name), (message.ActorId, message.ActorUnitId, message.ActorName));
    }

    [Fact]
    public void A_provider_that_has_not_opened_the_referral_is_refused() => Assert.Equal(
        ReferralLifecycle.Refusal(ReferralStatus.Sent),
        Assert.Throws<RuleBrokenException>(() =>
            ReferralMessage.Write(Guid.CreateVersion7(), A.Referral(), Side.Recipient, [1], A.Officer, A.Now)).Sentence);
}
