namespace TipSom.Domain.Agreements;

/// <summary>What people decided about an agreement; whether its dates have passed is a question of the day.</summary>
public enum AgreementStatus
{
    /// <summary>Written down and not yet approved by both sides: covers nothing.</summary>
    Proposed,

    /// <summary>Refused by one side before it ever bound.</summary>
    Refused,

    /// <summary>Signed by both sides.</summary>
    Signed,

    /// <summary>Suspended, with a reason: no new referrals, care goes on.</summary>
    Suspended,

    /// <summary>Ended early, with a reason.</summary>
    Ended
}
