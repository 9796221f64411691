using TipSom.Domain.Assessment;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;

namespace TipSom.Domain.Victims;

/// <summary>One thing a victim needs. A referral answers one need; a need never has two acceptances.</summary>
public sealed class Need
{
    /// <summary>The sentence that refuses to change a need under a referral.</summary>
    public const string InHand = "A referral for this need is under way. Take it back first, or wait for its end.";

    /// <summary>The sentence that refuses to do anything with a need that has ended.</summary>
    public const string NotOpen = "This need is no longer open.";

    private Need() { }

    internal Need(Guid victimId, Guid caseId, ServiceType service, Urgency urgency)
    {
        (Id, VictimId, CaseId, Service, Urgency) = (Guid.CreateVersion7(), victimId, caseId, service, urgency);
    }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose need.</summary>
    public Guid VictimId { get; private set; }

    /// <summary>The case it belongs to; part of the key that ties a referral to the right case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The service that meets it.</summary>
    public ServiceType Service { get; private set; }

    /// <summary>How soon.</summary>
    public Urgency Urgency { get; private set; }

    /// <summary>When it ended without a referral; null while it stands.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How it ended.</summary>
    public NeedEnding? Ending { get; private set; }

    /// <summary>Whether it stands.</summary>
    public bool IsOpen => EndedAt is null;

    /// <summary>Makes it more or less urgent. Refuses the same urgency, a need that has ended, and one that a provider has in hand.</summary>
    public NeedChange ChangeUrgency(Guid id, Case @case, Urgency to, bool isInHand, byte[] sealedReason, Actor by, DateTimeOffset now)
    {
        RefuseUnlessFree(isInHand);
        if (to == Urgency)
            throw new RuleBrokenException("The need is as urgent as that already.");
        var written = Writing.Of(@case, by, now);
        Urgency = to;
        return new NeedChange(id, this, NeedChangeKind.UrgencyChanged, sealedReason, written);
    }

    /// <summary>Ends it: it is nobody's to meet any more. Refuses one that has ended, and one that a provider has in hand.</summary>
    public NeedChange End(Guid id, Case @case, NeedEnding ending, bool isInHand, byte[] sealedReason, Actor by, DateTimeOffset now)
    {
        RefuseUnlessFree(isInHand);
        var written = Writing.Of(@case, by, now);
        (EndedAt, Ending) = (now, ending);
        return new NeedChange(id, this, NeedChangeKind.Ended, sealedReason, written);
    }

    private void RefuseUnlessFree(bool isInHand)
    {
        if (!IsOpen)
            throw new RuleBrokenException(NotOpen);
        if (isInHand)
            throw new RuleBrokenException(InHand);
    }
}
