using TipSom.Domain.Identity;

namespace TipSom.Domain.Audit;

/// <summary>Proof that somebody opened who a suspect is: who, when, why. Read by those who may see the investigation.</summary>
public sealed class SuspectOpening
{
    private SuspectOpening() { }

    /// <summary>Records an opening. Refuses one without a reason.</summary>
    public SuspectOpening(Guid suspectId, Guid caseId, Actor by, string reason, DateTimeOffset now)
    {
        if (reason.Trim().Length < IdentityOpening.ReasonMinLength)
            throw new RuleBrokenException("Say in a few words why you open this identity.");
        (Id, SuspectId, CaseId, At, Reason) = (Guid.CreateVersion7(), suspectId, caseId, now, reason.Trim());
        (ById, ByName) = (by.UserId, by.Name);
    }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose details.</summary>
    public Guid SuspectId { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who.</summary>
    public Guid ById { get; private set; }

    /// <summary>Name and rank as they were then.</summary>
    public string ByName { get; private set; } = "";

    /// <summary>Why, in the person's words.</summary>
    public string Reason { get; private set; } = "";
}
