using TipSom.Domain.Identity;

namespace TipSom.Domain.Referrals;

/// <summary>
/// The whole state machine, in one table. The domain, the trigger in the database, the buttons on the pages and the generated
/// documentation all read it from here.
/// </summary>
public static class ReferralLifecycle
{
    /// <summary>Every change of state that exists.</summary>
    public static IReadOnlyList<ReferralTransition> Transitions { get; } =
    [
        new(ReferralStatus.Sent, ReferralVerb.Open, ReferralStatus.Seen),
        new(ReferralStatus.Sent, ReferralVerb.Decline, ReferralStatus.Declined),
        new(ReferralStatus.Sent, ReferralVerb.Withdraw, ReferralStatus.Withdrawn),
        new(ReferralStatus.Sent, ReferralVerb.Void, ReferralStatus.Voided),
        new(ReferralStatus.Seen, ReferralVerb.RequestInformation, ReferralStatus.InformationRequested),
        new(ReferralStatus.Seen, ReferralVerb.Accept, ReferralStatus.Accepted),
        new(ReferralStatus.Seen, ReferralVerb.Decline, ReferralStatus.Declined),
        new(ReferralStatus.Seen, ReferralVerb.Withdraw, ReferralStatus.Withdrawn),
        new(ReferralStatus.Seen, ReferralVerb.Void, ReferralStatus.Voided),
        new(ReferralStatus.InformationRequested, ReferralVerb.GiveInformation, ReferralStatus.Seen),
        new(ReferralStatus.InformationRequested, ReferralVerb.Decline, ReferralStatus.Declined),
        new(ReferralStatus.InformationRequested, ReferralVerb.Withdraw, ReferralStatus.Withdrawn),
        new(ReferralStatus.InformationRequested, ReferralVerb.Void, ReferralStatus.Voided),
        new(ReferralStatus.Accepted, ReferralVerb.ConfirmArrival, ReferralStatus.InCare),
        new(ReferralStatus.Accepted, ReferralVerb.ReportNoShow, ReferralStatus.Closed),
        new(ReferralStatus.Accepted, ReferralVerb.Withdraw, ReferralStatus.Withdrawn),
        new(ReferralStatus.Accepted, ReferralVerb.Void, ReferralStatus.Voided),
        new(ReferralStatus.InCare, ReferralVerb.Close, ReferralStatus.Closed),
        new(ReferralStatus.InCare, ReferralVerb.Void, ReferralStatus.Voided),
        new(ReferralStatus.Declined, ReferralVerb.ConfirmDecline, ReferralStatus.DeclineConfirmed),
        new(ReferralStatus.Declined, ReferralVerb.ReturnToProvider, ReferralStatus.Seen),
        new(ReferralStatus.Declined, ReferralVerb.Reroute, ReferralStatus.Rerouted),
        new(ReferralStatus.Declined, ReferralVerb.Void, ReferralStatus.Voided),
        new(ReferralStatus.DeclineConfirmed, ReferralVerb.Reroute, ReferralStatus.Rerouted),
        new(ReferralStatus.DeclineConfirmed, ReferralVerb.Void, ReferralStatus.Voided)
    ];

    /// <summary>Which side a verb belongs to.</summary>
    public static Side ActorOf(ReferralVerb verb) => verb switch
    {
        ReferralVerb.Open or ReferralVerb.RequestInformation or ReferralVerb.Accept or ReferralVerb.Decline => Side.Recipient,
        ReferralVerb.ConfirmArrival or ReferralVerb.ReportNoShow or ReferralVerb.Close => Side.Recipient,
        ReferralVerb.GiveInformation or ReferralVerb.Reroute or ReferralVerb.Withdraw or ReferralVerb.Void => Side.Sender,
        ReferralVerb.ConfirmDecline or ReferralVerb.ReturnToProvider => Side.National
    };

