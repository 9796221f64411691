namespace TipSom.Domain.Cases;

/// <summary>What happened on a case, as its timeline tells it.</summary>
public enum CaseEventKind
{
    /// <summary>The case was logged.</summary>
    Logged,

    /// <summary>A person was added.</summary>
    PersonAdded,

    /// <summary>Consent was recorded.</summary>
    ConsentGiven,

    /// <summary>The person, or who decides for them, said no.</summary>
    ConsentRefused,

    /// <summary>Consent was withdrawn.</summary>
    ConsentWithdrawn,

    /// <summary>A victim's identity was changed.</summary>
    IdentityChanged,

    /// <summary>A referral was sent.</summary>
    ReferralSent,

    /// <summary>A referral was withdrawn.</summary>
    ReferralWithdrawn,

    /// <summary>A supervisor handed the case to another unit of the own tree.</summary>
    HandedOver,

    /// <summary>The facts of the case were corrected.</summary>
    FactsCorrected,

    /// <summary>The case was closed.</summary>
    Closed,

    /// <summary>A supervisor opened the closed case again.</summary>
    Reopened,

    /// <summary>A person was found to be the same as one of another case.</summary>
    PersonLinked,

    /// <summary>They are not the same after all.</summary>
    LinkUndone,

    /// <summary>A person was entered twice in this case; the second is marked so.</summary>
    PersonMerged,

    /// <summary>They are two people after all.</summary>
    MergeUndone,

    /// <summary>Another unit was asked whether it knows the person.</summary>
    ConnectAsked,

    /// <summary>The other unit answered.</summary>
    ConnectAnswered
}
