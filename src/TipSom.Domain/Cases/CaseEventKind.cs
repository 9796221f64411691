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

    /// <summary>The case was moved from trafficking to smuggling, or back.</summary>
    Reclassified,

    /// <summary>Whether a border crossing is part of it was learnt.</summary>
    BorderChanged,

    /// <summary>A person decided who should investigate.</summary>
    LeadDecided,

    /// <summary>An officer asked that the case be shared with another unit.</summary>
    ShareAsked,

    /// <summary>The case was shared with another unit.</summary>
    Shared,

    /// <summary>A supervisor refused to share it.</summary>
    ShareRefused,

    /// <summary>A share was taken back.</summary>
    ShareEnded,

    /// <summary>The lead was offered to another agency.</summary>
    TransferProposed,

    /// <summary>A supervisor of the holder approved the offer.</summary>
    TransferApproved,

    /// <summary>The other agency took the lead.</summary>
    TransferAccepted,

    /// <summary>The other agency did not take the lead.</summary>
    TransferRefused,

    /// <summary>The holder took the offer back.</summary>
    TransferTakenBack,

    /// <summary>A person took on or gave up a role in the case.</summary>
    RolesChanged,

    /// <summary>A tie between two people was noted, or ended.</summary>
    FamilyChanged,

    /// <summary>Age, sex, citizenship or languages of a person were changed.</summary>
    PersonDescribed,

    /// <summary>How a person may be reached was changed.</summary>
    ContactChanged,

    /// <summary>A document was added.</summary>
    DocumentAdded,

    /// <summary>A document was taken out.</summary>
    DocumentTakenOut,

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
    ConnectAnswered,

    /// <summary>A text was redacted.</summary>
    TextRedacted,

    /// <summary>Who the people are was erased.</summary>
    Erased
}
