namespace TipSom.Domain.Referrals;

/// <summary>How long each step may take. The times are reference data, not code.</summary>
public sealed class ReferralClocks(IReadOnlyDictionary<(Urgency Urgency, ClockStep Step), TimeSpan> rules)
{
    /// <summary>Time allowed for a step. A child's clocks run one step shorter: a routine need counts as urgent, an urgent one as emergency.</summary>
    public TimeSpan Allowed(Urgency urgency, ClockStep step, bool isChild)
    {
        var counted = (urgency, isChild) switch
        {
            (Urgency.Routine, true) => Urgency.Urgent,
            (Urgency.Urgent, true) => Urgency.Emergency,
            _ => urgency
        };
        return rules.TryGetValue((counted, step), out var allowed)
            ? allowed
            : throw new InvalidOperationException($"No clock rule for {counted}, {step}.");
    }
}
