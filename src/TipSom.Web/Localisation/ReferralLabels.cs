using TipSom.Domain.Referrals;
using TipSom.Domain.Services;

namespace TipSom.Web.Localisation;

/// <summary>The words people read about a referral.</summary>
public static class ReferralLabels
{
    public static string Of(ReferralStatus status) => status switch
    {
        ReferralStatus.Sent => "Sent, not seen",
        ReferralStatus.Seen => "Waiting for an answer",
        ReferralStatus.InformationRequested => "Information asked",
        ReferralStatus.Accepted => "Accepted",
        ReferralStatus.InCare => "In care",
        ReferralStatus.Closed => "Closed",
        ReferralStatus.Declined => "Declined",
        ReferralStatus.DeclineConfirmed => "Decline confirmed",
        ReferralStatus.Rerouted => "Sent to another provider",
        ReferralStatus.Withdrawn => "Withdrawn",
        ReferralStatus.Voided => "Entered in error"
    };

    /// <summary>Kind of the tag that shows the status.</summary>
    public static string TagOf(ReferralStatus status) => status switch
    {
        ReferralStatus.Sent or ReferralStatus.Seen => "info",
        ReferralStatus.Accepted or ReferralStatus.InCare => "good",
        ReferralStatus.InformationRequested => "warn",
        ReferralStatus.Declined or ReferralStatus.DeclineConfirmed => "bad",
        ReferralStatus.Closed or ReferralStatus.Rerouted or ReferralStatus.Withdrawn or ReferralStatus.Voided => "neutral"
    };

    /// <summary>What an event of the timeline says; null is the sending.</summary>
    public static string OfStep(ReferralVerb? step) => step is { } verb ? Done(verb) : "Sent";

    /// <summary>The same; a withdrawal by nobody is a referral that gave way.</summary>
    public static string OfStep(ReferralVerb? step, bool bySomebody) => bySomebody ? OfStep(step) : "Another provider accepted first";

    public static string Of(ReferralVerb verb) => verb switch
    {
        ReferralVerb.Open => "Open the referral",
        ReferralVerb.RequestInformation => "Ask for information",
        ReferralVerb.GiveInformation => "Give the information",
        ReferralVerb.Accept => "Accept",
        ReferralVerb.Decline => "Decline",
        ReferralVerb.ConfirmDecline or ReferralVerb.ReturnToProvider => "Review the decline",
        ReferralVerb.Reroute => "Choose another provider",
        ReferralVerb.Withdraw => "Withdraw",
        ReferralVerb.ConfirmArrival => "Confirm the arrival",
        ReferralVerb.ReportNoShow => "The person did not arrive",
        ReferralVerb.Close => "Close with an outcome",
        ReferralVerb.Void => "Entered in error"
    };

    public static string Of(DeclineReason reason) => reason switch
    {
        DeclineReason.NoPlace => "No place",
        DeclineReason.NotEligible => "Not for this sex, age or need",
        DeclineReason.Safety => "Safety",
        DeclineReason.OutOfArea => "Too far away",
        DeclineReason.AgreementEnded => "The agreement is not in force",
        DeclineReason.PersonRefused => "The person does not want it",
        DeclineReason.NotReachable => "Nobody can be reached",
        DeclineReason.Duplicate => "Already referred to us",
        DeclineReason.Other => "Another reason"
    };

    public static string Of(WithdrawReason reason) => reason switch
    {
        WithdrawReason.PlacedElsewhere => "Placed elsewhere",
        WithdrawReason.PersonRefused => "The person changed her or his mind",
        WithdrawReason.ConsentWithdrawn => "Consent was withdrawn",
        WithdrawReason.NoLongerNeeded => "No longer needed",
        WithdrawReason.Safety => "A concern for safety",
        WithdrawReason.SentByMistake => "Sent by mistake"
    };

    public static string Of(ReferralOutcome outcome) => outcome switch
    {
        ReferralOutcome.SupportCompleted => "The planned support was completed",
        ReferralOutcome.ReturnedToFamily => "Returned to the family",
        ReferralOutcome.Repatriated => "Returned home to another country",
        ReferralOutcome.LivesIndependently => "Lives independently",
        ReferralOutcome.MovedToOtherProvider => "Moved to another provider",
        ReferralOutcome.LeftByOwnWish => "Left by own wish",
        ReferralOutcome.LostContact => "Contact was lost",
        ReferralOutcome.Died => "Died",
        ReferralOutcome.DidNotArrive => "Did not arrive"
    };

