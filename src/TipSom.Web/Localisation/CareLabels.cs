using TipSom.Domain.Care;

namespace TipSom.Web.Localisation;

/// <summary>The words people read about care, its plan, and the time after it.</summary>
public static class CareLabels
{
    public static string Of(CareVisibility visibility) => visibility switch
    {
        CareVisibility.OnlyUs => "Only us",
        CareVisibility.ForSender => "The sender too"
    };

    public static string Of(PlanDropReason reason) => reason switch
    {
        PlanDropReason.NoLongerNeeded => "No longer needed",
        PlanDropReason.PersonRefused => "The person does not want it",
        PlanDropReason.NotPossible => "It cannot be had",
        PlanDropReason.DoneElsewhere => "Somebody else does it"
    };

    public static string Of(FollowUpAnswer answer) => answer switch
    {
        FollowUpAnswer.SafeAndWell => "Safe and well",
        FollowUpAnswer.NeedsHelp => "Needs help",
        FollowUpAnswer.NotReached => "Could not be reached",
        FollowUpAnswer.DeclinedContact => "Does not want to be asked"
    };

    /// <summary>Kind of the tag that shows the answer.</summary>
    public static string TagOf(FollowUpAnswer answer) => answer switch
    {
        FollowUpAnswer.SafeAndWell => "good",
        FollowUpAnswer.NeedsHelp => "bad",
        FollowUpAnswer.NotReached => "warn",
        FollowUpAnswer.DeclinedContact => "neutral"
    };
}
