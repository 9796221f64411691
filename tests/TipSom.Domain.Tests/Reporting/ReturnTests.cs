using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;

namespace TipSom.Domain.Tests.Reporting;

/// <summary>A return from its draft to its correction.</summary>
public sealed class ReturnTests
{
    private static readonly ReportPeriod January = ReportPeriod.Beginning(PeriodKind.Month, 2026, 1);
    private static readonly FigureSet Fits = Of(("Identified/Women", 2), ("Identified/Men", 1), ("Identified/Children", 0), ("Identified/Transgender", 0));
    private static readonly FigureSet FitsNot = Of(("Identified/Total", 2), ("ForcedLabour/Total", 3));

    private readonly Agency agency = new("POL-XX", AgencyKind.Police, "Test Police", "پولیس");
    private readonly Unit root;
    private readonly Actor by;

    public ReturnTests()
    {
        root = agency.Root(null, null);
        by = new Actor(Guid.CreateVersion7(), root.Id, agency.Id, "AIG Test");
    }

    [Fact]
    public void It_is_written_signed_corrected_and_signed_again()
    {
        var first = Begin(January);
        first.Write(FitsNot, null, by, A.Now);
        first.Write(Fits, "  As reported. ", by, A.Now);
        first.SignOff(null, A.Today, by, A.Now);
        Assert.Equal((ReturnStatus.SignedOff, "As reported.", by.UserId, 1), (first.Status, first.Note, first.SignedById!.Value, first.Version));
        // What was taken out of the draft is no figure, and not zero.
        Assert.Equal((3, null), (first.Figures.Total(NationalIndicator.Identified), first.Figures.Total(NationalIndicator.ForcedLabour)));

        var second = first.Correct("A station was counted twice.", [first], by, A.Now);
        Assert.Equal((first.Number, 2, first.Id, 3), (second.Number, second.Version, second.ReplacesId!.Value, second.Figures.Total(NationalIndicator.Identified)!.Value));
        Assert.Equal(ReturnStatus.SignedOff, first.Status);
        second.SignOff(first, A.Today, by, A.Now);
        Assert.Equal((ReturnStatus.Superseded, ReturnStatus.SignedOff), (first.Status, second.Status));
    }

    [Fact]
    public void Figures_that_are_signed_do_not_change()
    {
        var signed = Signed(January);

        Refused(Return.IsSigned, () => signed.Write(Fits, null, by, A.Now));
        Refused(Return.IsSigned, () => signed.SignOff(null, A.Today, by, A.Now));
    }

    [Fact]
    public void A_draft_is_not_signed_before_it_can_be()
    {
        var empty = Begin(January);
        Refused("A return without figures is not signed.", () => empty.SignOff(null, A.Today, by, A.Now));
        var wrong = Begin(January);
        wrong.Write(FitsNot, null, by, A.Now);
        Refused("Some figures do not fit together. Correct them before the return is signed.", () => wrong.SignOff(null, A.Today, by, A.Now));
        var running = Begin(ReportPeriod.Of(PeriodKind.Month, A.Today));
        running.Write(Fits, null, by, A.Now);
        Refused("The period has not ended yet. Sign the return after its last day.", () => running.SignOff(null, running.LastDay, by, A.Now));
        running.SignOff(null, running.LastDay.AddDays(1), by, A.Now);
    }

    [Fact]
    public void No_day_is_reported_twice()
    {
        var (draft, signed) = (Begin(January), Signed(January.Before));

        Refused(Return.DraftIsThere, () => Begin(January, draft));
        Refused(Return.IsCovered, () => Begin(ReportPeriod.Of(PeriodKind.Year, January.Before.From), signed));
        Refused(Return.HasNotBegun, () => Begin(ReportPeriod.Of(PeriodKind.Month, A.Today).Next));
        // Drafts of a month and of its quarter may stand beside each other: which is signed, decides.
        Assert.NotNull(Begin(ReportPeriod.Of(PeriodKind.Quarter, January.From), draft, signed));
    }

