using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;

namespace TipSom.Domain.Care;

/// <summary>One thing the provider and the person want to reach, and by when. The provider's alone.</summary>
public sealed class CarePlanItem
{
    /// <summary>Longest goal, in characters.</summary>
    public const int GoalMaxLength = 300;

    private CarePlanItem() { }

    /// <summary>Internal id; what the seal is bound to.</summary>
    public Guid Id { get; private set; }

    /// <summary>The referral.</summary>
    public Guid ReferralId { get; private set; }

    /// <summary>The kind of help.</summary>
    public ServiceType Service { get; private set; }

    /// <summary>Ciphertext of the goal.</summary>
    public byte[] SealedGoal { get; private set; } = [];

    /// <summary>The day by which it is to be reached.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>When it was reached.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>When it was given up.</summary>
    public DateTimeOffset? DroppedAt { get; private set; }

    /// <summary>Why it was given up.</summary>
    public PlanDropReason? DropReason { get; private set; }

    /// <summary>When the provider was reminded; once.</summary>
    public DateTimeOffset? RemindedAt { get; private set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who wrote it.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>The unit of that person then.</summary>
    public Guid ActorUnitId { get; private set; }

    /// <summary>Name and rank as they were then.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>Whether it is still to be reached.</summary>
    public bool IsOpen => DoneAt is null && DroppedAt is null;

    /// <summary>Plans something. Refuses unless the person is in care, and a day that has passed.</summary>
    public static CarePlanItem Plan(
        Guid id, Referral referral, ServiceType service, byte[] sealedGoal, DateOnly dueOn, Actor by, DateOnly today, DateTimeOffset now)
    {
        RefuseUnlessInCare(referral);
        if (dueOn < today)
            throw new RuleBrokenException("This day has passed. Choose a day to come.");
        return new CarePlanItem
        {
            Id = id,
            ReferralId = referral.Id,
            Service = service,
            SealedGoal = sealedGoal,
            DueOn = dueOn,
            At = now,
            ActorId = by.UserId,
            ActorUnitId = by.UnitId,
            ActorName = by.Name
        };
    }

    /// <summary>It is reached.</summary>
    public void Finish(Referral referral, DateTimeOffset now)
    {
        RefuseUnlessOpen(referral);
        DoneAt = now;
    }

    /// <summary>It is given up.</summary>
    public void Drop(Referral referral, PlanDropReason reason, DateTimeOffset now)
    {
        RefuseUnlessOpen(referral);
        (DroppedAt, DropReason) = (now, reason);
    }

    private void RefuseUnlessOpen(Referral referral)
    {
        if (!IsOpen)
            throw new RuleBrokenException("This part of the plan is already closed.");
        RefuseUnlessInCare(referral);
    }

    private static void RefuseUnlessInCare(Referral referral)
    {
        if (referral.Status != ReferralStatus.InCare)
            throw new RuleBrokenException("A plan is kept while the person is in care.");
    }
}
