using TipSom.Domain.Cases;
using TipSom.Domain.Identity;

namespace TipSom.Domain.Law;

/// <summary>One move of a case between the two laws, kept for ever: trafficking and smuggling are counted apart, and the figures need the trail.</summary>
public sealed class Reclassification
{
    private Reclassification() { }

    internal Reclassification(Guid id, Guid caseId, CaseKind from, CaseKind to, byte[] sealedReason, Actor by, DateTimeOffset at)
    {
        (Id, CaseId, FromKind, ToKind, SealedReason, At) = (id, caseId, from, to, sealedReason, at);
        (ActorId, ActorUnitId, ActorName) = (by.UserId, by.UnitId, by.Name);
    }

    /// <summary>Internal id; what the seal is bound to.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The law it fell under before.</summary>
    public CaseKind FromKind { get; private set; }

    /// <summary>The law it falls under since.</summary>
    public CaseKind ToKind { get; private set; }

    /// <summary>Why, sealed: it may tell of people.</summary>
    public byte[] SealedReason { get; private set; } = [];

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who moved it.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>The unit of that person then.</summary>
    public Guid ActorUnitId { get; private set; }

    /// <summary>Name and rank as they were then.</summary>
    public string ActorName { get; private set; } = "";
}
