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

    /// <summary>A person took on or gave up a role in the case.</summary>
    RolesChanged,

    /// <summary>A tie between two people was noted, or ended.</summary>
    FamilyChanged,

    /// <summary>Age, sex, citizenship or languages of a person were changed.</summary>
    PersonDescribed,

    /// <summary>How a person may be reached was changed.</summary>
    ContactChanged
}
