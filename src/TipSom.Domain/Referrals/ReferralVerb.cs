namespace TipSom.Domain.Referrals;

/// <summary>What may be done to a referral that was sent.</summary>
public enum ReferralVerb
{
    /// <summary>The provider opens it; the sender sees "Seen".</summary>
    Open,

    /// <summary>The provider accepts and arranges the arrival.</summary>
    Accept,

    /// <summary>The provider says no, with a reason.</summary>
    Decline,

    /// <summary>The sender takes it back, with a reason.</summary>
    Withdraw,

    /// <summary>The provider proves the arrival with the one-time code.</summary>
    ConfirmArrival,

    /// <summary>The provider closes it with an outcome.</summary>
    Close
}
