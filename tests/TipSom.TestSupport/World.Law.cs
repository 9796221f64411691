using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TipSom.Data;
using TipSom.Data.Identity;
using TipSom.Data.Law;
using TipSom.Domain.Agencies;
using TipSom.Domain.Cases;
using TipSom.Domain.Law;
using TipSom.Domain.Suspects;

namespace TipSom.TestSupport;

/// <summary>What is done about the law of a case in a test.</summary>
public sealed partial class World
{
    /// <summary>What of an FIR is sealed in every test; nothing else in the product carries these words.</summary>
    public static FirDetails KnownFir { get; } = new("Fircanary lane", "Fircanary aunt", null, null, "SI Fircanary", null);

    /// <summary>Says when it happened, if nobody did, and chooses an offence.</summary>
    public Task<CaseOffence> OffenceAsync(User officer, Case @case, string code = "PPC-342", DateOnly? on = null) =>
        AsAsync(officer, async (_, db) =>
        {
            var held = await db.Cases.SingleAsync(c => c.Id == @case.Id);
            var day = on ?? PakistanTime.DayOf(Now).AddDays(-1);
            var law = await db.CaseLaws.SingleOrDefaultAsync(l => l.CaseId == @case.Id);
            if (law is null)
                db.Add(law = new CaseLaw(@case.Id));
            if (law.OffenceFrom is null)
                law.Happened(held, day, day, PakistanTime.DayOf(Now), []);
            // The database looks at the days, which must be there before.
            await db.SaveChangesAsync();
            var offence = CaseOffence.Choose(held, law, await db.Offences.SingleAsync(o => o.Code == code), [], ActorOf(officer), Now);
            db.Add(offence);
            return offence;
        });

    public Task<LegalStep> StepAsync(User officer, Case @case, string stage, DateTimeOffset? at = null, string? note = null) =>
        AsAsync(officer, async (scope, db) => await scope.GetRequiredService<LegalSteps>().RecordAsync(
            await db.Cases.SingleAsync(c => c.Id == @case.Id),
            new LegalStepFacts(stage, at ?? Now, PakistanTime.DayOf(at ?? Now)), note, ActorOf(officer), CancellationToken.None));

    public Task<FirstInformationReport> FirAsync(User officer, Case @case, Unit station, int serial, DateTimeOffset? at = null) =>
        AsAsync(officer, async (scope, db) => await scope.GetRequiredService<LegalSteps>().RegisterAsync(
            await db.Cases.SingleAsync(c => c.Id == @case.Id), station,
            new FirFacts(serial, PakistanTime.DayOf(at ?? Now).Year, at ?? Now, null, []), KnownFir, ActorOf(officer), CancellationToken.None));

    /// <summary>Charges a suspect, who is entered for it where none is given.</summary>
    public async Task<Charge> ChargeAsync(User officer, Case @case, CaseOffence offence, Suspect? accused = null)
    {
        accused ??= await SuspectAsync(officer, @case);
        return await AsAsync(officer, async (_, db) =>
        {
            var today = PakistanTime.DayOf(Now);
            var charge = Charge.Bring(
                await db.Cases.SingleAsync(c => c.Id == @case.Id), accused,
                await db.CaseOffences.SingleAsync(o => o.Id == offence.Id), today, null, [], ActorOf(officer), today);
            db.Add(charge);
            return charge;
        });
    }
}
