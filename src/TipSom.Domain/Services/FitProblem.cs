using TipSom.Domain.Agreements;

namespace TipSom.Domain.Services;

/// <summary>Why a provider does not fit.</summary>
public enum FitProblem
{
    /// <summary>It offers another service.</summary>
    OtherService,

    /// <summary>It does not take the person's group.</summary>
    GroupNotTaken,

    /// <summary>It does not take the person's age.</summary>
    AgeNotTaken,

    /// <summary>It has no free place, confirmed within the last day.</summary>
    NoPlaces,

    /// <summary>No agreement binds it.</summary>
    NoAgreement,

    /// <inheritdoc cref="AgreementProblem.AgencyMayNotRefer"/>
    AgencyMayNotRefer,

    /// <inheritdoc cref="AgreementProblem.NotApproved"/>
    AgreementNotApproved,

    /// <inheritdoc cref="AgreementProblem.NotYetInForce"/>
    AgreementNotYetInForce,

    /// <inheritdoc cref="AgreementProblem.Expired"/>
    AgreementExpired,

    /// <inheritdoc cref="AgreementProblem.Suspended"/>
    AgreementSuspended,

    /// <inheritdoc cref="AgreementProblem.Ended"/>
    AgreementEnded,

    /// <inheritdoc cref="AgreementProblem.ServiceNotCovered"/>
    ServiceNotCovered,

    /// <inheritdoc cref="AgreementProblem.DistrictNotCovered"/>
    DistrictNotCovered,

    /// <inheritdoc cref="AgreementProblem.GroupNotCovered"/>
    GroupNotCovered,

    /// <summary>The consent names other providers.</summary>
    NotNamedByConsent
}
