namespace TipSom.Domain.Referrals;

/// <summary>From which side somebody sees a referral, and whose turn it is.</summary>
public enum Side
{
    /// <summary>The unit that sent it, and the units above.</summary>
    Sender,

    /// <summary>The unit it is addressed to, and the units above.</summary>
    Recipient,

    /// <summary>The national desk: status, need, group and age, no identity.</summary>
    National
}
