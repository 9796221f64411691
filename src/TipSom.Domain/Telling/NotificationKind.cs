namespace TipSom.Domain.Telling;

/// <summary>What somebody is told. The kind and a number are all that is ever told; what happened is read on the page behind it.</summary>
public enum NotificationKind
{
    /// <summary>A colleague sent a referral.</summary>
    ReferralSent,

    /// <summary>A referral was sent to the own provider: open it and answer.</summary>
    ReferralReceived,

    /// <summary>The provider opened it.</summary>
    Seen,

    /// <summary>The provider asks something before it answers.</summary>
    InformationRequested,

    /// <summary>The sender gave what was asked: answer now.</summary>
    InformationGiven,

    /// <summary>The provider takes the person.</summary>
    Accepted,

    /// <summary>The provider said no: choose again, or review the reason.</summary>
    Declined,

    /// <summary>The national desk finds the reason good: choose another provider.</summary>
    DeclineConfirmed,

    /// <summary>The national desk asks the provider to look again.</summary>
    DeclineReturned,

    /// <summary>The sender chose another provider after a decline.</summary>
    Rerouted,

    /// <summary>The sender took it back.</summary>
    Withdrawn,

    /// <summary>It was entered in error and does not count.</summary>
    Voided,

    /// <summary>The person arrived, proved by the code.</summary>
    Arrived,

    /// <summary>The person did not arrive, says the provider.</summary>
    DidNotArrive,

    /// <summary>Care came to an end.</summary>
    Closed,

    /// <summary>Consent was withdrawn; the reason is nobody's to know.</summary>
    ConsentWithdrawn,

    /// <summary>The other side wrote a message.</summary>
    Message,

    /// <summary>Half of the time to act has passed.</summary>
    Reminder,

    /// <summary>The time to act has passed.</summary>
    Overdue,

    /// <summary>Twice the time to act has passed: the national desk steps in.</summary>
    Escalated,

    /// <summary>Somebody asks those whose turn it is once more.</summary>
    Reminded,

    /// <summary>The case was handed to the own unit, with this referral.</summary>
    HandedOver,

    /// <summary>The person was expected and no arrival was confirmed.</summary>
    ArrivalMissed,

    /// <summary>Somebody asks the national desk to find a place.</summary>
    DeskAsked,

    /// <summary>The national desk answered.</summary>
    DeskAnswered,

    /// <summary>A referral was sent without an agreement because of danger to life: review it.</summary>
    OverrideToReview,

    /// <summary>The national desk reviewed a referral sent without an agreement.</summary>
    OverrideReviewed,

    /// <summary>An agreement comes to its end.</summary>
    AgreementEnding,

    /// <summary>An agreement waits for approval.</summary>
    AgreementToApprove,

    /// <summary>A person who left care is to be asked how they are.</summary>
    FollowUpDue,

    /// <summary>A plan of care is to be made or looked at again.</summary>
    PlanDue,

    /// <summary>A time limit of the law comes near in a case of the own unit.</summary>
    LegalDeadlineNear,

    /// <summary>A time limit of the law has passed in a case of the own unit.</summary>
    LegalDeadlinePassed,

    /// <summary>Somebody else wrote a note on a case both see.</summary>
    CaseNote,

    /// <summary>A case was shared with the own unit, to read.</summary>
    CaseShared,

    /// <summary>A share with the own unit was taken back.</summary>
    ShareEnded,

    /// <summary>An officer asks that a case be shared: decide.</summary>
    ShareToDecide,

    /// <summary>A supervisor decided on a share one asked for.</summary>
    ShareDecided,

    /// <summary>An officer proposes to hand a case's lead to another agency: approve it or take it back.</summary>
    TransferToApprove,

    /// <summary>Another agency offers the lead of a case: accept or refuse.</summary>
    TransferToAnswer,

    /// <summary>The other agency took the lead.</summary>
    TransferAccepted,

    /// <summary>The other agency did not take the lead.</summary>
    TransferRefused,

    /// <summary>The holder took its offer back.</summary>
    TransferTakenBack,

    /// <summary>The virus check found something harmful in a document that the person added.</summary>
    DocumentInfected,

    /// <summary>Another unit asks whether a person on record is the same as theirs.</summary>
    ConnectAsked,

    /// <summary>The unit that was asked answered.</summary>
    ConnectAnswered,

    /// <summary>Other units opened something in the cases of the own unit in the week that ended; the number is the week's.</summary>
    LooksByOthers,

    /// <summary>An account opened sixty names and papers within an hour; told to auditors, who find whose on the page of patterns.</summary>
    ManyOpenings,

    /// <summary>Somebody signed in to the own account on a device, or at a place, not seen before.</summary>
    SignedInElsewhere,

    /// <summary>A way to sign in to the own account was added, changed or taken away.</summary>
    SignInChanged,

    /// <summary>The password of the own account was right and codes of the second step were wrong too often.</summary>
    SecondStepFailed,

    /// <summary>A code to begin the own account again was given.</summary>
    AccountRecovered,

    /// <summary>A code to begin the account of somebody in the own tree again was given.</summary>
    OthersAccountRecovered,

    /// <summary>An administrator ended every session of the own account.</summary>
    SessionsEnded,

    /// <summary>The own unit or role was changed, or will be.</summary>
    PostingChanged,

    /// <summary>A national role, or a way back into an account that has one, waits to be confirmed.</summary>
    RoleToConfirm,

    /// <summary>Accounts that one keeps were not used for 45 days; the number is the week's.</summary>
    AccountsDormant,

    /// <summary>Somebody opened, or tried to open, one person's identity in an emergency.</summary>
    EmergencyOpened,

    /// <summary>The same, to those who are to review it.</summary>
    EmergencyToReview,

    /// <summary>Somebody asks to open one person more in an emergency: approve it or let it lapse.</summary>
    EmergencyToApprove,

    /// <summary>A supervisor approved the opening that the person asked for.</summary>
    EmergencyApproved,

    /// <summary>An opening in an emergency was reviewed.</summary>
    EmergencyReviewed,

    /// <summary>The return of a period that ended is not signed; the number is the period's.</summary>
    ReturnDue
}
