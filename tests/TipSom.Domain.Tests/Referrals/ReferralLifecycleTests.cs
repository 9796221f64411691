using TipSom.Domain.Referrals;

namespace TipSom.Domain.Tests.Referrals;

/// <summary>Every state with every verb. The pairs come from the enums: a new state or verb is tested by being added.</summary>
public sealed class ReferralLifecycleTests
{
    // Written out a second time on purpose: a change of the table in the domain is a decision, not an accident.
    private static readonly Dictionary<(ReferralStatus, ReferralVerb), ReferralStatus> Allowed = new()
    {
        [(ReferralStatus.Sent, ReferralVerb.Open)] = ReferralStatus.Seen,
        [(ReferralStatus.Sent, ReferralVerb.Decline)] = ReferralStatus.Declined,
        [(ReferralStatus.Sent, ReferralVerb.Withdraw)] = ReferralStatus.Withdrawn,
        [(ReferralStatus.Seen, ReferralVerb.Accept)] = ReferralStatus.Accepted,
        [(ReferralStatus.Seen, ReferralVerb.Decline)] = ReferralStatus.Declined,
        [(ReferralStatus.Seen, ReferralVerb.Withdraw)] = ReferralStatus.Withdrawn,
        [(ReferralStatus.Accepted, ReferralVerb.ConfirmArrival)] = ReferralStatus.InCare,
        [(ReferralStatus.Accepted, ReferralVerb.Withdraw)] = ReferralStatus.Withdrawn,
        [(ReferralStatus.InCare, ReferralVerb.Close)] = ReferralStatus.Closed
    };

    public static TheoryData<ReferralStatus, ReferralVerb> AllowedPairs => [.. Pairs().Where(p => Allowed.ContainsKey(p))];

    public static TheoryData<ReferralStatus, ReferralVerb> RefusedPairs => [.. Pairs().Where(p => !Allowed.ContainsKey(p))];

    public static TheoryData<ReferralStatus> Statuses => [.. Enum.GetValues<ReferralStatus>()];

    [Theory]
    [MemberData(nameof(AllowedPairs))]
    public void An_allowed_verb_leads_to_its_state_with_one_event(ReferralStatus from, ReferralVerb verb)
    {
        var referral = A.Referral(from);
        var stepsBefore = referral.Events.Count;
        var by = ReferralLifecycle.ActorOf(verb) == Side.Sender ? A.Officer : A.Caseworker;

        referral.Do(verb, A.Later);

        Assert.Equal(Allowed[(from, verb)], referral.Status);
        Assert.Equal(A.Later, referral.StatusSince);
        Assert.Equal(stepsBefore + 1, referral.Events.Count);
        var step = referral.Events[^1];
        Assert.Equal((referral.Id, (ReferralVerb?)verb, referral.Status, A.Later), (step.ReferralId, step.Verb, step.Status, step.At));
        Assert.Equal((by.UserId, by.UnitId, by.Name), (step.ActorId, step.ActorUnitId, step.ActorName));
    }

    [Theory]
    [MemberData(nameof(AllowedPairs))]
    public void An_allowed_verb_changes_what_belongs_to_it_and_nothing_else(ReferralStatus from, ReferralVerb verb)
    {
        var referral = A.Referral(from);
        var before = Facts.Of(referral);

        referral.Do(verb, A.Later);

        string[] always = [nameof(Referral.Status), nameof(Referral.StatusSince), nameof(Referral.Events)];
        string[] own = verb switch
        {
            ReferralVerb.Open => [nameof(Referral.SeenAt), nameof(Referral.DueAt)],
            ReferralVerb.Accept => [nameof(Referral.AnsweredAt), nameof(Referral.ArrivalExpectedAt), nameof(Referral.DueAt)],
            ReferralVerb.Decline =>
            [
                nameof(Referral.DeclineReason), nameof(Referral.Note), nameof(Referral.AnsweredAt), nameof(Referral.EndedAt),
                nameof(Referral.DueAt), nameof(Referral.TurnOf)
            ],
            ReferralVerb.Withdraw =>
                [nameof(Referral.WithdrawReason), nameof(Referral.EndedAt), nameof(Referral.DueAt), nameof(Referral.TurnOf)],
            ReferralVerb.ConfirmArrival => [nameof(Referral.ArrivedAt), nameof(Referral.DueAt)],
            // Nothing is due in care, so nothing stops being due.
            ReferralVerb.Close => [nameof(Referral.Outcome), nameof(Referral.EndedAt), nameof(Referral.TurnOf)]
        };
        Assert.Equal([.. always.Concat(own).Order(StringComparer.Ordinal)], Facts.ChangedBetween(before, Facts.Of(referral)));
    }

