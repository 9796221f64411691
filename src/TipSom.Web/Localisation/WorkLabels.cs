using TipSom.Data.Queries;
using TipSom.Domain.Coordination;
using TipSom.Domain.Referrals;

namespace TipSom.Web.Localisation;

/// <summary>The words of the list of work and of the board.</summary>
public static class WorkLabels
{
    /// <summary>The one thing to do, as an order to oneself.</summary>
    public static string Of(WorkKind kind) => kind switch
    {
        WorkKind.ChooseAnother => "Declined: choose another provider",
        WorkKind.GiveInformation => "Asked: give the information",
        WorkKind.SendProposed => "The national desk found a place: send",
        WorkKind.FindPerson => "Did not arrive: find the person",
        WorkKind.WaitForDesk => "The national desk looks for a place",
        WorkKind.PlaceNeed => "Find a place",
        WorkKind.ReviewDecline => "Review the decline",
        WorkKind.ReviewOverride => "Review the override",
        WorkKind.CallProvider => "No answer yet: call the provider",
        WorkKind.ArrivalLate => "Not arrived: call the provider",
        WorkKind.ArrivalToday => "Arrival today: print the slip",
        WorkKind.RecordConsent => "Record consent",
        WorkKind.ChooseProvider => "Choose a provider",
        WorkKind.Answer => "Open and answer",
        WorkKind.ConfirmArrival => "Confirm the arrival",
        WorkKind.Wait => "Look at the referral"
    };

    public static string Of(BoardAge age) => age switch
    {
        BoardAge.UpTo4Hours => "under 4 hours",
        BoardAge.UpTo24Hours => "4 to 24 hours",
        BoardAge.UpTo3Days => "1 to 3 days",
        BoardAge.UpTo7Days => "3 to 7 days",
        BoardAge.Over7Days => "over 7 days"
    };

    public static string Of(BoardShow show) => show switch
    {
        BoardShow.Open => "Open",
        BoardShow.Overdue => "Past deadline",
        BoardShow.Answered => "Answered in the period",
        BoardShow.Declined => "Declined in the period"
    };

    /// <summary>A row of the board: what is still to happen.</summary>
    public static string Of(BoardStage stage) => stage switch
    {
        BoardStage.NotSeen => "Sent, not seen",
        BoardStage.NotAnswered => "Seen, not answered",
        BoardStage.NotInformed => "Information asked, not given",
        BoardStage.NotArrived => "Accepted, not arrived",
        BoardStage.NotSent => "Logged, not sent",
        BoardStage.NotSentAgain => "Declined or came back, not sent again",
        BoardStage.WithDesk => "With the national desk"
    };

    /// <summary>For whom something waits.</summary>
    public static string Waits(Side turn) => turn switch
    {
        Side.Sender => "It is the sender's turn",
        Side.Recipient => "It is the provider's turn",
        Side.National => "It is the national desk's turn"
    };

    /// <summary>What a stage's time was taken between.</summary>
    public static string OfStage(string stage) => stage switch
    {
        "LoggedToSent" => "Logged to sent",
        "SentToSeen" => "Sent to seen",
        "SeenToAnswered" => "Seen to answered",
        "SentToAnswered" => "Sent to answered",
        "AnsweredToArrived" => "Answered to arrived",
        _ => throw new ArgumentOutOfRangeException(nameof(stage))
    };

    /// <summary>Hours as the board shows them; a dash where there were none.</summary>
    public static string Hours(double? hours) =>
        hours is { } h ? h.ToString(h < 10 ? "0.0" : "0", System.Globalization.CultureInfo.InvariantCulture) : "–";

    /// <summary>Used of all places, and how many services nobody confirmed of late.</summary>
    public static string Places(PlacesRow row) =>
        (row.Known > 0 ? $"{row.Total - row.Free}/{row.Total}" : "") + (row.Known > 0 && row.Unknown > 0 ? " " : "") + (row.Unknown > 0 ? $"{row.Unknown}?" : "");

    /// <summary>How a need came to be in nobody's hands.</summary>
    public static string Of(UnplacedCause cause) => cause switch
    {
        UnplacedCause.NotSent => "Not sent",
        UnplacedCause.Declined => "Declined, not sent again",
        UnplacedCause.DeclineConfirmed => "Decline confirmed",
        UnplacedCause.CameBack => "Came back",
        UnplacedCause.DidNotArrive => "Did not arrive",
        UnplacedCause.NoProviderFits => "No provider fits",
        UnplacedCause.AllDeclined => "All providers declined"
    };
}
