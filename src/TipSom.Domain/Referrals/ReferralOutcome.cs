namespace TipSom.Domain.Referrals;

/// <summary>How care ended.</summary>
public enum ReferralOutcome
{
    /// <summary>The support planned was completed.</summary>
    SupportCompleted,

    /// <summary>Returned to the family, after the risk was checked.</summary>
    ReturnedToFamily,

    /// <summary>Returned home to another country.</summary>
    Repatriated,

    /// <summary>Lives independently.</summary>
    LivesIndependently,

    /// <summary>Moved to another provider.</summary>
    MovedToOtherProvider,

    /// <summary>Left by own wish.</summary>
    LeftByOwnWish,

    /// <summary>Contact was lost.</summary>
    LostContact,

    /// <summary>Died.</summary>
    Died,

    /// <summary>Did not arrive at the provider that had accepted.</summary>
    DidNotArrive
}
