using TipSom.Domain.Reference;

namespace TipSom.Data.Telling;

/// <summary>When one rung of the ladder is reached in one turn. Made by the database when the turn begins, gone when it ends unfired.</summary>
public sealed class TurnTimer
{
    private TurnTimer() { }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The referral whose turn it is; null where it is a need's.</summary>
    public Guid? ReferralId { get; private set; }

    /// <summary>The need in nobody's hands; null where it is a referral's.</summary>
    public Guid? UnplacedNeedId { get; private set; }

    /// <summary>When the turn began, which tells it from the turns before.</summary>
    public DateTimeOffset TurnSince { get; private set; }

    /// <summary>Which rung.</summary>
    public EscalationRung Rung { get; private set; }

    /// <summary>When people are to be told.</summary>
    public DateTimeOffset FireAt { get; private set; }

    /// <summary>When they were told.</summary>
    public DateTimeOffset? FiredAt { get; private set; }
}
