using TipSom.Domain.Identity;

namespace TipSom.Domain.Cases;

/// <summary>A case was closed or opened again: by whom and why. Stays as it was written.</summary>
public sealed class CaseStatusChange
{
    /// <summary>Shortest account of why, in characters, where one is asked for.</summary>
    public const int WordsMinLength = 5;

    /// <summary>Longest account of why, in characters.</summary>
    public const int WordsMaxLength = 500;

    private CaseStatusChange() { }

    internal CaseStatusChange(Guid caseId, CaseStatus status, CloseReason? reason, Actor by, DateTimeOffset at)
    {
        (Id, CaseId, Status, Reason, At) = (Guid.CreateVersion7(), caseId, status, reason, at);
        (ActorId, ActorUnitId, ActorName) = (by.UserId, by.UnitId, by.Name);
    }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>What it became.</summary>
    public CaseStatus Status { get; private set; }

    /// <summary>Why it was closed; null where it was opened again.</summary>
    public CloseReason? Reason { get; private set; }

    /// <summary>Sealed account of why in own words; null where none was written.</summary>
    public byte[]? SealedWords { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Whose act it was.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>The unit of that person then.</summary>
    public Guid ActorUnitId { get; private set; }

    /// <summary>Name and rank as they were then.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>Keeps the sealed account of why.</summary>
    public void KeepWords(byte[] sealedWords) => SealedWords = sealedWords;
}
