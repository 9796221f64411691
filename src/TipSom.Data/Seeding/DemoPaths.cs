using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Data.Seeding;

/// <summary>Invents how the referrals of one person went: seen, accepted, in care, closed, declined and sent again, or taken back.</summary>
internal sealed class DemoPaths(DemoCast cast, ReferralClocks clocks, DateTimeOffset now, Random random)
{
    private const int MostTries = 3;

    private static readonly TimeSpan Recently = TimeSpan.FromDays(11);

    private static readonly string?[] Messages =
    [
        null, null, "Prefers to talk to a woman.", "Has not eaten since the morning.", "Please call before sending a car.",
        "اردو کم سمجھ آتی ہے، پنجابی بولنے والا ساتھ ہو تو بہتر ہے۔"
    ];

    // In turn, so that every reason is there; that an agreement ended is said only where it did.
    private static readonly DeclineReason[] DeclineReasons =
    [
        DeclineReason.NoPlace, DeclineReason.NotEligible, DeclineReason.Safety, DeclineReason.NoPlace, DeclineReason.OutOfArea,
        DeclineReason.PersonRefused, DeclineReason.Other, DeclineReason.NotReachable, DeclineReason.Duplicate
    ];

    private static readonly WithdrawReason[] WithdrawReasons =
    [
        WithdrawReason.PlacedElsewhere, WithdrawReason.NoLongerNeeded, WithdrawReason.PersonRefused, WithdrawReason.Safety, WithdrawReason.SentByMistake
    ];

    private int declines, withdrawals;

    public IReadOnlyList<DemoReferral> ReferralsOf(string officer, PersonFacts person, DateTimeOffset consentAt) =>
        [.. person.Needs.SelectMany(need => TriesFor(officer, person, need, consentAt))];

    private IEnumerable<DemoReferral> TriesFor(string officer, PersonFacts person, ServiceType need, DateTimeOffset consentAt)
    {
        var request = cast.RequestOf(officer, person, need);
        var at = consentAt.AddMinutes(6 + random.Next(120));
        var tried = new HashSet<(string, ServiceType)>();
        while (tried.Count < MostTries && cast.FittingAt(request, at).Where(o => !tried.Contains(o)).ToList() is { Count: > 0 } fitting)
        {
            var offer = fitting[Chance(70) ? 0 : random.Next(fitting.Count)];
            tried.Add(offer);
            // Long ago everybody was placed in the end: a refusal then only where somebody else could still be asked.
            var mayDecline = at > now - Recently || fitting.Count > 1 && tried.Count < MostTries;
            var steps = StepsOf(person, request, offer, at, mayDecline);
            yield return new DemoReferral(offer, at, Messages[random.Next(Messages.Length)], steps);
            // Of the latest some are left waiting: somebody must still decide.
            if (steps is not [.., { Verb: ReferralVerb.Decline, At: var declinedAt }] || declinedAt > now.AddDays(-4) || declinedAt > now - Recently && Chance(50))
                yield break;
            at = declinedAt.AddMinutes(20 + random.Next(300));
        }
    }

    private List<DemoStep> StepsOf(PersonFacts person, PlacementRequest request, (string, ServiceType) offer, DateTimeOffset sentAt, bool mayDecline)
    {
        var urgency = person.Safety == Safety.NotSafe ? Urgency.Emergency : Urgency.Urgent;
        var seenAt = sentAt + Clock(ClockStep.Seen) * Between(0.1, 1.15);
        var answeredAt = seenAt + (Clock(ClockStep.Answered) - Clock(ClockStep.Seen)) * Between(0.1, 1.05);
        var roll = random.Next(100);
        if (roll < 5)
            return [Withdrawal(person, sentAt + (seenAt - sentAt) / 2)];
        var open = new DemoStep(ReferralVerb.Open, seenAt);
        if (roll < 9)
            return [open, Withdrawal(person, answeredAt)];
        if (!cast.FittingAt(request, answeredAt).Contains(offer))
            return [open, new DemoStep(ReferralVerb.Decline, answeredAt) { Declined = DeclineReason.AgreementEnded }];
        if (roll < 36 && mayDecline)
            return [open, new DemoStep(ReferralVerb.Decline, answeredAt) { Declined = DeclineReasons[declines++ % DeclineReasons.Length] }];

        var arrival = answeredAt + Clock(ClockStep.Arrived) * Between(0.2, 0.9);
        var accept = new DemoStep(ReferralVerb.Accept, answeredAt) { Arrival = arrival };
        return roll is >= 36 and < 40
            ? [open, accept, Withdrawal(person, answeredAt + (arrival - answeredAt) / 2)]
            : [open, accept, .. CareOf(request, arrival)];

        TimeSpan Clock(ClockStep step) => clocks.Allowed(urgency, step, person.Age.CountsAsChild);
    }

    private IEnumerable<DemoStep> CareOf(PlacementRequest request, DateTimeOffset arrival)
    {
        var arrivedAt = arrival.AddMinutes(random.Next(-20, 150));
        yield return new DemoStep(ReferralVerb.ConfirmArrival, arrivedAt);
        var closedAt = arrivedAt.AddDays(request.Service == ServiceType.Shelter ? Between(6, 60) : Between(1, 25));
        if (closedAt < now.AddHours(-3))
            yield return new DemoStep(ReferralVerb.Close, closedAt) { Outcome = OutcomeOf(request) };
    }

    private ReferralOutcome OutcomeOf(PlacementRequest request) => random.Next(100) switch
    {
        _ when request.Service == ServiceType.ReturnHome => Chance(70) ? ReferralOutcome.ReturnedToFamily : ReferralOutcome.Repatriated,
        < 38 => ReferralOutcome.SupportCompleted,
        < 66 => ReferralOutcome.ReturnedToFamily,
        < 80 => ReferralOutcome.LivesIndependently,
        < 88 => ReferralOutcome.MovedToOtherProvider,
        < 95 => ReferralOutcome.LeftByOwnWish,
        _ => ReferralOutcome.LostContact
    };

    // Taking consent back would end the referrals of the person's other needs too, so it happens only to who has one.
    private DemoStep Withdrawal(PersonFacts person, DateTimeOffset at)
    {
        var turn = withdrawals++;
        return new DemoStep(ReferralVerb.Withdraw, at)
        {
            Withdrawn = turn % 4 == 1 && person.Needs.Count == 1 ? WithdrawReason.ConsentWithdrawn : WithdrawReasons[turn % WithdrawReasons.Length]
        };
    }

    private double Between(double low, double high) => low + random.NextDouble() * (high - low);

    private bool Chance(int percent) => random.Next(100) < percent;
}
