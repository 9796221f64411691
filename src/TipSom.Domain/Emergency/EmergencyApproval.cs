using TipSom.Domain.Identity;

namespace TipSom.Domain.Emergency;

/// <summary>A supervisor lets somebody open one person more within thirty days. The hour begins with it.</summary>
public sealed class EmergencyApproval
{
    private EmergencyApproval() { }

    /// <summary>Approves. Refuses the own request, and one that waits no more.</summary>
    public EmergencyApproval(EmergencyAccess access, Actor by, DateTimeOffset now)
    {
        if (access.ActorId == by.UserId)
            throw new RuleBrokenException("Somebody else approves this: not who asks.");
        if (!access.IsWaiting(now))
            throw new RuleBrokenException("This request waits for no approval any more.");
        (AccessId, At, ActorId, ActorUnitId, ActorName) = (access.Id, now, by.UserId, by.UnitId, by.Name);
    }

    /// <summary>The access; also the key: each is approved once.</summary>
    public Guid AccessId { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>The unit of that person then.</summary>
    public Guid ActorUnitId { get; private set; }

    /// <summary>Name and rank as they were then.</summary>
    public string ActorName { get; private set; } = "";
}
