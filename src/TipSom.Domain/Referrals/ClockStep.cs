namespace TipSom.Domain.Referrals;

/// <summary>What a clock of a referral waits for.</summary>
public enum ClockStep
{
    /// <summary>The provider opens the referral; counted from sending.</summary>
    Seen,

    /// <summary>The provider answers; counted from sending.</summary>
    Answered,

    /// <summary>The person arrives; counted from acceptance.</summary>
    Arrived
}
