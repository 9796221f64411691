using Microsoft.EntityFrameworkCore;
using TipSom.Data.Encryption;
using TipSom.Data.Identity;
using TipSom.Data.Law;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Law;
using TipSom.Domain.Suspects;
using TipSom.Domain.Victims;

namespace TipSom.Data.Seeding;

/// <summary>The investigation of a case: when it happened, two offences, an FIR, two suspects, an arrest whose day is running, and a charge.</summary>
internal sealed class DemoLaw(DemoStage stage)
{
    public async Task PlayAsync(Case @case, User officer, DateTimeOffset at, CancellationToken ct)
    {
        var (day, law, steps) = (PakistanTime.DayOf(at), new CaseLaw(@case.Id), new LegalSteps(stage.Db, stage.Cipher, stage.Clock));
        List<CaseOffence> offences = [];
        // The database looks at the days, which must be there before an offence is chosen.
        await stage.ActAsync(officer, at, _ =>
        {
            law.Happened(@case, day.AddDays(-90), day.AddDays(-3), day, []);
            stage.Db.Add(law);
        }, ct);
        await stage.ActAsync(officer, at.AddMinutes(5), async by =>
        {
            foreach (var code in (string[])["PTPA-3-2", "BLSA-11"])
                offences.Add(CaseOffence.Choose(@case, law, await stage.Db.Offences.SingleAsync(o => o.Code == code, ct), offences, by, stage.Clock.Now));
            stage.Db.AddRange(offences);
        }, ct);
        await stage.ActAsync(officer, at.AddMinutes(30), by => steps.RegisterAsync(
            @case, stage.Cast.Units["PS-LHR-01"], new FirFacts(877, day.Year, stage.Clock.Now, null, [.. offences.Select(o => o.OffenceCode)]),
            new FirDetails("A brick kiln outside the city", "A woman constable", null, null, officer.DisplayName, null), by, ct), ct);

        var (owner, agent) = (null as Suspect, null as Suspect);
        await stage.ActAsync(officer, at.AddHours(1), by =>
        {
            owner = Enter(@case, 1, new("Sarfraz Ali", "سرفراز علی", null, "Seth", null, null, null, "About 50, walks with a stick", null), 50, "EXPLOIT", SuspectStatus.Arrested, by);
            agent = Enter(@case, 2, new("Mushtaq", "مشتاق", null, null, null, "0399-0000879", null, "Brings families from the south", null), 35, "RECRUIT", SuspectStatus.Suspected, by);
        }, ct);
        await stage.ActAsync(officer, at.AddHours(2), by => steps.RecordAsync(@case, Step("INV") with { SuspectId = agent!.Id }, null, by, ct), ct);
        // Twenty of the twenty-four hours are over when the demo begins.
        await stage.ActAsync(officer, at.AddHours(14), by => steps.RecordAsync(
            @case, Step("ARREST") with { SuspectId = owner!.Id }, "Taken at the gate of the kiln, without resistance.", by, ct), ct);
        await stage.ActAsync(officer, at.AddHours(16), by => stage.Db.Add(Charge.Bring(
            @case, owner!, offences[0], PakistanTime.DayOf(stage.Clock.Now), "SESSIONS", [], by, PakistanTime.DayOf(stage.Clock.Now))), ct);
    }

    private LegalStepFacts Step(string stageOfLaw) => new(stageOfLaw, stage.Clock.Now, PakistanTime.DayOf(stage.Clock.Now));

    private Suspect Enter(Case @case, int position, SuspectDetails details, int years, string role, SuspectStatus status, Actor by)
    {
        var id = Guid.CreateVersion7();
        var facts = new SuspectFacts(Sex.Male, new Age(years, true), "PK", [role], null, status);
        var suspect = Suspect.Enter(id, @case, position, facts, stage.Cipher.Seal(SealKinds.Suspect, id, details), by, stage.Clock.Now);
        stage.Db.Add(suspect);
        return suspect;
    }
}
