namespace TipSom.Domain.Identity;

/// <summary>Every guarded act, one line each. A page wears exactly one; who holds which is <see cref="RolePermissions"/>.</summary>
public enum Permission
{
    /// <summary>See the own list of work.</summary>
    SeeOwnWork,

    /// <summary>Read cases the own unit or a unit below it holds.</summary>
    ReadCases,

    /// <summary>Find a person or a case by a number or a name.</summary>
    FindPeople,

    /// <summary>Say that two people on record are the same, or are not; ask another unit, and answer one.</summary>
    ConnectPeople,

    /// <summary>Log a case and the people in it.</summary>
    LogCases,

    /// <summary>Record what happened to a person, the risk, and what the person needs.</summary>
    AssessPeople,

    /// <summary>Record a person's consent or refusal, or its withdrawal.</summary>
    RecordConsent,

    /// <summary>Keep what the law says of a case: offences, FIR, steps, charges, and under which law it falls.</summary>
    KeepLaw,

    /// <summary>Open a victim's identity, with a reason that is recorded.</summary>
    OpenIdentities,

    /// <summary>Open one person's identity in an emergency without seeing the case; told, recorded and reviewed.</summary>
    OpenInEmergency,

    /// <summary>Follow openings in an emergency that concern the own unit or oversight.</summary>
    FollowEmergencies,

    /// <summary>Let somebody open one person more in an emergency within thirty days.</summary>
    ApproveEmergencies,

    /// <summary>Review an opening in an emergency that somebody else made.</summary>
    ReviewEmergencies,

    /// <summary>Switch opening in an emergency off and on for an agency.</summary>
    SwitchEmergencies,

    /// <summary>Read and keep who is suspected in a case, where the investigation may be seen.</summary>
    KeepSuspects,

    /// <summary>Look at an accusation against a person whom the case protects.</summary>
    LookAtAccusations,

    /// <summary>Choose a provider, preview what it will see, and send.</summary>
    SendReferrals,

    /// <summary>Read the referrals the own unit or a unit below it sent.</summary>
    ReadSentReferrals,

    /// <summary>Take back a referral the own side sent.</summary>
    WithdrawReferrals,

    /// <summary>Void a referral that was entered in error.</summary>
    VoidReferrals,

    /// <summary>Send where no agreement covers it and life is in danger, with a reason that is reviewed.</summary>
    OverrideAgreements,

    /// <summary>Review a decline: confirm it, or give the referral back to the provider.</summary>
    ReviewDeclines,

    /// <summary>Review an emergency override.</summary>
    ReviewOverrides,

    /// <summary>Find a place for a need that is in no provider's hands.</summary>
    PlaceNeeds,

    /// <summary>Print the slip with the one-time arrival code.</summary>
    PrintArrivalSlips,

    /// <summary>Read the referrals addressed to the own unit or a unit below it.</summary>
    ReadInbox,

    /// <summary>Open, accept or decline a referral addressed to the own provider.</summary>
    AnswerReferrals,

    /// <summary>Confirm arrival with the one-time code.</summary>
    ConfirmArrivals,

    /// <summary>Close a referral in care with an outcome.</summary>
    CloseReferrals,

    /// <summary>See what the own unit and the units below it offer, and confirm how many places are free.</summary>
    ConfirmPlaces,

    /// <summary>Offer a service, say whom it takes, and stop offering it.</summary>
    KeepServices,

    /// <summary>Record care, keep its plan, and ask how people are afterwards.</summary>
    KeepCare,

    /// <summary>Print the card with the helpline for the person.</summary>
    PrintCards,

    /// <summary>Read one referral as sender, recipient or national coordinator.</summary>
    ReadReferrals,

    /// <summary>Read and write messages to the other side of a referral.</summary>
    WriteMessages,

    /// <summary>Read the directory of care providers.</summary>
    ReadProviders,

    /// <summary>Read the register of agreements.</summary>
    ReadAgreements,

    /// <summary>Propose, suspend, resume and end agreements.</summary>
    ManageAgreements,

    /// <summary>Approve or refuse a proposed agreement for one side of it.</summary>
    ApproveAgreements,

    /// <summary>Read the referral board.</summary>
    ReadBoard,

    /// <summary>Ask those whose turn it is once more.</summary>
    RemindReferrals,

    /// <summary>Hand a case to another unit of the own tree.</summary>
    HandOverCases,

    /// <summary>Bring in a station's register from a file.</summary>
    ImportRegisters,

    /// <summary>Close a case with a reason.</summary>
    CloseCases,

    /// <summary>Open a closed case again.</summary>
    ReopenCases,

    /// <summary>Take a name out of a text of a case for good.</summary>
    RedactTexts,

    /// <summary>Ask that who the people of a closed case are is erased, for the person or a court.</summary>
    AskErasures,

    /// <summary>Approve and confirm, as one of two, that who the people of a case are is erased.</summary>
    DecideErasures,

    /// <summary>Print a part of a case, with a reason that is recorded.</summary>
    PrintCases,

    /// <summary>Share a case or hand its lead to another agency, where a supervisor agrees; take both back.</summary>
    ProposeSharing,

    /// <summary>Decide whether a case is shared or its lead handed over, and whether the own agency takes one over.</summary>
    DecideSharing,

    /// <summary>Write a note to the others who see a case.</summary>
    WriteCaseNotes,

    /// <summary>Add documents to a case, correct their titles and take them out.</summary>
    KeepDocuments,

    /// <summary>Open a document of a case, which is recorded.</summary>
    OpenDocuments,

    /// <summary>See what other units and agencies opened in the cases of the own unit.</summary>
    ReadLooks,

    /// <summary>Read the audit trail.</summary>
    ReadAudit,

    /// <summary>Read what one was told, and mark it as read.</summary>
    ReadNotifications,

    /// <summary>See how mails fare, and have failed ones tried again; no address and no text.</summary>
    ReadMailDelivery,

    /// <summary>Change how long each step may take, and when people are reminded.</summary>
    KeepClocks,

    /// <summary>Invite people, say where they work, and shut accounts, within what one keeps.</summary>
    KeepPeople,

    /// <summary>Add units below an own one, change them, and end them.</summary>
    KeepUnits,

    /// <summary>Add agencies, rename, suspend and resume them.</summary>
    KeepAgencies,

    /// <summary>Read returns: of the own agency all, of others what is signed.</summary>
    ReadReturns,

    /// <summary>Write returns where one is posted in the unit that reports, and correct them.</summary>
    WriteReturns,

    /// <summary>Sign returns of the own unit.</summary>
    SignOffReturns,

    /// <summary>See who has not reported, remind them, and say who owes returns how often.</summary>
    FollowReturns,

    /// <summary>Enter published figures with their source, and withdraw them.</summary>
    KeepPublishedFigures,

    /// <summary>Make releases of public figures and sign them off.</summary>
    KeepReleases,

    /// <summary>Ask for files by the standards of the field: rows without names, and the tables of others' questionnaires.</summary>
    ExportFigures,

    /// <summary>Say which columns the file for the National Police Bureau has.</summary>
    KeepExportTemplates,

    /// <summary>Read the national figures, of the country or of the own agency, ask for files of them, and take out what one asked for.</summary>
    ReadStatistics,

    /// <summary>See and change the own account: language, password, sign out.</summary>
    KeepOwnAccount
}
