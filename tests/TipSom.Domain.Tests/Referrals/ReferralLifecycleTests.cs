using TipSom.Domain.Identity;
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
        [(ReferralStatus.Sent, ReferralVerb.Void)] = ReferralStatus.Voided,
        [(ReferralStatus.Seen, ReferralVerb.RequestInformation)] = ReferralStatus.InformationRequested,
        [(ReferralStatus.Seen, ReferralVerb.Accept)] = ReferralStatus.Accepted,
        [(ReferralStatus.Seen, ReferralVerb.Decline)] = ReferralStatus.Declined,
        [(ReferralStatus.Seen, ReferralVerb.Withdraw)] = ReferralStatus.Withdrawn,
        [(ReferralStatus.Seen, ReferralVerb.Void)] = ReferralStatus.Voided,
        [(ReferralStatus.InformationRequested, ReferralVerb.GiveInformation)] = ReferralStatus.Seen,
        [(ReferralStatus.InformationRequested, ReferralVerb.Decline)] = ReferralStatus.Declined,
        [(ReferralStatus.InformationRequested, ReferralVerb.Withdraw)] = ReferralStatus.Withdrawn,
        [(ReferralStatus.InformationRequested, ReferralVerb.Void)] = ReferralStatus.Voided,
        [(ReferralStatus.Accepted, ReferralVerb.ConfirmArrival)] = ReferralStatus.InCare,
        [(ReferralStatus.Accepted, ReferralVerb.ReportNoShow)] = ReferralStatus.Closed,
        [(ReferralStatus.Accepted, ReferralVerb.Withdraw)] = ReferralStatus.Withdrawn,
        [(ReferralStatus.Accepted, ReferralVerb.Void)] = ReferralStatus.Voided,
        [(ReferralStatus.InCare, ReferralVerb.Close)] = ReferralStatus.Closed,
        [(ReferralStatus.InCare, ReferralVerb.Void)] = ReferralStatus.Voided,
        [(ReferralStatus.Declined, ReferralVerb.ConfirmDecline)] = ReferralStatus.DeclineConfirmed,
        [(ReferralStatus.Declined, ReferralVerb.ReturnToProvider)] = ReferralStatus.Seen,
        [(ReferralStatus.Declined, ReferralVerb.Reroute)] = ReferralStatus.Rerouted,
        [(ReferralStatus.Declined, ReferralVerb.Void)] = ReferralStatus.Voided,
        [(ReferralStatus.DeclineConfirmed, ReferralVerb.Reroute)] = ReferralStatus.Rerouted,
        [(ReferralStatus.DeclineConfirmed, ReferralVerb.Void)] = ReferralStatus.Voided
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
        var by = A.ActorOf(verb);

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

        string[] always = [nameof(Referral.Status), nameof(Referral.StatusSince), nameof(Referral.Steps), nameof(Referral.Events)];
        string[] must = verb switch
        {
            ReferralVerb.Open => [nameof(Referral.SeenAt), nameof(Referral.AnswerDueAt), nameof(Referral.DueAt)],
            ReferralVerb.RequestInformation => [nameof(Referral.PausedSince), nameof(Referral.DueAt), nameof(Referral.TurnOf)],
            ReferralVerb.GiveInformation =>
            [
                nameof(Referral.PausedSince), nameof(Referral.PausedFor), nameof(Referral.AnswerDueAt), nameof(Referral.DueAt),
                nameof(Referral.TurnOf)
            ],
            ReferralVerb.Accept => [nameof(Referral.AnsweredAt), nameof(Referral.ArrivalExpectedAt), nameof(Referral.DueAt)],
            ReferralVerb.Decline =>
            [
                nameof(Referral.DeclineReason), nameof(Referral.Note), nameof(Referral.AnsweredAt), nameof(Referral.EndedAt),
                nameof(Referral.DueAt)
            ],
            ReferralVerb.ConfirmDecline => [nameof(Referral.ReviewNote), nameof(Referral.DueAt), nameof(Referral.TurnOf)],
            ReferralVerb.ReturnToProvider =>
            [
                nameof(Referral.DeclineReason), nameof(Referral.Note), nameof(Referral.AnsweredAt), nameof(Referral.EndedAt),
                nameof(Referral.ReviewNote), nameof(Referral.SeenAt), nameof(Referral.AnswerDueAt), nameof(Referral.DueAt),
                nameof(Referral.TurnOf)
            ],
            ReferralVerb.Reroute => [nameof(Referral.DueAt), nameof(Referral.TurnOf)],
            ReferralVerb.Withdraw => [nameof(Referral.WithdrawReason), nameof(Referral.EndedAt), nameof(Referral.DueAt), nameof(Referral.TurnOf)],
            ReferralVerb.ConfirmArrival => [nameof(Referral.ArrivedAt), nameof(Referral.DueAt)],
            ReferralVerb.ReportNoShow => [nameof(Referral.Outcome), nameof(Referral.EndedAt), nameof(Referral.DueAt), nameof(Referral.TurnOf)],
            // Nothing is due in care, so nothing stops being due.
            ReferralVerb.Close => [nameof(Referral.Outcome), nameof(Referral.EndedAt), nameof(Referral.TurnOf)],
            ReferralVerb.Void => [nameof(Referral.VoidReason), nameof(Referral.EndedAt), nameof(Referral.TurnOf)]
        };
        // What depends on the state it is done from: a pause ends, a turn passes on, nothing was due.
        string[] may = verb is ReferralVerb.Decline or ReferralVerb.Withdraw or ReferralVerb.Void
            ? [nameof(Referral.PausedSince), nameof(Referral.PausedFor), nameof(Referral.TurnOf), nameof(Referral.DueAt)]
            : [];
        var changed = Facts.ChangedBetween(before, Facts.Of(referral));
        Assert.Empty(always.Concat(must).Except(changed));
        Assert.Empty(changed.Except([.. always, .. must, .. may]));
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
    [InlineData(ReferralStatus.InformationRequested, "Information was asked and has not been given yet.")]
    [InlineData(ReferralStatus.DeclineConfirmed, "The decline of this referral was confirmed by the national desk.")]
    [InlineData(ReferralStatus.Rerouted, "This referral was declined and the need was sent to another provider.")]
    [InlineData(ReferralStatus.Voided, "This referral was entered in error and is void.")]
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
        var offered = Enum.GetValues<Side>().ToDictionary(s => s, s => ReferralLifecycle.VerbsFor(s, status).ToList());

        Assert.Equal(Allowed.Keys.Where(p => p.Item1 == status).Select(p => p.Item2).Order(), offered.Values.SelectMany(v => v).Order());
        Assert.All(offered[Side.National], v => Assert.Contains(v, new[] { ReferralVerb.ConfirmDecline, ReferralVerb.ReturnToProvider }));
    }

    [Fact]
    public void No_role_may_act_from_two_sides() => Assert.All(
        Enum.GetValues<Role>(),
        role => Assert.True(Enum.GetValues<ReferralVerb>()
            .Where(v => role.Allows(ReferralLifecycle.PermissionFor(v))).Select(ReferralLifecycle.ActorOf).Distinct().Count() <= 1));

    [Theory]
    [MemberData(nameof(Statuses))]
    public void A_state_is_final_exactly_where_no_verb_leads_out_of_it(ReferralStatus status) =>
        Assert.Equal(ReferralLifecycle.Transitions.All(t => t.From != status), status.IsFinal());

    [Theory]
    [InlineData(ReferralStatus.Sent, true)]
    [InlineData(ReferralStatus.Seen, true)]
    [InlineData(ReferralStatus.InformationRequested, true)]
    [InlineData(ReferralStatus.Accepted, true)]
    [InlineData(ReferralStatus.InCare, true)]
    [InlineData(ReferralStatus.Closed, false)]
    [InlineData(ReferralStatus.Declined, false)]
    [InlineData(ReferralStatus.DeclineConfirmed, false)]
    [InlineData(ReferralStatus.Rerouted, false)]
    [InlineData(ReferralStatus.Withdrawn, false)]
    [InlineData(ReferralStatus.Voided, false)]
    public void Each_state_says_whether_it_has_the_need_in_hand(ReferralStatus status, bool isLive) => Assert.Equal(isLive, status.IsLive());

    [Theory]
    [InlineData(ReferralStatus.Sent, Side.Recipient)]
    [InlineData(ReferralStatus.Seen, Side.Recipient)]
    [InlineData(ReferralStatus.InformationRequested, Side.Sender)]
    [InlineData(ReferralStatus.Accepted, Side.Recipient)]
    [InlineData(ReferralStatus.InCare, Side.Recipient)]
    [InlineData(ReferralStatus.Declined, Side.Sender)]
    [InlineData(ReferralStatus.DeclineConfirmed, Side.National)]
    [InlineData(ReferralStatus.Closed, null)]
    [InlineData(ReferralStatus.Rerouted, null)]
    [InlineData(ReferralStatus.Withdrawn, null)]
    [InlineData(ReferralStatus.Voided, null)]
    public void Each_state_says_whose_turn_it_is(ReferralStatus status, Side? side) => Assert.Equal(side, A.Referral(status).TurnOf);

    private static IEnumerable<(ReferralStatus, ReferralVerb)> Pairs() =>
        from status in Enum.GetValues<ReferralStatus>()
        from verb in Enum.GetValues<ReferralVerb>()
        select (status, verb);
}
