using TipSom.Domain.Identity;

namespace TipSom.Domain.Cases;

/// <summary>One line of a case's timeline. Holds no identity: it is read wherever the case is.</summary>
public sealed class CaseEvent
{
    private CaseEvent() { }

    internal CaseEvent(Guid caseId, CaseEventKind kind, Actor by, DateTimeOffset at, int? person, string? referralNumber, Guid? toUnitId)
    {
        (Id, CaseId, Kind, At) = (Guid.CreateVersion7(), caseId, kind, at);
        (ActorId, ActorUnitId, ActorName, Person, ReferralNumber) = (by.UserId, by.UnitId, by.Name, person, referralNumber);
        ToUnitId = toUnitId;
    }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>What happened.</summary>
    public CaseEventKind Kind { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Whose act it was.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>The unit the person belonged to then.</summary>
    public Guid ActorUnitId { get; private set; }

    /// <summary>Name and rank as they were then.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>Position of the person in the case it concerns, if one.</summary>
    public int? Person { get; private set; }

    /// <summary>The referral it concerns, if one.</summary>
    public string? ReferralNumber { get; private set; }

    /// <summary>The unit it was handed to, where it was.</summary>
    public Guid? ToUnitId { get; private set; }
}
