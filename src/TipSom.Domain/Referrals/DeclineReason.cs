namespace TipSom.Domain.Referrals;

/// <summary>Why a provider says no (code list <c>decline_reason</c>).</summary>
public enum DeclineReason
{
    /// <summary>No place.</summary>
    NoPlace,

    /// <summary>Not eligible: group, age or need.</summary>
    NotEligible,

    /// <summary>Safety of the person, of others or of the place.</summary>
    Safety,

    /// <summary>Outside the area.</summary>
    OutOfArea,

    /// <summary>The agreement is not in force.</summary>
    AgreementEnded,

    /// <summary>The person does not want it.</summary>
    PersonRefused,

    /// <summary>The person or the sender cannot be reached.</summary>
    NotReachable,

    /// <summary>The same person was already referred.</summary>
    Duplicate,

    /// <summary>Another reason, which must be written.</summary>
    Other
}
