using TipSom.Domain.Care;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;

namespace TipSom.Domain.Tests.Care;

public sealed class CareTests
{
    private static readonly CareFacts Facts = new(A.Today, ServiceType.Counselling, 1.5m, null, CareVisibility.OnlyUs);

    public static TheoryData<ReferralStatus> NotInCare => [.. Enum.GetValues<ReferralStatus>().Where(s => s != ReferralStatus.InCare)];

    [Theory]
    [MemberData(nameof(NotInCare))]
    public void Outside_care_nothing_is_recorded_or_planned(ReferralStatus status)
    {
        var referral = A.Referral(status);

        Assert.Equal("Care is recorded while the person is in care.", Refused(() => Record(referral, Facts)));
        Assert.Equal("A plan is kept while the person is in care.", Refused(() => Plan(referral, A.Today)));
    }

    [Fact]
    public void Care_of_a_day_to_come_is_refused() => Assert.Equal(
        "This day is still to come. Record care after it was given.",
        Refused(() => Record(A.Referral(ReferralStatus.InCare), Facts with { Day = A.Today.AddDays(1) })));

    [Fact]
    public void A_correction_names_the_entry_it_puts_right()
    {
        var referral = A.Referral(ReferralStatus.InCare);
        var wrong = Record(referral, Facts);

        Assert.Equal(wrong.Id, Record(referral, Facts with { Hours = 2 }).Correcting(wrong, isCorrected: false).CorrectsId);
        Assert.Equal("This entry was already corrected.", Refused(() => Record(referral, Facts).Correcting(wrong, isCorrected: true)));
    }

    [Fact]
    public void What_the_sender_reads_wrongly_is_not_put_right_behind_its_back()
    {
        var referral = A.Referral(ReferralStatus.InCare);
        var wrong = Record(referral, Facts with { Visibility = CareVisibility.ForSender });

        Assert.Equal(
            "The sender reads the entry you correct, and must read the correction too.",
            Refused(() => Record(referral, Facts).Correcting(wrong, isCorrected: false)));
    }

    [Fact]
    public void A_plan_is_made_for_days_to_come() => Assert.Equal(
        "This day has passed. Choose a day to come.", Refused(() => Plan(A.Referral(ReferralStatus.InCare), A.Today.AddDays(-1))));

    [Fact]
    public void A_part_of_a_plan_is_closed_once()
    {
        var referral = A.Referral(ReferralStatus.InCare);
        var (reached, dropped) = (Plan(referral, A.Today), Plan(referral, A.Today));

        reached.Finish(referral, A.Later);
        dropped.Drop(referral, PlanDropReason.NotPossible, A.Later);

        Assert.Equal((A.Later, false), (reached.DoneAt, reached.IsOpen));
        Assert.Equal((A.Later, PlanDropReason.NotPossible, false), (dropped.DroppedAt, dropped.DropReason, dropped.IsOpen));
        foreach (var item in new[] { reached, dropped })
        {
            Assert.Equal("This part of the plan is already closed.", Refused(() => item.Finish(referral, A.Later)));
            Assert.Equal("This part of the plan is already closed.", Refused(() => item.Drop(referral, PlanDropReason.NotPossible, A.Later)));
        }
    }

    private static string Refused(Action act) => Assert.Throws<RuleBrokenException>(act).Sentence;

    private static CareEntry Record(Referral referral, CareFacts facts) =>
        CareEntry.Record(Guid.CreateVersion7(), referral, facts, null, A.Caseworker, A.Today, A.Now);

    private static CarePlanItem Plan(Referral referral, DateOnly dueOn) =>
        CarePlanItem.Plan(Guid.CreateVersion7(), referral, ServiceType.LegalAid, [1], dueOn, A.Caseworker, A.Today, A.Now);
}
