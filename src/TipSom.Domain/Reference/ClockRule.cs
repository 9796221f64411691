using TipSom.Domain.Referrals;

namespace TipSom.Domain.Reference;

/// <summary>The time allowed for one step of a referral of one urgency. Reference data, because agreements and practice change it.</summary>
/// <param name="urgency">Urgency of the referral.</param>
/// <param name="step">The step that must be taken.</param>
/// <param name="allowed">Time from sending (seen, answered) or from accepting (arrived), not counting pauses; more than zero.</param>
public sealed class ClockRule(Urgency urgency, ClockStep step, TimeSpan allowed)
{
    /// <summary>Urgency of the referral; with <see cref="Step"/> the key.</summary>
    public Urgency Urgency { get; private set; } = urgency;

    /// <summary>The step that must be taken.</summary>
    public ClockStep Step { get; private set; } = step;

    /// <summary>Time allowed, without the time during which information was asked.</summary>
    public TimeSpan Allowed { get; private set; } = allowed;
}
