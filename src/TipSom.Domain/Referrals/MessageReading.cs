namespace TipSom.Domain.Referrals;

/// <summary>Until when a unit, on its side of a referral, has read the other side's messages.</summary>
public sealed class MessageReading
{
    private MessageReading() { }

    /// <summary>The referral.</summary>
    public Guid ReferralId { get; private set; }

    /// <summary>The unit that reads.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The side it reads from.</summary>
    public Side Side { get; private set; }

    /// <summary>What was written until then has been read.</summary>
    public DateTimeOffset ReadAt { get; private set; }
}