    [Theory]
    [MemberData(nameof(RefusedPairs))]
    public void A_refused_verb_says_where_the_referral_stands_and_changes_nothing(ReferralStatus from, ReferralVerb verb)
    {
        var referral = A.Referral(from);
        var before = Facts.Of(referral);

        var refusal = Assert.Throws<RuleBrokenException>(() => referral.Do(verb, A.Later));

        Assert.Equal(ReferralLifecycle.Refusal(from), refusal.Sentence);
        Assert.Equal(before, Facts.Of(referral));
    }

    [Theory]
    [InlineData(ReferralStatus.Sent, "This referral was sent and has not been opened yet. Open it first.")]
    [InlineData(ReferralStatus.Seen, "This referral was opened and waits for an answer.")]
    [InlineData(ReferralStatus.Accepted, "This referral was already accepted.")]
    [InlineData(ReferralStatus.InCare, "The person has already arrived under this referral.")]
    [InlineData(ReferralStatus.Closed, "This referral is already closed.")]
    [InlineData(ReferralStatus.Declined, "This referral was already declined.")]
    [InlineData(ReferralStatus.Withdrawn, "This referral was already withdrawn by the sender.")]
    public void Each_state_refuses_with_its_own_sentence(ReferralStatus status, string sentence) =>
        Assert.Equal(sentence, ReferralLifecycle.Refusal(status));

    [Fact]
    public void The_table_holds_each_pair_once() =>
        Assert.Equal(Allowed, ReferralLifecycle.Transitions.ToDictionary(t => (t.From, t.Verb), t => t.To));

    [Fact]
    public void After_answers_every_pair_as_the_table_says() => Assert.All(
        Pairs(), p => Assert.Equal(Allowed.TryGetValue(p, out var to) ? to : null, ReferralLifecycle.After(p.Item1, p.Item2)));

    [Theory]
    [MemberData(nameof(Statuses))]
    public void Each_verb_is_offered_to_one_side_only(ReferralStatus status)
    {
        var sender = ReferralLifecycle.VerbsFor(Side.Sender, status).ToList();
        var recipient = ReferralLifecycle.VerbsFor(Side.Recipient, status).ToList();

        Assert.Empty(sender.Intersect(recipient));
        Assert.Equal(Allowed.Keys.Where(p => p.Item1 == status).Select(p => p.Item2).Order(), sender.Concat(recipient).Order());
        Assert.All(sender, v => Assert.Equal(ReferralVerb.Withdraw, v));
        Assert.Empty(ReferralLifecycle.VerbsFor(Side.National, status));
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public void A_state_is_live_exactly_while_a_verb_leads_out_of_it(ReferralStatus status) =>
        Assert.Equal(ReferralLifecycle.Transitions.Any(t => t.From == status), status.IsLive());

    [Theory]
    [InlineData(ReferralStatus.Sent, Side.Recipient)]
    [InlineData(ReferralStatus.Seen, Side.Recipient)]
    [InlineData(ReferralStatus.Accepted, Side.Recipient)]
    [InlineData(ReferralStatus.InCare, Side.Recipient)]
    [InlineData(ReferralStatus.Declined, Side.Sender)]
    [InlineData(ReferralStatus.Closed, null)]
    [InlineData(ReferralStatus.Withdrawn, null)]
    public void Each_state_says_whose_turn_it_is(ReferralStatus status, Side? side) => Assert.Equal(side, A.Referral(status).TurnOf);

    private static IEnumerable<(ReferralStatus, ReferralVerb)> Pairs() =>
        from status in Enum.GetValues<ReferralStatus>()
        from verb in Enum.GetValues<ReferralVerb>()
        select (status, verb);
}
