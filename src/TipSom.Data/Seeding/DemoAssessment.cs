using Microsoft.EntityFrameworkCore;
using TipSom.Data.Encryption;
using TipSom.Data.Identity;
using TipSom.Domain.Assessment;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Data.Seeding;

/// <summary>What happened to the first person of a case, and what it means for her: a family held at a kiln against an advance.</summary>
internal sealed class DemoAssessment(DemoStage stage)
{
    private static readonly Versions First = new(0, 0);

    private static readonly ExploitationFacts Kiln = new(
        [TraffickingAct.Recruiting, TraffickingAct.Harbouring], false, [LegalMeans.Coercion], ["DEBT", "THRFAM", "DOC", "MOVE"], ["FL-BOND"], [], [],
        true, "C", ["JAMADAR"], "OTHER");

    public async Task PlayAsync(Case @case, User officer, DateTimeOffset at, CancellationToken ct)
    {
        var person = @case.Victims[0];
        await stage.ActAsync(officer, at, by => AskAsync(@case, person, by, ct), ct);
        await stage.ActAsync(officer, at.AddMinutes(30), by => Judge(@case, person, by), ct);
        await stage.ActAsync(officer, at.AddMinutes(45), by => Travel(@case, person, by), ct);
    }

    private async Task AskAsync(Case @case, Victim person, Actor by, CancellationToken ct)
    {
        var now = stage.Clock.Now;
        var lists = await stage.Db.CodeList.AsNoTracking().ToListAsync(ct);
        var answers = Answered(IndicatorAnswer.Yes, "D1-02", "D1-03", "D3-06", "D4-01", "D4-02", "D5-01", "D5-02", "D5-03", "D6-01")
            .Concat(Answered(IndicatorAnswer.No, "D2-01", "D2-03", "D4-06")).Concat(Answered(IndicatorAnswer.Unknown, "D5-04")).ToDictionary();
        Seal(SealKinds.IndicatorNotes, new Dictionary<IndicatorDimension, string> { [(IndicatorDimension)5] = "The gate was locked at night." }, (id, kept) =>
            IndicatorScreening.Record(id, @case, person, stage.Db.Indicators.AsNoTracking(), answers, kept, First, by, now));
        Seal(SealKinds.ExploitationAccount, "An advance of 40,000 rupees for a wedding. After two years the book says 190,000.", (id, kept) =>
            ExploitationRecord.Record(id, @case, person, Kiln, lists, kept, First, by, now));
        var factors = new Dictionary<string, FactorAnswer>
        {
            ["HH-DEBT"] = FactorAnswer.Risk,
            ["HH-POOR"] = FactorAnswer.Risk,
            ["COM-BONDED"] = FactorAnswer.Risk,
            ["IND-DRUGS"] = FactorAnswer.No,
            ["HH-SUPPORT"] = FactorAnswer.Protective
        };
        Seal(SealKinds.VulnerabilityNote, "A sister in the city would take both in.", (id, kept) =>
            VulnerabilityRecord.Record(id, @case, person, lists, factors, kept, First, by, now));
    }

    private void Judge(Case @case, Victim person, Actor by)
    {
        var (now, today) = (stage.Clock.Now, PakistanTime.DayOf(stage.Clock.Now));
        var facts = new RiskFacts(RiskLevel.High, [RiskReason.KnowsAddress, RiskReason.OffenderFree], SafeTransport.ProviderFetches, null);
        Seal(SealKinds.RiskNote, "The owner's nephew asked for her at the bus stand.", (id, kept) =>
            RiskAssessment.Record(id, @case, person, facts, kept, First, by, today, now));
        Seal(SealKinds.ProviderNotes, new CareNotes(null, "Tablets for blood pressure, in the morning", null, null, "One daughter of 12"), (id, kept) =>
            ProviderNotes.Record(id, @case, person, kept, First, by, now));
        stage.Db.Add(ReflectionPeriod.Record(@case, person, today, null, First, by, now));
        stage.Db.Add(person.AddNeed(@case, ServiceType.LegalAid, Urgency.Routine, by, now));
    }

    private void Travel(Case @case, Victim person, Actor by)
    {
        var today = PakistanTime.DayOf(stage.Clock.Now);
        var route = new List<RoutePlace>();
        foreach (var (stop, district, day) in ((RouteStage, string, int?)[])
                 [(RouteStage.Recruitment, "PB-MULTAN", null), (RouteStage.Transit, "PB-FAISALABAD", null), (RouteStage.Exploitation, "PB-LAHORE", null), (RouteStage.Rescue, "PB-LAHORE", 0)])
        {
            var place = new RouteFacts(stop, RoutePlace.Pakistan, district, day is null ? today.Year - 2 : null, day is null ? null : today);
            route.Add(RoutePlace.Add(@case, person, place, route, null, by, today, stage.Clock.Now));
        }

        stage.Db.AddRange(route);
    }

    private static IEnumerable<KeyValuePair<string, IndicatorAnswer>> Answered(IndicatorAnswer answer, params string[] codes) =>
        codes.Select(code => KeyValuePair.Create(code, answer));

    private void Seal<T>(string kind, T words, Func<Guid, byte[], object> record)
        where T : notnull
    {
        var id = Guid.CreateVersion7();
        stage.Db.Add(record(id, stage.Cipher.Seal(kind, id, words)));
    }
}
