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
        ReferralStatus.Accepted => "Accepted",
        ReferralStatus.InCare => "In care",
        ReferralStatus.Closed => "Closed",
        ReferralStatus.Declined => "Declined",
        ReferralStatus.Withdrawn => "Withdrawn"
    };

    /// <summary>Kind of the tag that shows the status.</summary>
    public static string TagOf(ReferralStatus status) => status switch
    {
        ReferralStatus.Sent or ReferralStatus.Seen => "info",
        ReferralStatus.Accepted or ReferralStatus.InCare => "good",
        ReferralStatus.Declined => "bad",
        ReferralStatus.Closed or ReferralStatus.Withdrawn => "neutral"
    };

    /// <summary>What an event of the timeline says; null is the sending.</summary>
    public static string OfStep(ReferralVerb? step) => step is { } verb ? Done(verb) : "Sent";

    public static string Of(ReferralVerb verb) => verb switch
    {
        ReferralVerb.Open => "Open the referral",
        ReferralVerb.Accept => "Accept",
        ReferralVerb.Decline => "Decline",
        ReferralVerb.Withdraw => "Withdraw",
        ReferralVerb.ConfirmArrival => "Confirm the arrival",
        ReferralVerb.Close => "Close with an outcome"
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
        ReferralOutcome.Died => "Died"
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

    private static string Done(ReferralVerb verb) => verb switch
    {
        ReferralVerb.Open => "Seen",
        ReferralVerb.Accept => "Accepted",
        ReferralVerb.Decline => "Declined",
        ReferralVerb.Withdraw => "Withdrawn",
        ReferralVerb.ConfirmArrival => "Arrived",
        ReferralVerb.Close => "Closed"
    };
}