    /// <summary>What a role must be allowed for a verb; the page of the verb demands it.</summary>
    public static Permission PermissionFor(ReferralVerb verb) => verb switch
    {
        ReferralVerb.Open or ReferralVerb.RequestInformation or ReferralVerb.Accept or ReferralVerb.Decline => Permission.AnswerReferrals,
        ReferralVerb.ConfirmArrival or ReferralVerb.ReportNoShow => Permission.ConfirmArrivals,
        ReferralVerb.Close => Permission.CloseReferrals,
        ReferralVerb.GiveInformation or ReferralVerb.Reroute => Permission.SendReferrals,
        ReferralVerb.Withdraw => Permission.WithdrawReferrals,
        ReferralVerb.Void => Permission.VoidReferrals,
        ReferralVerb.ConfirmDecline or ReferralVerb.ReturnToProvider => Permission.ReviewDeclines
    };

    /// <summary>Whose turn it is in a state; null where nothing is owed.</summary>
    public static Side? TurnIn(ReferralStatus status) => status switch
    {
        ReferralStatus.Sent or ReferralStatus.Seen or ReferralStatus.Accepted or ReferralStatus.InCare => Side.Recipient,
        ReferralStatus.InformationRequested or ReferralStatus.Declined => Side.Sender,
        ReferralStatus.DeclineConfirmed => Side.National,
        ReferralStatus.Closed or ReferralStatus.Rerouted or ReferralStatus.Withdrawn or ReferralStatus.Voided => null
    };

    /// <summary>Whether the need it answers is in its hands. Of one need, only referrals that ask several providers together stand so at once.</summary>
    public static bool IsLive(this ReferralStatus status) => status switch
    {
        ReferralStatus.Sent or ReferralStatus.Seen or ReferralStatus.InformationRequested => true,
        ReferralStatus.Accepted or ReferralStatus.InCare => true,
        ReferralStatus.Declined or ReferralStatus.DeclineConfirmed => false,
        ReferralStatus.Closed or ReferralStatus.Rerouted or ReferralStatus.Withdrawn or ReferralStatus.Voided => false
    };

    /// <summary>Whether a provider took the person: of one need there is one such referral at most.</summary>
    public static bool IsPlaced(this ReferralStatus status) => status is ReferralStatus.Accepted or ReferralStatus.InCare;

    /// <summary>Whether nothing more can be done with it.</summary>
    public static bool IsFinal(this ReferralStatus status) => TurnIn(status) is null;

    /// <summary>The state a verb leads to, or null where it is refused.</summary>
    public static ReferralStatus? After(ReferralStatus from, ReferralVerb verb) =>
        Transitions.FirstOrDefault(t => t.From == from && t.Verb == verb)?.To;

    /// <summary>The verbs a side may use in a state.</summary>
    public static IEnumerable<ReferralVerb> VerbsFor(Side side, ReferralStatus status) =>
        Transitions.Where(t => t.From == status && ActorOf(t.Verb) == side).Select(t => t.Verb);

    /// <summary>The sentence that refuses any verb in a state where it does not apply.</summary>
    public static string Refusal(ReferralStatus status) => status switch
    {
        ReferralStatus.Sent => "This referral was sent and has not been opened yet. Open it first.",
        ReferralStatus.Seen => "This referral was opened and waits for an answer.",
        ReferralStatus.InformationRequested => "Information was asked and has not been given yet.",
        ReferralStatus.Accepted => "This referral was already accepted.",
        ReferralStatus.InCare => "The person has already arrived under this referral.",
        ReferralStatus.Closed => "This referral is already closed.",
        ReferralStatus.Declined => "This referral was already declined.",
        ReferralStatus.DeclineConfirmed => "The decline of this referral was confirmed by the national desk.",
        ReferralStatus.Rerouted => "This referral was declined and the need was sent to another provider.",
        ReferralStatus.Voided => "This referral was entered in error and is void.",
        ReferralStatus.Withdrawn => "This referral was already withdrawn by the sender."
    };
}

/// <summary>One change of state.</summary>
/// <param name="From">State before.</param>
/// <param name="Verb">What is done.</param>
/// <param name="To">State after.</param>
public sealed record ReferralTransition(ReferralStatus From, ReferralVerb Verb, ReferralStatus To);
