using TipSom.Domain.Identity;

namespace TipSom.Domain.Documents;

/// <summary>Proof that somebody opened a document: who, when, and of one that shows who somebody is, why. Written in the transaction that gives it out.</summary>
public sealed class DocumentOpening
{
    /// <summary>Shortest reason accepted, in characters.</summary>
    public const int ReasonMinLength = 5;

    /// <summary>Longest reason kept, in characters.</summary>
    public const int ReasonMaxLength = 200;

    private DocumentOpening() { }

    internal DocumentOpening(Guid documentId, Guid caseId, Actor by, string? reason, DateTimeOffset now)
    {
        (Id, DocumentId, CaseId, At, Reason) = (Guid.CreateVersion7(), documentId, caseId, now, reason);
        (ActorId, ActorUnitId, ActorName) = (by.UserId, by.UnitId, by.Name);
    }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Which document.</summary>
    public Guid DocumentId { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>The unit of that person then.</summary>
    public Guid ActorUnitId { get; private set; }

    /// <summary>Name and rank as they were then.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>Why; asked where the document shows who somebody is.</summary>
    public string? Reason { get; private set; }
}
