using TipSom.Domain.Referrals;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Tests.Referrals;

public sealed class ReferralClocksTests
{
    [Theory]
    [InlineData(Urgency.Emergency, false, 30, 2 * 60, 12 * 60)]
    [InlineData(Urgency.Urgent, false, 4 * 60, 24 * 60, 48 * 60)]
    [InlineData(Urgency.Routine, false, 24 * 60, 72 * 60, 7 * 24 * 60)]
    [InlineData(Urgency.Emergency, true, 30, 2 * 60, 12 * 60)]
    [InlineData(Urgency.Urgent, true, 30, 2 * 60, 12 * 60)]
    [InlineData(Urgency.Routine, true, 4 * 60, 24 * 60, 48 * 60)]
    public void A_childs_clocks_run_one_step_shorter(Urgency urgency, bool isChild, int seen, int answered, int arrived)
    {
        Assert.Equal(TimeSpan.FromMinutes(seen), A.Clocks.Allowed(urgency, ClockStep.Seen, isChild));
        Assert.Equal(TimeSpan.FromMinutes(answered), A.Clocks.Allowed(urgency, ClockStep.Answered, isChild));
        Assert.Equal(TimeSpan.FromMinutes(arrived), A.Clocks.Allowed(urgency, ClockStep.Arrived, isChild));
    }

    [Fact]
    public void A_missing_rule_is_an_error_and_not_an_endless_clock()
    {
        var noRules = new ReferralClocks(new Dictionary<(Urgency, ClockStep), TimeSpan>());

        Assert.Throws<InvalidOperationException>(() => noRules.Allowed(Urgency.Urgent, ClockStep.Seen, isChild: false));
    }

    [Theory]
    [InlineData(Safety.NotSafe, 30, 30, 120, 12 * 60)]
    [InlineData(Safety.Safe, 30, 4 * 60, 24 * 60, 48 * 60)]
    [InlineData(Safety.Safe, 18, 4 * 60, 24 * 60, 48 * 60)]
    [InlineData(Safety.Safe, 17, 30, 120, 12 * 60)]
    [InlineData(Safety.Safe, null, 30, 120, 12 * 60)]
    [InlineData(Safety.NotSafe, 8, 30, 120, 12 * 60)]
    public void Seen_and_answered_count_from_sending_and_arrived_from_acceptance(Safety safety, int? age, int seen, int answered, int arrived)
    {
        var referral = A.Referral(person: A.Person(safety, age: age));

        Assert.Equal(A.Now.AddMinutes(seen), referral.DueAt);
        referral.Open(A.Clocks, A.Caseworker, A.Now.AddMinutes(7));
        Assert.Equal(A.Now.AddMinutes(answered), referral.DueAt);
        referral.Accept(A.Fit(), A.Later.AddDays(30), A.Clocks, A.Caseworker, A.Later);
        Assert.Equal(A.Later.AddMinutes(arrived), referral.DueAt);
    }

    [Theory]
    [InlineData(30, 4 * 60)]
    [InlineData(17, 30)]
    public void After_a_decline_the_sender_has_as_long_as_the_provider_had_to_look(int age, int minutes)
    {
        var referral = A.Referral(ReferralStatus.Seen, A.Person(age: age));

        referral.Decline(DeclineReason.NoPlace, note: null, A.Clocks, A.Caseworker, A.Later);

        Assert.Equal(A.Later.AddMinutes(minutes), referral.DueAt);
    }

    [Fact]
    public void It_is_overdue_after_its_deadline_and_not_at_it()
    {
        var referral = A.Referral();

        Assert.False(referral.IsOverdue(A.Now.AddHours(4)));
        Assert.True(referral.IsOverdue(A.Now.AddHours(4).AddTicks(1)));
    }

    [Theory]
    [InlineData(ReferralStatus.InCare)]
    [InlineData(ReferralStatus.Closed)]
    [InlineData(ReferralStatus.Withdrawn)]
    public void Where_nothing_is_owed_nothing_is_ever_overdue(ReferralStatus status)
    {
        var referral = A.Referral(status);

        Assert.Null(referral.DueAt);
        Assert.False(referral.IsOverdue(DateTimeOffset.MaxValue));
    }
}
