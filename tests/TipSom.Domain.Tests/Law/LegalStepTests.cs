using TipSom.Domain.Agencies;
using TipSom.Domain.Assessment;
using TipSom.Domain.Law;

namespace TipSom.Domain.Tests.Law;

public sealed class LegalStepTests
{
    private static readonly TimeZoneInfo Karachi = TimeZoneInfo.FindSystemTimeZoneById("Asia/Karachi");

    private static readonly LegalClock Custody = Clock("CUSTODY", "ARREST", ["PROD"], hours: 24, remindBefore: 6);

    [Theory]
    [InlineData("S161", 0, true)]
    [InlineData("S164", -1, true)]
    [InlineData("S161", 1, false)]
    [InlineData("ARREST", 0, false)]
    public void A_statement_within_a_reflection_period_is_noted_and_never_refused(string stage, int daysAfterItsEnd, bool isNoted)
    {
        var @case = A.Case();
        var last = A.Today.AddDays(-daysAfterItsEnd);
        var period = ReflectionPeriod.Record(@case, @case.Victims[0], last.AddDays(-29), last, new Versions(0, 0), A.Officer, A.Now);

        var step = LegalStep.Record(Guid.CreateVersion7(), @case, new LegalStepFacts(stage, A.Now, A.Today), period, null, A.Officer, A.Now);

        Assert.Equal(isNoted, step.IsInReflection);
    }

    [Fact]
    public void Without_a_reflection_period_nothing_is_noted() => Assert.False(Step("S164", A.Now).IsInReflection);

    [Fact]
    public void A_step_to_come_is_refused() =>
        Assert.Equal(LegalStep.NotYet, Assert.Throws<RuleBrokenException>(() => Step("ARREST", A.Now.AddMinutes(1))).Sentence);

    [Fact]
    public void Hours_run_from_the_hour()
    {
        var deadline = Assert.Single(Started(Step("ARREST", A.Now)));

        Assert.Equal((A.Now.AddHours(18), A.Now.AddHours(24)), (deadline.RemindAt, deadline.DueAt));
        Assert.False(deadline.IsNear(A.Now.AddHours(17)));
        Assert.True(deadline.IsNear(A.Now.AddHours(18)));
        Assert.True(deadline.IsLate(A.Now.AddHours(24)));
        Assert.Empty(Started(Step("PROD", A.Now)));
    }

    [Fact]
    public void A_step_meets_the_limit_of_the_same_accused_once_and_not_before_it_began()
    {
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        var deadline = Assert.Single(Started(Step("ARREST", A.Now.AddHours(-3), one)));

        Assert.False(deadline.IsMetBy(Step("PROD", A.Now.AddHours(-4), one), Custody));
        Assert.False(deadline.IsMetBy(Step("PROD", A.Now, other), Custody));
        Assert.False(deadline.IsMetBy(Step("REMAND", A.Now, one), Custody));
        var met = Step("PROD", A.Now, one);
        Assert.True(deadline.IsMetBy(met, Custody));
        Assert.True(deadline.IsMetBy(Step("PROD", A.Now), Custody));
        deadline.Meet(met);
        Assert.Equal((A.Now, met.Id, false), (deadline.MetAt!.Value, deadline.MetByStepId!.Value, deadline.IsOpen));
        Assert.False(deadline.IsLate(A.Now.AddYears(1)));
        Assert.Throws<RuleBrokenException>(() => deadline.Meet(met));
    }

    [Fact]
    public void What_was_written_down_before_its_beginning_meets_it_at_once()
    {
        var met = Step("PROD", A.Now);

        var deadline = Assert.Single(LegalDeadline.StartedBy(Step("ARREST", A.Now.AddHours(-2)), [Custody], [met], Karachi));

        Assert.Equal(met.Id, deadline.MetByStepId);
    }

    [Fact]
    public void A_limit_out_of_use_starts_no_more()
    {
        var gone = Clock("CUSTODY", "ARREST", ["PROD"], hours: 24);
        gone.StopOffering();

        Assert.Empty(LegalDeadline.StartedBy(Step("ARREST", A.Now), [gone], [], Karachi));
    }

    [Fact]
    public void An_FIR_stands_in_a_register_of_the_own_agency_with_the_year_of_its_day()
    {
        var station = Station(A.PoliceAgency);
        var facts = new FirFacts(15, 2026, A.Now, A.Now.AddDays(-1), ["PTPA-3-2", "PTPA-3-2"]);

        var report = Register(station, facts);

        Assert.Equal(("15/2026", station.Id), (report.Number, report.StationUnitId));
        Assert.Equal(["PTPA-3-2"], report.OffenceCodes);
        Assert.Equal(FirstInformationReport.OwnAgencyOnly, RefusalOf(() => Register(Station(A.FiaAgency), facts)));
        foreach (var wrong in new[] { facts with { Serial = 0 }, facts with { Serial = 1_000_000 }, facts with { Year = 2025 } })
            Assert.Equal("An FIR has a serial from 1, and the year in which it was recorded.", RefusalOf(() => Register(station, wrong)));
        foreach (var wrong in new[] { facts with { RecordedAt = A.Now.AddMinutes(1) }, facts with { OccurredAt = A.Now.AddMinutes(1) } })
            Assert.Equal(FirstInformationReport.TimesInDisorder, RefusalOf(() => Register(station, wrong)));
    }

    [Fact]
    public void What_of_an_FIR_is_sealed_is_never_printed() =>
        Assert.Equal(nameof(FirDetails), new FirDetails("Secret-1", "Secret-2", "Secret-3", "Secret-4", "Secret-5", "Secret-6").ToString());

    internal static LegalClock Clock(string code, string startsWith, string[] metBy, int? days = null, int? hours = null, int remindBefore = 0) =>
        new(code, startsWith, metBy, days, hours, remindBefore, "Do it", "کریں", "s. 1", "test", true);

    internal static LegalStep Step(string stage, DateTimeOffset at, Guid? suspect = null) => LegalStep.Record(
        Guid.CreateVersion7(), A.Case(), new LegalStepFacts(stage, at, A.Today, SuspectId: suspect), null, null, A.Officer, A.Now);

    private static IReadOnlyList<LegalDeadline> Started(LegalStep step) => LegalDeadline.StartedBy(step, [Custody], [], Karachi);

    private static Unit Station(Guid agency) => new(agency, null, UnitKind.Station, "PS", "Station", "تھانہ");

    private static FirstInformationReport Register(Unit station, FirFacts facts) =>
        FirstInformationReport.Register(Guid.CreateVersion7(), A.Case(), station, facts, A.Today, [7], A.Officer, A.Now);

    private static string RefusalOf(Action act) => Assert.Throws<RuleBrokenException>(act).Sentence;
}