    public static string Of(ArrivalPlace place) => place switch
    {
        ArrivalPlace.ProvidersPlace => "At our place",
        ArrivalPlace.SendersPlace => "At the sender's station or office",
        ArrivalPlace.MeetingPoint => "At a meeting point"
    };

    /// <summary>The same as one side reads it.</summary>
    public static string Of(ArrivalPlace place, Side reader) => (place, reader) switch
    {
        (ArrivalPlace.ProvidersPlace, Side.Sender) => "At the provider's place",
        (ArrivalPlace.SendersPlace, Side.Sender) => "At your station or office",
        _ => Of(place)
    };

    /// <summary>Why a provider does not fit, short, for a list.</summary>
    public static string Of(FitProblem problem) => problem switch
    {
        FitProblem.OtherService => "other service",
        FitProblem.GroupNotTaken => "does not take this group",
        FitProblem.AgeNotTaken => "does not take this age",
        FitProblem.ChildrenNotTaken => "takes no children along",
        FitProblem.BoyTooOld => "a boy who comes along is too old",
        FitProblem.NotAccessible => "cannot provide for a disability",
        FitProblem.NotSecureEnough => "not secure enough",
        FitProblem.LanguageNotSpoken => "does not speak the language",
        FitProblem.CourtOrderMissing => "needs an order of a court",
        FitProblem.IdentityPapersMissing => "needs papers of identity",
        FitProblem.NoLongerOffered => "no longer offered",
        FitProblem.NoPlaces => "no free place",
        FitProblem.NoAgreement => "no agreement",
        FitProblem.AgencyMayNotRefer => "your agency may not refer under its agreement",
        FitProblem.AgreementNotApproved => "agreement not approved by both sides",
        FitProblem.AgreementNotYetInForce => "agreement not in force yet",
        FitProblem.AgreementExpired => "agreement has expired",
        FitProblem.AgreementSuspended => "agreement is suspended",
        FitProblem.AgreementEnded => "agreement has ended",
        FitProblem.ServiceNotCovered => "agreement does not cover this service",
        FitProblem.DistrictNotCovered => "agreement does not cover this district",
        FitProblem.GroupNotCovered => "agreement does not cover this group",
        FitProblem.NotNamedByConsent => "consent names other providers"
    };

    /// <summary>What to ask before the person travels, where one side has not said; null for what is always known.</summary>
    public static string? ToAsk(FitProblem problem) => problem switch
    {
        FitProblem.ChildrenNotTaken => "whether children may come along",
        FitProblem.BoyTooOld => "how old the oldest boy is: only younger boys are taken",
        FitProblem.NotAccessible => "whether a disability can be provided for",
        FitProblem.NotSecureEnough => "how the place is watched",
        FitProblem.LanguageNotSpoken => "for an interpreter: the language is not spoken there",
        FitProblem.CourtOrderMissing => "whether there is an order of a court: it is needed there",
        FitProblem.IdentityPapersMissing => "whether there are papers of identity: they are needed there",
        _ => null
    };

    private static string Done(ReferralVerb verb) => verb switch
    {
        ReferralVerb.Open => "Seen",
        ReferralVerb.RequestInformation => "Information asked",
        ReferralVerb.GiveInformation => "Information given",
        ReferralVerb.Accept => "Accepted",
        ReferralVerb.Decline => "Declined",
        ReferralVerb.ConfirmDecline => "Decline confirmed by the national desk",
        ReferralVerb.ReturnToProvider => "Given back to the provider by the national desk",
        ReferralVerb.Reroute => "Sent to another provider",
        ReferralVerb.Withdraw => "Withdrawn",
        ReferralVerb.ConfirmArrival => "Arrived",
        ReferralVerb.ReportNoShow => "Did not arrive",
        ReferralVerb.Close => "Closed",
        ReferralVerb.Void => "Entered in error"
    };
}
