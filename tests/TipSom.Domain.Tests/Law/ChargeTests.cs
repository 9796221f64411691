using TipSom.Domain.Law;
using TipSom.Domain.Suspects;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Tests.Law;

public sealed class ChargeTests
{
    private static readonly DateOnly Day = A.Today.AddDays(-10);

    [Fact]
    public void A_charge_is_brought_once_for_an_accused_and_an_offence_of_the_case()
    {
        var (@case, offence) = Catalogue.CaseWith("PTPA-3-2");
        var accused = Suspected(@case);

        var charge = Charge.Bring(@case, accused, offence, Day, "MAG1", [], A.Officer, A.Today);

        Assert.Equal((@case.Id, accused.Id, offence.Id, Day, "MAG1"), (charge.CaseId, charge.SuspectId, charge.CaseOffenceId, charge.ChargedOn, charge.CourtCode));
        Assert.Equal((Plea.NotRecorded, Verdict.Pending, Appeal.None, A.Officer.Name), (charge.Plea, charge.Verdict, charge.Appeal, charge.ActorName));
        Assert.Equal(Charge.ChargedAlready, RefusalOf(() => Charge.Bring(@case, accused, offence, Day, null, [charge], A.Officer, A.Today)));
        Charge.Bring(@case, Suspected(@case), offence, Day, null, [charge], A.Officer, A.Today);
        Assert.Equal("Choose a suspect of this case.", RefusalOf(() => Charge.Bring(@case, Suspected(A.Case()), offence, Day, null, [], A.Officer, A.Today)));
        Assert.Equal(Charge.IsCleared, RefusalOf(() => Charge.Bring(@case, Suspected(@case, SuspectStatus.Cleared), offence, Day, null, [], A.Officer, A.Today)));
        Assert.Equal(Charge.DaysInDisorder, RefusalOf(() => Charge.Bring(@case, accused, offence, A.Today.AddDays(1), null, [], A.Officer, A.Today)));
        Assert.Equal("Choose an offence of this case.", RefusalOf(() => Charge.Bring(A.Case(), accused, offence, Day, null, [], A.Officer, A.Today)));
        offence.Drop(@case, false, A.Now);
        Assert.Equal("Choose an offence of this case.", RefusalOf(() => Charge.Bring(@case, accused, offence, Day, null, [], A.Officer, A.Today)));
    }

    [Fact]
    public void A_conviction_has_a_sentence_and_may_be_appealed()
    {
        var (@case, charge) = Brought();

        Assert.Equal(Charge.NotDecided, RefusalOf(() => charge.IsAppealed(@case, Appeal.Pending)));
        charge.Pleads(@case, Plea.NotGuilty);
        charge.Decide(@case, Verdict.Convicted, A.Today, new Sentence(10, 6, false, 1_000_000), A.Today);
        charge.IsAppealed(@case, Appeal.Pending);

        Assert.Equal((Verdict.Convicted, A.Today, 10, 6, 1_000_000L), (charge.Verdict, charge.DecidedOn!.Value, charge.SentenceYears!.Value, charge.SentenceMonths!.Value, charge.FineRupees!.Value));
        Assert.Equal((Plea.NotGuilty, Appeal.Pending, false), (charge.Plea, charge.Appeal, charge.IsForLife));
        Assert.Equal(Charge.DecidedAlready, RefusalOf(() => charge.Decide(@case, Verdict.Acquitted, A.Today, null, A.Today)));
        Assert.Equal(Charge.DecidedAlready, RefusalOf(() => charge.Pleads(@case, Plea.Guilty)));
    }

    [Theory]
    [InlineData(Verdict.Acquitted)]
    [InlineData(Verdict.Discharged)]
    [InlineData(Verdict.Withdrawn)]
    public void Nothing_but_a_conviction_has_a_sentence(Verdict verdict)
    {
        var (@case, charge) = Brought();

        Assert.Equal(Charge.SentenceWithoutConviction, RefusalOf(() => charge.Decide(@case, verdict, A.Today, new Sentence(1, null, false, null), A.Today)));
        charge.Decide(@case, verdict, A.Today, null, A.Today);
        Assert.Equal((verdict, null, null), (charge.Verdict, charge.SentenceYears, charge.FineRupees));
    }

    [Fact]
    public void Days_and_sentences_that_cannot_be_are_refused()
    {
        var (@case, charge) = Brought();

        foreach (var day in new[] { Day.AddDays(-1), A.Today.AddDays(1) })
            Assert.Equal(Charge.DaysInDisorder, RefusalOf(() => charge.Decide(@case, Verdict.Acquitted, day, null, A.Today)));
        foreach (var sentence in new[]
        {
            new Sentence(null, 12, false, null), new Sentence(-1, null, true, null), new Sentence(100, null, false, null), new Sentence(0, 0, false, 0),
            new Sentence(1, null, false, -1)
        })
            Assert.Equal(Charge.SentenceWithoutConviction, RefusalOf(() => charge.Decide(@case, Verdict.Convicted, A.Today, sentence, A.Today)));
        Assert.Equal(Charge.DecidedAlready, RefusalOf(() => charge.Decide(@case, Verdict.Pending, A.Today, null, A.Today)));
        Assert.Equal(Verdict.Pending, charge.Verdict);
    }

    [Fact]
    public void No_outcome_is_a_compromise() =>
        Assert.Equal(["Pending", "Convicted", "Acquitted", "Discharged", "Withdrawn"], Enum.GetNames<Verdict>());

    [Fact]
    public void Compensation_is_asked_ordered_and_paid_in_that_order()
    {
        var @case = A.Case();
        var compensation = new Compensation(@case.Victims[0]);

        compensation.Stands(@case, Day, new Amount(500_000, Day), new Amount(200_000, A.Today), A.Today);

        Assert.Equal((@case.Victims[0].Id, Day, 500_000L, 200_000L), (compensation.VictimId, compensation.AskedOn!.Value, compensation.OrderedRupees!.Value, compensation.PaidRupees!.Value));
        foreach (var (asked, ordered, paid) in new (DateOnly?, Amount?, Amount?)[]
        {
            (A.Today.AddDays(1), null, null), (null, new Amount(1, A.Today.AddDays(1)), null), (null, new Amount(-1, Day), null),
            (null, null, new Amount(1, Day)), (null, new Amount(5, Day), new Amount(6, Day)), (null, new Amount(Compensation.MostRupees + 1, Day), null)
        })
            Assert.Equal(Compensation.InDisorder, RefusalOf(() => compensation.Stands(@case, asked, ordered, paid, A.Today)));
        Assert.Equal(500_000, compensation.OrderedRupees);
    }

    private static (Domain.Cases.Case Case, Charge Charge) Brought()
    {
        var (@case, offence) = Catalogue.CaseWith("PTPA-3-2");
        return (@case, Charge.Bring(@case, Suspected(@case), offence, Day, null, [], A.Officer, A.Today));
    }

    private static Suspect Suspected(Domain.Cases.Case @case, SuspectStatus status = SuspectStatus.Suspected) =>
        Suspect.Enter(Guid.CreateVersion7(), @case, 1, new SuspectFacts(Sex.Male, new Age(40, true), null, [], null, status), [1], A.Officer, A.Now);

    private static string RefusalOf(Action act) => Assert.Throws<RuleBrokenException>(act).Sentence;
}
