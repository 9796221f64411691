using TipSom.Domain.Agreements;

namespace TipSom.Domain.Tests.Agreements;

public sealed class AgreementRemindersTests
{
    private static readonly DateOnly LastDay = A.Terms.InForceTo!.Value;

    [Theory]
    [InlineData(91, null, null)]
    [InlineData(90, 90, 90)]
    [InlineData(89, null, 90)]
    [InlineData(60, 60, 60)]
    [InlineData(31, null, 60)]
    [InlineData(30, 30, 30)]
    [InlineData(8, null, 30)]
    [InlineData(7, 7, 7)]
    [InlineData(0, null, 7)]
    [InlineData(-1, null, null)]
    public void They_fall_ninety_sixty_thirty_and_seven_days_before_the_last(int daysLeft, int? due, int? nearest)
    {
        Assert.Equal(due, AgreementReminders.DueOn(A.Agreement, LastDay.AddDays(-daysLeft)));
        Assert.Equal(nearest, AgreementReminders.NearestOn(A.Agreement, LastDay.AddDays(-daysLeft)));
    }

    [Fact]
    public void Nobody_is_reminded_of_what_never_bound_or_has_ended_or_has_no_end()
    {
        var (suspended, ended) = (A.Agreement, A.Agreement);
        suspended.Suspend("Inspection", A.Officer, A.Now);
        ended.End(LastDay, "Closed down", A.Officer, A.Now);
        var day = LastDay.AddDays(-30);

        Assert.Equal(30, AgreementReminders.DueOn(suspended, day));
        Assert.Null(AgreementReminders.DueOn(ended, day));
        Assert.Null(AgreementReminders.DueOn(Agreement.Propose(A.Terms, A.Officer, A.Now), day));
        Assert.Null(AgreementReminders.DueOn(new Agreement(A.Terms with { Kind = AgreementKind.StatutoryMandate, InForceTo = null }), day));
    }
}
