namespace TipSom.Domain.Referrals;

/// <summary>Why a sender takes a referral back. The provider is not told the reason.</summary>
public enum WithdrawReason
{
    /// <summary>Placed elsewhere.</summary>
    PlacedElsewhere,

    /// <summary>The person changed her or his mind.</summary>
    PersonRefused,

    /// <summary>Consent was withdrawn.</summary>
    ConsentWithdrawn,

    /// <summary>No longer needed.</summary>
    NoLongerNeeded,

    /// <summary>A concern for safety.</summary>
    Safety,

    /// <summary>Sent by mistake.</summary>
    SentByMistake
}
