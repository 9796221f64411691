namespace TipSom.Domain.Law;

/// <summary>A time limit that runs, or ran, in one case: made by the step that starts it, ended by the step that meets it.</summary>
public sealed class LegalDeadline
{
    private LegalDeadline() { }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Which limit.</summary>
    public string ClockCode { get; private set; } = "";

    /// <summary>The step that started it.</summary>
    public Guid StepId { get; private set; }

    /// <summary>The person it concerns, if one.</summary>
    public Guid? VictimId { get; private set; }

    /// <summary>The accused it concerns, if one.</summary>
    public Guid? SuspectId { get; private set; }

    /// <summary>From when it runs.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>From when people are reminded.</summary>
    public DateTimeOffset RemindAt { get; private set; }

    /// <summary>From when it is late.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>When it was met; null while it runs.</summary>
    public DateTimeOffset? MetAt { get; private set; }

    /// <summary>The step that met it.</summary>
    public Guid? MetByStepId { get; private set; }

    /// <summary>When the holder was reminded; once, by the clocks.</summary>
    public DateTimeOffset? RemindedAt { get; private set; }

    /// <summary>When the holder was told that it is late; once, by the clocks.</summary>
    public DateTimeOffset? ToldLateAt { get; private set; }

    /// <summary>Whether it still runs.</summary>
    public bool IsOpen => MetAt is null;

    /// <summary>The limits a step starts. Steps written down later than they were taken meet them at once.</summary>
    public static IReadOnlyList<LegalDeadline> StartedBy(
        LegalStep step, IEnumerable<LegalClock> clocks, IReadOnlyCollection<LegalStep> known, TimeZoneInfo zone)
    {
        var started = new List<LegalDeadline>();
        foreach (var clock in clocks.Where(c => c.IsOffered && c.StartsWith == step.Stage))
        {
            var deadline = new LegalDeadline
            {
                Id = Guid.CreateVersion7(),
                CaseId = step.CaseId,
                ClockCode = clock.Code,
                StepId = step.Id,
                VictimId = step.VictimId,
                SuspectId = step.SuspectId,
                StartedAt = step.TakenAt,
                RemindAt = clock.RemindAt(step.TakenAt, zone),
                DueAt = clock.DueAt(step.TakenAt, zone)
            };
            if (known.Where(k => deadline.IsMetBy(k, clock)).MinBy(k => k.TakenAt) is { } met)
                deadline.Meet(met);
            started.Add(deadline);
        }

        return started;
    }

    /// <summary>Whether a step meets it: of the right kind, not before it began, and of nobody else.</summary>
    public bool IsMetBy(LegalStep step, LegalClock clock) =>
        IsOpen && clock.Code == ClockCode && clock.MetBy.Contains(step.Stage) && step.TakenAt >= StartedAt
        && (SuspectId is null || step.SuspectId is null || step.SuspectId == SuspectId)
        && (VictimId is null || step.VictimId is null || step.VictimId == VictimId);

    /// <summary>It is met. Refuses one that was met before.</summary>
    public void Meet(LegalStep step)
    {
        if (!IsOpen)
            throw new RuleBrokenException("This time limit was already met.");
        (MetAt, MetByStepId) = (step.TakenAt, step.Id);
    }

    /// <summary>Whether it runs and people are to be reminded.</summary>
    public bool IsNear(DateTimeOffset now) => IsOpen && now >= RemindAt && now < DueAt;

    /// <summary>Whether it runs and is late.</summary>
    public bool IsLate(DateTimeOffset now) => IsOpen && now >= DueAt;
}
