using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;

namespace TipSom.Domain.Coordination;

/// <summary>
/// What the national desk found when it reviewed a referral sent without an agreement. One that was not upheld can no longer be accepted;
/// care that has begun goes on.
/// </summary>
public sealed class OverrideReview
{
    /// <summary>Longest note, in characters.</summary>
    public const int NoteMaxLength = 500;

    /// <summary>The sentence that refuses an acceptance after a review that did not uphold the override.</summary>
    public const string NotUpheld = "The national desk reviewed the emergency override and did not uphold it.";

    private OverrideReview() { }

    /// <summary>Reviews an override. Refuses a referral that rests on an agreement, and a "no" without a note.</summary>
    public OverrideReview(Referral referral, bool isUpheld, string? note, Actor by, DateTimeOffset now)
    {
        if (referral.OverrideReason is null)
            throw new RuleBrokenException("This referral rests on an agreement; there is nothing to review.");
        if (!isUpheld && string.IsNullOrWhiteSpace(note))
            throw new RuleBrokenException("Write why the override was not right.");
        (ReferralId, IsUpheld, Note, At) = (referral.Id, isUpheld, note, now);
        (ActorId, ActorUnitId, ActorName) = (by.UserId, by.UnitId, by.Name);
    }

    /// <summary>The referral; also the key: each override is reviewed once.</summary>
    public Guid ReferralId { get; private set; }

    /// <summary>Whether it was right.</summary>
    public bool IsUpheld { get; private set; }

    /// <summary>What the desk wrote; names nobody.</summary>
    public string? Note { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>The unit of that person then.</summary>
    public Guid ActorUnitId { get; private set; }

    /// <summary>Name and rank as they were then.</summary>
    public string ActorName { get; private set; } = "";
}
