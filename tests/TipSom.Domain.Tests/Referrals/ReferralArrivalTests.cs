using TipSom.Domain.Referrals;

namespace TipSom.Domain.Tests.Referrals;

public sealed class ReferralArrivalTests
{
    private const string Locked = "Too many wrong codes. Ask the officer to print a new slip.";

    public static TheoryData<ReferralStatus> NotAwaited =>
        [.. Enum.GetValues<ReferralStatus>().Where(s => s != ReferralStatus.Accepted)];

    [Fact]
    public void The_right_code_brings_the_person_into_care()
    {
        var referral = A.Referral(ReferralStatus.Accepted);

        var arrived = referral.ConfirmArrival(codeIsRight: true, A.Caseworker, A.Later);

        Assert.True(arrived);
        Assert.Equal((ReferralStatus.InCare, A.Later, null), (referral.Status, referral.ArrivedAt, referral.DueAt));
    }

    [Fact]
    public void A_wrong_code_is_counted_and_changes_nothing_else()
    {
        var referral = A.Referral(ReferralStatus.Accepted);
        var before = Facts.Of(referral);

        var arrived = referral.ConfirmArrival(codeIsRight: false, A.Caseworker, A.Later);

        Assert.False(arrived);
        Assert.Equal(1, referral.WrongArrivalCodes);
        Assert.Equal([nameof(Referral.WrongArrivalCodes)], Facts.ChangedBetween(before, Facts.Of(referral)));
    }

    [Fact]
    public void The_right_code_still_works_after_nine_wrong_ones()
    {
        var referral = WithWrongCodes(9);

        Assert.True(referral.ConfirmArrival(codeIsRight: true, A.Caseworker, A.Later));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void After_ten_wrong_codes_even_the_right_one_is_refused(bool codeIsRight)
    {
        var referral = WithWrongCodes(10);
        var before = Facts.Of(referral);

        var refusal = Assert.Throws<RuleBrokenException>(() => referral.ConfirmArrival(codeIsRight, A.Caseworker, A.Later));

        Assert.Equal(Locked, refusal.Sentence);
        Assert.Equal(before, Facts.Of(referral));
    }

    [Fact]
    public void A_new_slip_starts_the_count_again()
    {
        var referral = WithWrongCodes(10);

        referral.RenewArrivalSlip();

        Assert.Equal((2, 0), (referral.ArrivalSlip, referral.WrongArrivalCodes));
        Assert.True(referral.ConfirmArrival(codeIsRight: true, A.Caseworker, A.Later));
    }

    [Theory]
    [MemberData(nameof(NotAwaited))]
    public void A_slip_is_renewed_only_while_the_arrival_is_awaited(ReferralStatus status)
    {
        var referral = A.Referral(status);
        var before = Facts.Of(referral);

        var refusal = Assert.Throws<RuleBrokenException>(referral.RenewArrivalSlip);

        Assert.Equal(ReferralLifecycle.Refusal(status), refusal.Sentence);
        Assert.Equal(before, Facts.Of(referral));
    }

    [Theory]
    [MemberData(nameof(NotAwaited))]
    public void A_wrong_code_is_not_even_counted_where_no_arrival_is_awaited(ReferralStatus status)
    {
        var referral = A.Referral(status);

        Assert.Throws<RuleBrokenException>(() => referral.ConfirmArrival(codeIsRight: false, A.Caseworker, A.Later));

        Assert.Equal(0, referral.WrongArrivalCodes);
    }

    private static Referral WithWrongCodes(int count)
    {
        var referral = A.Referral(ReferralStatus.Accepted);
        for (var i = 0; i < count; i++)
            Assert.False(referral.ConfirmArrival(codeIsRight: false, A.Caseworker, A.Later));
        return referral;
    }
}
