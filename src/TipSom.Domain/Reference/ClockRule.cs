using TipSom.Domain.Referrals;

namespace TipSom.Domain.Reference;

/// <summary>The time allowed for one step of a referral of one urgency. Reference data, because agreements and practice change it.</summary>
/// <param name="urgency">Urgency of the referral.</param>
/// <param name="step">The step that must be taken.</param>
/// <param name="allowed">Time from sending (seen, answered) or from accepting (arrived), not counting pauses; more than zero.</param>
public sealed class ClockRule(Urgency urgency, ClockStep step, TimeSpan allowed)
{
    /// <summary>Shortest time a step may be allowed: below it nobody could be told in time.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(15);

    /// <summary>Longest time a step may be allowed: beyond it a person is forgotten.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>Urgency of the referral; with <see cref="Step"/> the key.</summary>
    public Urgency Urgency { get; private set; } = urgency;

    /// <summary>The step that must be taken.</summary>
    public ClockStep Step { get; private set; } = step;

    /// <summary>Time allowed, without the time during which information was asked.</summary>
    public TimeSpan Allowed { get; private set; } = allowed;

    /// <summary>Allows another time from the next turn on. Refuses less than a quarter of an hour and more than thirty days.</summary>
    public void Allow(TimeSpan time)
    {
        if (time < Shortest || time > Longest)
            throw new RuleBrokenException("A step is allowed between a quarter of an hour and thirty days.");
        Allowed = time;
    }

    /// <summary>Refuses clocks of one urgency of which opening, which comes first, has the longer time.</summary>
    public static void RefuseUnordered(IReadOnlyCollection<ClockRule> rules)
    {
        if (rules.Any(seen => seen.Step == ClockStep.Seen && rules.Any(answered =>
                answered.Urgency == seen.Urgency && answered.Step == ClockStep.Answered && seen.Allowed > answered.Allowed)))
            throw new RuleBrokenException("A referral is opened before it is answered: opening cannot have the longer time.");
    }
}
