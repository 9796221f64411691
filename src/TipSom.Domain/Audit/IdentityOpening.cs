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

    /// <summary>Why, in the person's words.</summary>
    public string Reason { get; private set; } = "";
}