    [Fact]
    public void Only_the_unit_that_reports_writes()
    {
        var station = new Unit(agency.Id, root, UnitKind.Station, "PS-1", "Station", "تھانہ");
        var officer = by with { UnitId = station.Id };
        var signed = Signed(January);

        Refused(Return.NotHere, () => Begin(January, officer, station));
        Refused(Return.NotHere, () => Begin(January, officer, root));
        Refused(Return.NotHere, () => Begin(January).Write(Fits, null, officer, A.Now));
        Refused(Return.NotHere, () => signed.Correct("Why", [], officer, A.Now));
        var committee = new Agency("TIPC", AgencyKind.Committee, "Committee", "کمیٹی");
        var secretariat = committee.Root(null, null);
        var district = new Unit(committee.Id, secretariat, UnitKind.District, "TIPC-1", "District", "ضلع");
        Assert.True(committee.Kind.Reports(secretariat) && committee.Kind.Reports(district));
        Assert.False(committee.AllowsEmergencyOpening);
        Assert.False(AgencyKind.Oversight.Reports(root));
    }

    [Fact]
    public void A_correction_needs_signed_figures_a_reason_and_no_other_draft()
    {
        var (draft, signed) = (Begin(January), Signed(January));

        Refused("Only the signed version is corrected.", () => draft.Correct("Why", [draft], by, A.Now));
        Refused("Say why the figures are corrected.", () => signed.Correct("  ", [signed], by, A.Now));
        Refused(Return.DraftIsThere, () => signed.Correct("Why", [signed, signed.Correct("Why", [signed], by, A.Now)], by, A.Now));
        Assert.Throws<ArgumentException>(() => signed.Correct("Why", [], by, A.Now).SignOff(null, A.Today, by, A.Now));
    }

    [Fact]
    public void A_figure_below_zero_is_refused_even_in_a_draft() =>
        Refused(FigureSet.Negative, () => Begin(January).Write(Of(("Accused/Total", -1)), null, by, A.Now));

    [Fact]
    public void A_published_figure_is_entered_once_and_withdrawn_with_a_reason()
    {
        var year = new ReportYear(YearKind.Calendar, 2020);
        var cell = FigureCell.Of(NationalIndicator.Identified);
        var printed = new Published(" A report ", "12", new DateOnly(2021, 5, 1), " ");
        var figure = PublishedFigure.Enter(year, AgencyKind.Police, cell, 5, printed, false, A.Today, by, A.Now);

        Assert.Equal(("A report", "12", null, year), (figure.Source, figure.Page, figure.Note, figure.Year));
        Refused(PublishedFigure.StandsAlready, () => PublishedFigure.Enter(year, AgencyKind.Police, cell, 5, printed, true, A.Today, by, A.Now));
        Refused("Agencies of this kind report no figures.", () => PublishedFigure.Enter(year, AgencyKind.Oversight, cell, 5, printed, false, A.Today, by, A.Now));
        Refused("Nothing was published on a day to come.", () => PublishedFigure.Enter(
            year, AgencyKind.Police, cell, 5, printed with { On = A.Today.AddDays(1) }, false, A.Today, by, A.Now));
        Refused(FigureSet.Negative, () => PublishedFigure.Enter(year, AgencyKind.Police, cell, -1, printed, false, A.Today, by, A.Now));
        Refused("Say why the figure is withdrawn.", () => figure.Withdraw(" ", by, A.Now));
        figure.Withdraw("Printed wrong.", by, A.Now);
        Refused("This figure was withdrawn already.", () => figure.Withdraw("Again", by, A.Now));
        Refused("Agencies of this kind report no figures.", () => ReportDuty.Owe(new Agency("UN", AgencyKind.Oversight, "UN", "یو این"), January, by, A.Now));
    }

    private static FigureSet Of(params (string Code, int Value)[] figures) => new(figures.ToDictionary(f => FigureCell.Parse(f.Code)!.Value, f => f.Value));

    private static void Refused(string sentence, Action act) => Assert.Equal(sentence, Assert.Throws<RuleBrokenException>(act).Sentence);

    private Return Begin(ReportPeriod period, params Return[] others) => Begin(period, by, root, others);

    private Return Begin(ReportPeriod period, Actor actor, Unit unit, params Return[] others) =>
        Return.Begin(RecordNumber.Draw(RecordNumber.ReturnPrefix, 2026), agency, unit, period, others, A.Today, actor, A.Now);

    private Return Signed(ReportPeriod period)
    {
        var signed = Begin(period);
        signed.Write(Fits, null, by, A.Now);
        signed.SignOff(null, A.Today, by, A.Now);
        return signed;
    }
}
