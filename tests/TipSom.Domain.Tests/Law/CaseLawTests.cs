using TipSom.Domain.Agencies;
using TipSom.Domain.Cases;
using TipSom.Domain.Law;

namespace TipSom.Domain.Tests.Law;

public sealed class CaseLawTests
{
    private static readonly DateOnly Day = new(2026, 2, 1);

    [Fact]
    public void When_it_happened_may_be_a_day_or_a_period()
    {
        var @case = A.Case();
        var law = new CaseLaw(@case.Id);

        law.Happened(@case, Day, Day.AddDays(3), A.Today, []);

        Assert.Equal((@case.Id, Day, Day.AddDays(3)), (law.CaseId, law.OffenceFrom!.Value, law.OffenceTo!.Value));
    }

    [Fact]
    public void Days_to_come_or_that_end_before_they_begin_are_refused()
    {
        var @case = A.Case();
        var law = new CaseLaw(@case.Id);

        foreach (var (from, to) in new[] { (A.Today, A.Today.AddDays(1)), (Day, Day.AddDays(-1)) })
            Assert.Equal(CaseLaw.DaysInDisorder, Assert.Throws<RuleBrokenException>(() => law.Happened(@case, from, to, A.Today, [])).Sentence);
        Assert.Null(law.OffenceFrom);
    }

    [Fact]
    public void The_days_do_not_move_away_from_under_an_offence_chosen()
    {
        var @case = A.Case();
        var law = new CaseLaw(@case.Id);

        var refusal = Assert.Throws<RuleBrokenException>(() => law.Happened(@case, new(2017, 1, 1), new(2017, 1, 1), A.Today, [Catalogue.Since2018]));

        Assert.Equal(CaseLaw.OffenceFallsOut, refusal.Sentence);
    }

    [Fact]
    public void An_offence_is_chosen_once_the_days_are_known_and_only_under_a_text_of_those_days()
    {
        var @case = A.Case();
        var law = new CaseLaw(@case.Id);

        Assert.Equal(CaseOffence.SayWhenFirst, RefusalOf(null, Catalogue.Since2018));
        Assert.Equal(CaseOffence.SayWhenFirst, RefusalOf(law, Catalogue.Since2018));
        law.Happened(@case, new(2018, 6, 1), new(2018, 6, 1), A.Today, []);
        Assert.Equal(CaseOffence.NotLawThen, RefusalOf(law, Catalogue.Since2018));
        // One day of the period is enough.
        law.Happened(@case, new(2018, 6, 1), new(2018, 6, 2), A.Today, []);
        var chosen = CaseOffence.Choose(@case, law, Catalogue.Since2018, [], A.Officer, A.Now);
        Assert.Equal((@case.Id, "PTPA18-3-1", A.Officer.UserId, A.Officer.Name), (chosen.CaseId, chosen.OffenceCode, chosen.ActorId, chosen.ActorName));
        Assert.Equal(CaseOffence.ChosenAlready, Assert.Throws<RuleBrokenException>(
            () => CaseOffence.Choose(@case, law, Catalogue.Since2018, [chosen], A.Officer, A.Now)).Sentence);
        var gone = Catalogue.Of("OLD-1");
        gone.StopOffering();
        Assert.Equal(CaseOffence.NotLawThen, RefusalOf(law, gone));

        string RefusalOf(CaseLaw? known, Offence offence) =>
            Assert.Throws<RuleBrokenException>(() => CaseOffence.Choose(@case, known, offence, [], A.Officer, A.Now)).Sentence;
    }

    [Fact]
    public void An_offence_is_taken_off_once_and_not_from_under_a_charge()
    {
        var (@case, offence) = Catalogue.CaseWith("PTPA18-3-1");

        Assert.Equal(CaseOffence.ChargeRestsOnIt, Assert.Throws<RuleBrokenException>(() => offence.Drop(@case, isCharged: true, A.Now)).Sentence);
        offence.Drop(@case, isCharged: false, A.Later);
        Assert.Equal(A.Later, offence.DroppedAt);
        Assert.Equal("This offence was already taken off.", Assert.Throws<RuleBrokenException>(() => offence.Drop(@case, false, A.Later)).Sentence);
    }

    [Fact]
    public void A_person_decides_who_investigates_and_the_table_holds_again()
    {
        var @case = A.Case();
        var law = new CaseLaw(@case.Id);

        law.DecideLead(@case, AgencyKind.Fia, "SC_CENTRAL", [7], A.Officer, A.Now);
        Assert.Equal((AgencyKind.Fia, AgencyKind.Fia, "SC_CENTRAL", A.Officer.Name), (@case.ProposedLead, law.DecidedLead!.Value, law.DecidedCourt, law.DecidedByName));
        Assert.Equal(CaseEventKind.LeadDecided, @case.Events[^1].Kind);
        law.FollowTable(@case, A.Officer, A.Later);
        Assert.Equal((AgencyKind.Police, null, null, null), (@case.ProposedLead, law.DecidedLead, law.DecidedCourt, law.SealedReason));
        Assert.Throws<RuleBrokenException>(() => law.DecideLead(@case, AgencyKind.Labour, null, [7], A.Officer, A.Now));
    }

    [Fact]
    public void Protection_in_court_is_noted()
    {
        var @case = A.Case();
        var law = new CaseLaw(@case.Id);

        law.Protect(@case, new CourtProtection(true, false, true, false));

        Assert.Equal(new CourtProtection(true, false, true, false), law.Protection);
    }

    [Fact]
    public void A_case_moves_to_the_other_law_and_its_lead_follows()
    {
        var @case = A.Case();
        var id = Guid.CreateVersion7();

        var history = @case.Reclassify(CaseKind.Smuggling, id, [7], A.Officer, A.Later);

        Assert.Equal((CaseKind.Smuggling, AgencyKind.Fia, CaseEventKind.Reclassified), (@case.Kind, @case.ProposedLead, @case.Events[^1].Kind));
        Assert.Equal((id, @case.Id, CaseKind.Trafficking, CaseKind.Smuggling), (history.Id, history.CaseId, history.FromKind, history.ToKind));
        Assert.Equal((A.Later, A.Officer.UserId, A.Officer.UnitId, A.Officer.Name), (history.At, history.ActorId, history.ActorUnitId, history.ActorName));
        Assert.Equal([7], history.SealedReason);
        Assert.Equal("This case falls under that law already.", Assert.Throws<RuleBrokenException>(
            () => @case.Reclassify(CaseKind.Smuggling, id, [7], A.Officer, A.Later)).Sentence);
        @case.Reclassify(CaseKind.Trafficking, id, [7], A.Officer, A.Later);
        Assert.Equal(AgencyKind.Police, @case.ProposedLead);
    }
}

/// <summary>Offences and cases under them for these tests.</summary>
internal static class Catalogue
{
    public static Offence Since2018 => Of("PTPA18-3-1", new DateOnly(2018, 6, 2), new DateOnly(2026, 1, 1));

    public static Offence Of(string code, DateOnly? from = null, DateOnly? before = null) =>
        new(code, "PTPA 2018", "3(1)", "Test offence", OffenceClass.Tip, validFrom: from, validBefore: before);

    /// <summary>A case of yesterday with an offence chosen.</summary>
    public static (Case Case, CaseOffence Offence) CaseWith(string code)
    {
        var @case = A.Case();
        var law = new CaseLaw(@case.Id);
        law.Happened(@case, A.Today.AddDays(-1), A.Today.AddDays(-1), A.Today, []);
        return (@case, CaseOffence.Choose(@case, law, Of(code), [], A.Officer, A.Now));
    }
}
