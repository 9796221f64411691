using Microsoft.EntityFrameworkCore;
using TipSom.Data.Encryption;
using TipSom.Domain.Agencies;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Law;

namespace TipSom.Data.Law;

/// <summary>Records steps of the investigation and the trial with the time limits they start and end. Adds to the context; the caller saves.</summary>
public sealed class LegalSteps(TipSomDbContext db, RecordCipher cipher, TimeProvider clock)
{
    /// <summary>Records a step; the note is sealed.</summary>
    public async Task<LegalStep> RecordAsync(Case @case, LegalStepFacts facts, string? note, Actor by, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        var reflection = facts.VictimId is { } who
            ? await db.ReflectionPeriods.AsNoTracking().Where(p => p.VictimId == who).OrderByDescending(p => p.Version).FirstOrDefaultAsync(ct)
            : null;
        var step = LegalStep.Record(
            id, @case, facts, reflection, note is null ? null : cipher.Seal(SealKinds.LegalNote, id, note), by, clock.GetUtcNow());
        // One read for the clocks, what runs, and what was taken later, which is seldom anything: an FIR writes much.
        var found = await (
                from c in db.LegalClocks
                from d in db.LegalDeadlines.Where(d => d.ClockCode == c.Code && d.CaseId == @case.Id && d.MetAt == null).DefaultIfEmpty()
                from s in db.LegalSteps.Where(s => s.CaseId == @case.Id && s.TakenAt >= facts.TakenAt).DefaultIfEmpty()
                select new { Clock = c, Running = d, Later = s })
            .ToListAsync(ct);
        var clocks = found.Select(f => f.Clock).Distinct().ToList();
        var later = found.Select(f => f.Later).OfType<LegalStep>().Distinct().ToList();
        foreach (var met in found.Where(f => f.Running?.IsMetBy(step, f.Clock) == true).DistinctBy(f => f.Running))
            met.Running.Meet(step);
        db.Add(step);
        db.AddRange(LegalDeadline.StartedBy(step, clocks, later, PakistanTime.Zone));
        return step;
    }

    /// <summary>Writes down an FIR, which is a step too; what names people and places is sealed.</summary>
    public async Task<FirstInformationReport> RegisterAsync(
        Case @case, Unit station, FirFacts facts, FirDetails details, Actor by, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        var day = PakistanTime.DayOf(facts.RecordedAt);
        var report = FirstInformationReport.Register(
            id, @case, station, facts, day, cipher.Seal(SealKinds.FirDetails, id, details), by, clock.GetUtcNow());
        db.Add(report);
        await RecordAsync(@case, new LegalStepFacts(LegalStep.Fir, facts.RecordedAt, day), null, by, ct);
        return report;
    }

    /// <summary>The words of a note.</summary>
    public string? NoteOf(LegalStep step) => step.SealedNote is { } kept ? cipher.Open<string>(SealKinds.LegalNote, step.Id, kept) : null;

    /// <summary>What of an FIR was sealed.</summary>
    public FirDetails DetailsOf(FirstInformationReport report) => cipher.Open<FirDetails>(SealKinds.FirDetails, report.Id, report.SealedDetails);
}
