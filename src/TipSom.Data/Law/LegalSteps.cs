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
        // One read for the clocks, what runs, and what came after: an FIR writes much.
        var known = await (
                from k in db.LegalClocks
                from d in db.LegalDeadlines.Where(d => d.CaseId == @case.Id && d.MetAt == null && d.ClockCode == k.Code).DefaultIfEmpty()
                from s in db.LegalSteps.Where(s => s.CaseId == @case.Id && s.TakenAt >= facts.TakenAt).DefaultIfEmpty()
                select new { Clock = k, Running = d, Later = s })
            .ToListAsync(ct);
        var clocks = known.Select(r => r.Clock).Distinct().ToList();
        var later = known.Select(r => r.Later).OfType<LegalStep>().Distinct().ToList();
        foreach (var deadline in known.Select(r => r.Running).OfType<LegalDeadline>().Distinct().Where(d => d.IsMetBy(step, clocks.Single(c => c.Code == d.ClockCode))))
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
