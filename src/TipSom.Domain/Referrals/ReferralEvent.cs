using TipSom.Domain.Identity;

namespace TipSom.Domain.Referrals;

/// <summary>One step of a referral, as both sides read it on the timeline: who, when, from where to where.</summary>
public sealed class ReferralEvent
{
    private ReferralEvent() { }

    internal ReferralEvent(Guid referralId, int position, ReferralVerb? verb, ReferralStatus status, Actor by, DateTimeOffset at)
    {
        (Id, ReferralId, Position, Verb, Status, At) = (Guid.CreateVersion7(), referralId, position, verb, status, at);
        (ActorId, ActorUnitId, ActorName) = (by.UserId, by.UnitId, by.Name);
    }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The referral.</summary>
    public Guid ReferralId { get; private set; }

    /// <summary>Which step of the referral, from 0 for the sending; no two requests write the same.</summary>
    public int Position { get; private set; }

    /// <summary>What was done; null for the sending itself.</summary>
    public ReferralVerb? Verb { get; private set; }

    /// <summary>The state it led to.</summary>
    public ReferralStatus Status { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Why, where the step was a decline: a returned referral no longer carries it.</summary>
    public DeclineReason? DeclineReason { get; internal init; }

    /// <summary>Who; null where the referral gave way to another provider that accepted first, which nobody of these two sides did.</summary>
    public Guid? ActorId { get; private set; }

    /// <summary>The unit of that person then.</summary>
    public Guid? ActorUnitId { get; private set; }

    /// <summary>Name and rank as they were then; empty where nobody is named.</summary>
    public string ActorName { get; private set; } = "";
}
