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
        new(ReferralStatus.Seen, ReferralVerb.Accept, ReferralStatus.Accepted),
        new(ReferralStatus.Seen, ReferralVerb.Decline, ReferralStatus.Declined),
        new(ReferralStatus.Seen, ReferralVerb.Withdraw, ReferralStatus.Withdrawn),
        new(ReferralStatus.Accepted, ReferralVerb.ConfirmArrival, ReferralStatus.InCare),
        new(ReferralStatus.Accepted, ReferralVerb.Withdraw, ReferralStatus.Withdrawn),
        new(ReferralStatus.InCare, ReferralVerb.Close, ReferralStatus.Closed)
    ];

    /// <summary>Which side a verb belongs to.</summary>
    public static Side ActorOf(ReferralVerb verb) => verb switch
    {
        ReferralVerb.Open or ReferralVerb.Accept or ReferralVerb.Decline => Side.Recipient,
        ReferralVerb.ConfirmArrival or ReferralVerb.Close => Side.Recipient,
        ReferralVerb.Withdraw => Side.Sender
    };

    /// <summary>Whose turn it is in a state; null where nothing is owed.</summary>
    public static Side? TurnIn(ReferralStatus status) => status switch
    {
        ReferralStatus.Sent or ReferralStatus.Seen or ReferralStatus.Accepted or ReferralStatus.InCare => Side.Recipient,
        ReferralStatus.Declined => Side.Sender,
        ReferralStatus.Closed or ReferralStatus.Withdrawn => null
    };

    /// <summary>Whether the need it answers is still in its hands. One need has at most one referral in such a state.</summary>
    public static bool IsLive(this ReferralStatus status) => status switch
    {
        ReferralStatus.Sent or ReferralStatus.Seen or ReferralStatus.Accepted or ReferralStatus.InCare => true,
        ReferralStatus.Closed or ReferralStatus.Declined or ReferralStatus.Withdrawn => false
    };

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
        ReferralStatus.Accepted => "This referral was already accepted.",
        ReferralStatus.InCare => "The person has already arrived under this referral.",
        ReferralStatus.Closed => "This referral is already closed.",
        ReferralStatus.Declined => "This referral was already declined.",
        ReferralStatus.Withdrawn => "This referral was already withdrawn by the sender."
    };
}

/// <summary>One change of state.</summary>
/// <param name="From">State before.</param>
/// <param name="Verb">What is done.</param>
/// <param name="To">State after.</param>
public sealed record ReferralTransition(ReferralStatus From, ReferralVerb Verb, ReferralStatus To);
