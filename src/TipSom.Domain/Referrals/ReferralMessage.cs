using TipSom.Domain.Identity;

namespace TipSom.Domain.Referrals;

/// <summary>
/// What one side of a referral wrote to the other. Sealed; neither changed nor taken back. The sender reads all of a referral's
/// messages, the provider from opening it on, unless it was declined or taken back; the national desk none.
/// </summary>
public sealed class ReferralMessage
{
    /// <summary>Longest message, in characters.</summary>
    public const int MaxLength = 1000;

    private ReferralMessage() { }

    /// <summary>Internal id; what the seal is bound to.</summary>
    public Guid Id { get; private set; }

    /// <summary>The referral.</summary>
    public Guid ReferralId { get; private set; }

    /// <summary>The side that wrote it.</summary>
    public Side Side { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>The unit of that person then.</summary>
    public Guid ActorUnitId { get; private set; }

    /// <summary>Name and rank as they were then.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>Ciphertext of the words.</summary>
    public byte[] SealedText { get; private set; } = [];

    /// <summary>Writes a message. Refuses a referral that has come to its end, and a provider that has not opened it.</summary>
    public static ReferralMessage Write(Guid id, Referral referral, Side side, byte[] sealedText, Actor by, DateTimeOffset now) =>
        !MayBeWritten(side, referral.Status)
            ? throw new RuleBrokenException(ReferralLifecycle.Refusal(referral.Status))
            : new ReferralMessage
            {
                Id = id,
                ReferralId = referral.Id,
                Side = side,
                At = now,
                ActorId = by.UserId,
                ActorUnitId = by.UnitId,
                ActorName = by.Name,
                SealedText = sealedText
            };

    /// <summary>Whether a side may write while the referral stands there.</summary>
    public static bool MayBeWritten(Side side, ReferralStatus status) => side switch
    {
        Side.Sender => status.IsLive(),
        Side.Recipient => status.IsLive() && status != ReferralStatus.Sent,
        Side.National => false
    };
}
