using TipSom.Domain.Agencies;
using TipSom.Domain.Audit;
using TipSom.Domain.Cases;

namespace TipSom.Domain.Tests.Cases;

public sealed class CaseStatusTests
{
    private static readonly CaseStanding NothingOwed = new([], []);

    public static TheoryData<CloseReason> Reasons => [.. Enum.GetValues<CloseReason>()];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void A_case_in_which_nothing_is_owed_is_closed_for_any_reason_and_says_so(CloseReason reason)
    {
        var @case = A.Case();

        var change = @case.Close(reason, "As agreed with the prosecutor.", NothingOwed, A.Officer, A.Later);

        Assert.Equal((CaseStatus.Closed, reason, false), (@case.Status, @case.ClosedFor!.Value, @case.IsOpen));
        Assert.Equal((CaseStatus.Closed, reason, A.Later, A.Officer.UserId), (change.Status, change.Reason!.Value, change.At, change.ActorId));
        Assert.Equal((CaseEventKind.Closed, A.Later), (@case.Events[^1].Kind, @case.Events[^1].At));
        Assert.Null(change.SealedWords);
    }

    [Theory]
    [MemberData(nameof(Reasons))]
    public void A_referral_in_a_provider_s_hands_keeps_it_open_whatever_the_reason(CloseReason reason)
    {
        var @case = A.Case();

        var refusal = Assert.Throws<RuleBrokenException>(
            () => @case.Close(reason, "As agreed.", new CaseStanding(["TR-2026-AAAAAA"], []), A.Officer, A.Later));

        Assert.Equal("Referral {0} is not finished. Withdraw it, or wait until the provider closes it.", refusal.Sentence);
        Assert.Equal(["TR-2026-AAAAAA"], refusal.Arguments);
        Assert.True(@case.IsOpen);
        Assert.Single(@case.Events);
    }

    [Theory]
    [InlineData(CloseReason.FollowedUpAndDone, false)]
    [InlineData(CloseReason.HandedToCourt, false)]
    [InlineData(CloseReason.NotTrafficking, false)]
    [InlineData(CloseReason.Other, false)]
    [InlineData(CloseReason.LostContact, true)]
    [InlineData(CloseReason.Duplicate, true)]
    [InlineData(CloseReason.EnteredInError, true)]
    public void A_need_of_nobody_keeps_it_open_unless_there_is_nobody_to_help_here(CloseReason reason, bool closes)
    {
        var @case = A.Case();

        var refusal = Record.Exception(() => @case.Close(reason, "As agreed.", new CaseStanding([], [2]), A.Officer, A.Later));

        Assert.Equal(closes, refusal is null);
        Assert.Equal(closes, !@case.IsOpen);
        if (refusal is RuleBrokenException broken)
            Assert.Equal(("A need of person {0} is in nobody's hands. Refer it, or record that the person does not want it.", 2), (broken.Sentence, broken.Arguments[0]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  why ")]
    public void Another_reason_needs_words(string? words) => Assert.Equal(
        "Write in a few words why the case is closed.",
        Assert.Throws<RuleBrokenException>(() => A.Case().Close(CloseReason.Other, words, NothingOwed, A.Officer, A.Later)).Sentence);

    [Fact]
    public void A_closed_case_is_opened_again_with_a_reason_and_only_then()
    {
        var @case = A.Case();
        Assert.Equal("This case is open already.", Assert.Throws<RuleBrokenException>(() => @case.Reopen("A new witness.", A.Officer, A.Later)).Sentence);
        @case.Close(CloseReason.LostContact, null, NothingOwed, A.Officer, A.Later);
        Assert.Equal("This case is closed already.", Assert.Throws<RuleBrokenException>(() => @case.Close(CloseReason.LostContact, null, NothingOwed, A.Officer, A.Later)).Sentence);
        Assert.Equal("Write in a few words why the case is opened again.", Assert.Throws<RuleBrokenException>(() => @case.Reopen(" no ", A.Officer, A.Later)).Sentence);

        var change = @case.Reopen("She called the helpline.", A.Officer, A.Later.AddDays(1));

        Assert.Equal((CaseStatus.Open, null, true), (@case.Status, @case.ClosedFor, @case.IsOpen));
        Assert.Equal((CaseStatus.Open, null), (change.Status, change.Reason));
        Assert.Equal(CaseEventKind.Reopened, @case.Events[^1].Kind);
    }

    [Fact]
    public void Nothing_of_a_closed_case_is_changed()
    {
        var @case = A.Case();
        @case.MustBeOpen();
        @case.Close(CloseReason.Duplicate, null, NothingOwed, A.Officer, A.Later);
        var unit = new Unit(A.PoliceAgency, null, UnitKind.Station, "X", "X", "X");

        Assert.Equal(Case.ClosedAlready, Assert.Throws<RuleBrokenException>(@case.MustBeOpen).Sentence);
        Assert.Equal(Case.ClosedAlready, Assert.Throws<RuleBrokenException>(() => @case.Correct(new(A.Lahore, BorderCrossing.Unknown, null), A.Officer, A.Later)).Sentence);
        Assert.Throws<RuleBrokenException>(() => @case.AddPerson(A.Person(), A.Officer, A.Later));
        Assert.Throws<RuleBrokenException>(() => @case.HandOver(unit, A.Officer, A.Later));
    }

    [Fact]
    public void Corrected_facts_are_kept_and_say_who_should_lead_now()
    {
        var @case = A.Case();
        Assert.Equal(AgencyKind.Police, @case.ProposedLead);

        @case.Correct(new FactsCorrection("SD-KARACHI-SOUTH", BorderCrossing.AcrossBorder, "7/2026"), A.Officer, A.Later);

        Assert.Equal(("SD-KARACHI-SOUTH", BorderCrossing.AcrossBorder, "7/2026", AgencyKind.Fia), (@case.DistrictCode, @case.Border, @case.StationReference, @case.ProposedLead));
        Assert.Equal((CaseEventKind.FactsCorrected, A.Later), (@case.Events[^1].Kind, @case.UpdatedAt));
        Assert.Throws<RuleBrokenException>(() => @case.Correct(new FactsCorrection(A.Lahore, BorderCrossing.Unknown, "seven"), A.Officer, A.Later));
    }

    [Fact]
    public void The_timeline_says_to_whom_a_case_went()
    {
        var @case = A.Case();
        var unit = new Unit(A.PoliceAgency, null, UnitKind.Station, "X", "X", "X");

        @case.HandOver(unit, A.Officer, A.Later);

        Assert.Equal(unit.Id, @case.Events[^1].ToUnitId);
    }

    [Fact]
    public void A_print_without_a_reason_is_refused() => Assert.Equal(
        "Say in a few words why you print this.",
        Assert.Throws<RuleBrokenException>(() => new Print(Guid.NewGuid(), PrintKind.FirAnnex, null, false, A.Officer, " why ", A.Now)).Sentence);
}
