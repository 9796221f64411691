namespace TipSom.Domain.Referrals;

/// <summary>Where a referral stands.</summary>
public enum ReferralStatus
{
    /// <summary>On its way; the provider has not opened it.</summary>
    Sent,

    /// <summary>Opened by the provider; an answer is owed.</summary>
    Seen,

    /// <summary>Accepted; the person is to arrive at the time agreed.</summary>
    Accepted,

    /// <summary>The person arrived, proved by the one-time code.</summary>
    InCare,

    /// <summary>Care came to an end, with an outcome. Final.</summary>
    Closed,

    /// <summary>The provider said no, with a reason; the sender chooses another provider. Final.</summary>
    Declined,

    /// <summary>Taken back by the sender, with a reason. Final.</summary>
    Withdrawn
}
