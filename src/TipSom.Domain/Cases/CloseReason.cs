namespace TipSom.Domain.Cases;

/// <summary>Why a case is closed.</summary>
public enum CloseReason
{
    /// <summary>Everything owed was done, and the people were followed up.</summary>
    FollowedUpAndDone,

    /// <summary>The matter is before a court, and nothing more is owed here.</summary>
    HandedToCourt,

    /// <summary>It was found to be neither trafficking nor smuggling.</summary>
    NotTrafficking,

    /// <summary>The people cannot be reached any more.</summary>
    LostContact,

    /// <summary>Another case holds the same matter.</summary>
    Duplicate,

    /// <summary>It should never have been logged.</summary>
    EnteredInError,

    /// <summary>Another reason, in own words.</summary>
    Other
}

/// <summary>What a reason lets go.</summary>
public static class CloseReasons
{
    /// <summary>
    /// Whether needs that nobody has in hand end with the case: there is nobody to help, or another case helps them. With every other reason
    /// the person still stands there.
    /// </summary>
    public static bool EndsNeeds(this CloseReason reason) => reason switch
    {
        CloseReason.LostContact or CloseReason.Duplicate or CloseReason.EnteredInError => true,
        CloseReason.FollowedUpAndDone or CloseReason.HandedToCourt or CloseReason.NotTrafficking or CloseReason.Other => false
    };
}
