using TipSom.Domain.Emergency;
using TipSom.Domain.Identity;

namespace TipSom.Domain.Audit;

/// <summary>Proof that somebody opened a victim's identity: who, when, why. Written in the transaction that shows it.</summary>
public sealed class IdentityOpening
{
    /// <summary>Shortest reason accepted, in characters.</summary>
    public const int ReasonMinLength = 5;

    /// <summary>Longest reason kept, in characters.</summary>
    public const int ReasonMaxLength = 200;

    private IdentityOpening() { }

    /// <summary>Records an opening. Refuses one without a reason.</summary>
    public IdentityOpening(Guid victimId, Guid caseId, Actor by, string reason, DateTimeOffset now)
    {
        if (reason.Trim().Length < ReasonMinLength)
            throw new RuleBrokenException("Say in a few words why you open this identity.");
        (Id, VictimId, CaseId, At, Reason) = (Guid.CreateVersion7(), victimId, caseId, now, reason.Trim());
        (ActorId, ActorUnitId, ActorName) = (by.UserId, by.UnitId, by.Name);
    }

    /// <summary>Records an opening in an emergency. Refuses once the access is over, where it led to nobody, and for anybody but who asked.</summary>
    public IdentityOpening(EmergencyAccess access, EmergencyTarget target, Actor by, DateTimeOffset now)
    {
        access.MustBeInForce(now);
        if (target.AccessId != access.Id || access.ActorId != by.UserId || target is not { VictimId: { } victim, CaseId: { } @case })
            throw new RuleBrokenException("This access leads to nobody whom you may open.");
        (Id, VictimId, CaseId, At, Reason, EmergencyAccessId) = (Guid.CreateVersion7(), victim, @case, now, access.Basis.ToString(), access.Id);
        (ActorId, ActorUnitId, ActorName) = (by.UserId, by.UnitId, by.Name);
    }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose identity.</summary>
    public Guid VictimId { get; private set; }

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

    /// <summary>Why, in the person's words; in an emergency on what it rests.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The access under which it was opened in an emergency; null where the opener sees the case.</summary>
    public Guid? EmergencyAccessId { get; private set; }
}
