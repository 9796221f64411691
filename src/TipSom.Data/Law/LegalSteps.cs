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
        var step = LegalStep.Record(
            id, @case, facts, note is null ? null : cipher.Seal(SealKinds.LegalNote, id, note), by, clock.GetUtcNow());
        var clocks = await db.LegalClocks.AsNoTracking().ToListAsync(ct);
        var running = await db.LegalDeadlines.Where(d => d.CaseId == @case.Id && d.MetAt == null).ToListAsync(ct);
        var later = await db.LegalSteps.AsNoTracking().Where(s => s.CaseId == @case.Id && s.TakenAt >= facts.TakenAt).ToListAsync(ct);
        foreach (var deadline in running.Where(d => d.IsMetBy(step, clocks.Single(c => c.Code == d.ClockCode))))
            deadline.Meet(step);
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
