using TipSom.Domain.Identity;

namespace TipSom.Domain.Emergency;

/// <summary>What somebody else found when looking at an opening in an emergency afterwards. Written once.</summary>
public sealed class EmergencyReview
{
    /// <summary>Longest note, in characters.</summary>
    public const int NoteMaxLength = 1000;

    /// <summary>The sentence that refuses a second review.</summary>
    public const string Done = "This was reviewed already.";

    private EmergencyReview() { }

    /// <summary>Reviews. Refuses what was never granted, a reviewer who asked or approved, and a review without a note.</summary>
    public EmergencyReview(
        EmergencyAccess access, EmergencyApproval? approval, bool isJustified, string note, Func<Guid, string, byte[]> seal, Actor by, DateTimeOffset now)
    {
        if (access.GrantedAt is null)
            throw new RuleBrokenException("Nothing was granted; there is nothing to review.");
        if (access.ActorId == by.UserId || approval?.ActorId == by.UserId)
            throw new RuleBrokenException("Somebody else reviews this: not who asked for it, and not who approved it.");
        if (string.IsNullOrWhiteSpace(note))
            throw new RuleBrokenException("Write what you found.");
        (AccessId, IsJustified, SealedNote, At) = (access.Id, isJustified, seal(access.Id, note.Trim()), now);
        (ActorId, ActorUnitId, ActorName) = (by.UserId, by.UnitId, by.Name);
    }

    /// <summary>The access; also the key: each is reviewed once.</summary>
    public Guid AccessId { get; private set; }

    /// <summary>Whether it was justified.</summary>
    public bool IsJustified { get; private set; }

    /// <summary>Sealed: what was found.</summary>
    public byte[] SealedNote { get; private set; } = [];

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>The unit of that person then.</summary>
    public Guid ActorUnitId { get; private set; }

    /// <summary>Name and rank as they were then.</summary>
    public string ActorName { get; private set; } = "";
}
