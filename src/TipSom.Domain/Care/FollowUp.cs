using TipSom.Domain.Identity;

namespace TipSom.Domain.Care;

/// <summary>
/// The question how a person is, some time after care ended. The database makes three when a referral closes with the person alive
/// and reachable, and calls off what is not answered when the consent ends.
/// </summary>
public sealed class FollowUp
{
    /// <summary>Longest note, in characters.</summary>
    public const int NoteMaxLength = 500;

    private FollowUp() { }

    /// <summary>After how many days somebody asks.</summary>
    public static IReadOnlyList<int> AfterDays { get; } = [30, 90, 180];

    /// <summary>Internal id; what the seal is bound to.</summary>
    public Guid Id { get; private set; }

    /// <summary>The referral under which care was given.</summary>
    public Guid ReferralId { get; private set; }

    /// <summary>How many days after closing.</summary>
    public int Days { get; private set; }

    /// <summary>The day it is due.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>When the provider was asked; once.</summary>
    public DateTimeOffset? AskedAt { get; private set; }

    /// <summary>When it was called off because consent had ended.</summary>
    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>What was found; null until then.</summary>
    public FollowUpAnswer? Answer { get; private set; }

    /// <summary>Ciphertext of the note to the sender; null where there is none.</summary>
    public byte[]? SealedNote { get; private set; }

    /// <summary>When it was answered.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Who answered.</summary>
    public Guid? ActorId { get; private set; }

    /// <summary>The unit of that person then.</summary>
    public Guid? ActorUnitId { get; private set; }

    /// <summary>Name and rank as they were then.</summary>
    public string? ActorName { get; private set; }

    /// <summary>When the sender took up that help is needed.</summary>
    public DateTimeOffset? TakenUpAt { get; private set; }

    /// <summary>Who took it up.</summary>
    public Guid? TakenUpById { get; private set; }

    /// <summary>Why it cannot be answered on this day; null when it can.</summary>
    public string? Refusal(DateOnly today) =>
        CancelledAt is not null ? "The consent has ended, so nobody is asked any more."
        : Answer is not null ? "This question was already answered."
        : today < DueOn ? "It is too early to ask."
        : null;

    /// <summary>The provider says what it found.</summary>
    public void Record(FollowUpAnswer answer, byte[]? sealedNote, Actor by, DateOnly today, DateTimeOffset now)
    {
        if (Refusal(today) is { } refusal)
            throw new RuleBrokenException(refusal);
        (Answer, SealedNote, AnsweredAt) = (answer, sealedNote, now);
        (ActorId, ActorUnitId, ActorName) = (by.UserId, by.UnitId, by.Name);
    }

    /// <summary>The sender takes it up that help is needed.</summary>
    public void TakeUp(Actor by, DateTimeOffset now)
    {
        if (Answer != FollowUpAnswer.NeedsHelp)
            throw new RuleBrokenException("Nobody asked for help here.");
        if (TakenUpAt is not null)
            throw new RuleBrokenException("Somebody has already taken this up.");
        (TakenUpAt, TakenUpById) = (now, by.UserId);
    }
}
