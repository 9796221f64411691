using TipSom.Data.Telling;
using TipSom.Domain.Telling;

namespace TipSom.Web.Localisation;

/// <summary>The words of what people are told, and of how mails fare.</summary>
public static class TellingLabels
{
    /// <summary>What happened, as both sides may read it.</summary>
    public static string Of(NotificationKind kind) => kind switch
    {
        NotificationKind.ReferralSent => "A colleague sent this referral",
        NotificationKind.ReferralReceived => "A new referral: open it and answer",
        NotificationKind.Seen => "The provider opened it",
        NotificationKind.InformationRequested => "The provider asks for information",
        NotificationKind.InformationGiven => "The information asked for was given",
        NotificationKind.Accepted => "The provider accepted",
        NotificationKind.Declined => "The provider declined",
        NotificationKind.DeclineConfirmed => "The decline was confirmed: another provider is needed",
        NotificationKind.DeclineReturned => "The national desk asks the provider to look again",
        NotificationKind.Rerouted => "The sender chose another provider",
        NotificationKind.Withdrawn => "The sender withdrew it",
        NotificationKind.Voided => "It was entered in error and does not count",
        NotificationKind.Arrived => "The person arrived",
        NotificationKind.DidNotArrive => "The person did not arrive",
        NotificationKind.Closed => "Care came to an end",
        NotificationKind.ConsentWithdrawn => "Consent was withdrawn",
        NotificationKind.Message => "A message was written",
        NotificationKind.Reminder => "Half of the time to act has passed",
        NotificationKind.Overdue => "The time to act has passed",
        NotificationKind.Escalated => "Long overdue: the national desk was told",
        NotificationKind.Reminded => "Please act: somebody asks once more",
        NotificationKind.HandedOver => "A case was handed to your unit",
        NotificationKind.ArrivalMissed => "The person was expected and has not arrived",
        NotificationKind.DeskAsked => "The national desk is asked to find a place",
        NotificationKind.DeskAnswered => "The national desk answered",
        NotificationKind.OverrideToReview => "Sent without an agreement: to be reviewed",
        NotificationKind.OverrideReviewed => "Sent without an agreement: it was reviewed",
        NotificationKind.AgreementEnding => "An agreement is about to end",
        NotificationKind.AgreementToApprove => "An agreement waits for approval",
        NotificationKind.FollowUpDue => "Time to ask how the person is",
        NotificationKind.PlanDue => "The plan of care is due",
        NotificationKind.LegalDeadlineNear => "A time limit of the law comes near",
        NotificationKind.LegalDeadlinePassed => "A time limit of the law has passed",
        NotificationKind.CaseNote => "A note was written on a case you share",
        NotificationKind.CaseShared => "A case was shared with your unit",
        NotificationKind.ShareEnded => "A case is no longer shared with your unit",
        NotificationKind.ShareToDecide => "Decide whether a case is shared",
        NotificationKind.ShareDecided => "It was decided whether a case is shared",
        NotificationKind.TransferToApprove => "Approve that another agency takes the lead, or take it back",
        NotificationKind.TransferToAnswer => "Another agency offers you the lead of a case: answer",
        NotificationKind.TransferAccepted => "The other agency took the lead of a case",
        NotificationKind.TransferRefused => "The other agency did not take the lead of a case",
        NotificationKind.TransferTakenBack => "The offer of a case was taken back",
        NotificationKind.DocumentInfected => "The virus check found something harmful in a document you added",
        NotificationKind.ConnectAsked => "Another unit asks whether a person is the same",
        NotificationKind.ConnectAnswered => "The unit you asked about a person answered",
        NotificationKind.ManyOpenings => "An account opened 60 names and papers within an hour: look at it now",
        NotificationKind.LooksByOthers => "Other units opened something in your cases in the week",
        NotificationKind.SignedInElsewhere => "Your account was signed in to on a device or at a place not seen before. If it was not you, end that session and change your password",
        NotificationKind.SignInChanged => "A way to sign in to your account was changed",
        NotificationKind.SecondStepFailed => "Somebody gave your password and wrong codes. If it was not you, change your password",
        NotificationKind.AccountRecovered => "A code to begin your account again was given out",
        NotificationKind.OthersAccountRecovered => "A code to begin again was given to somebody in your agency",
        NotificationKind.SessionsEnded => "An administrator ended every session of your account",
        NotificationKind.PostingChanged => "Your unit or your role was changed, or will be on a day to come",
        NotificationKind.RoleToConfirm => "A national role waits for another administrator to confirm it",
        NotificationKind.AccountsDormant => "Accounts that you keep were not used for 45 days",
        NotificationKind.EmergencyOpened => "Somebody opened one person's identity in an emergency",
        NotificationKind.EmergencyToReview => "An opening in an emergency: review it within 72 hours",
        NotificationKind.EmergencyToApprove => "Somebody asks to open one person more in an emergency",
        NotificationKind.EmergencyApproved => "An opening in an emergency was approved: its hour runs",
        NotificationKind.EmergencyReviewed => "An opening in an emergency was reviewed",
        NotificationKind.ReturnDue => "The figures of a period are not signed yet"
    };

    public static string Of(MailError error) => error switch
    {
        MailError.NoServer => "The mail server could not be reached",
        MailError.TooSlow => "The mail server was too slow",
        MailError.BrokeOff => "The mail server broke off",
        MailError.NotNow => "The mail server asked to try again later",
        MailError.Rejected => "The mail server refused the mail or its address",
        MailError.NotAllowed => "The mail server refused sign-in or encryption",
        MailError.AccountDisabled => "The account was disabled before the mail was sent",
        MailError.Other => "Another error"
    };
}
