namespace TipSom.Domain.Agreements;

/// <summary>Why a referral cannot rest on an agreement on a day.</summary>
public enum AgreementProblem
{
    /// <summary>The agency may not refer under it.</summary>
    AgencyMayNotRefer,

    /// <summary>Not both sides have approved it.</summary>
    NotApproved,

    /// <summary>Its first day is still to come.</summary>
    NotYetInForce,

    /// <summary>Its last day has passed.</summary>
    Expired,

    /// <summary>It is suspended.</summary>
    Suspended,

    /// <summary>It was ended.</summary>
    Ended,

    /// <summary>It does not cover the service.</summary>
    ServiceNotCovered,

    /// <summary>It does not cover the district.</summary>
    DistrictNotCovered,

    /// <summary>It does not cover the person's group.</summary>
    GroupNotCovered
}
