namespace TipSom.Domain.Referrals;

/// <summary>How soon a need must be met; decides the clocks.</summary>
public enum Urgency
{
    /// <summary>The person is not safe: hours count.</summary>
    Emergency,

    /// <summary>Today.</summary>
    Urgent,

    /// <summary>This week.</summary>
    Routine
}
