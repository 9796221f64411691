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

    /// <summary>It takes no children along with the person.</summary>
    ChildrenNotTaken,

    /// <summary>A boy who comes along is older than it takes.</summary>
    BoyTooOld,

    /// <summary>It cannot provide for a disability.</summary>
    NotAccessible,

    /// <summary>It is watched less than the person needs.</summary>
    NotSecureEnough,

    /// <summary>It speaks another language. Turns away only an interpreter's service; elsewhere an interpreter is asked for.</summary>
    LanguageNotSpoken,

    /// <summary>It takes nobody without an order of a court, and there is none.</summary>
    CourtOrderMissing,

    /// <summary>It takes nobody without papers of identity, and there are none.</summary>
    IdentityPapersMissing,

    /// <summary>It is no longer offered.</summary>
    NoLongerOffered,

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

/// <summary>Kinds of problems.</summary>
public static class FitProblems
{
    /// <summary>Whether the agreement is what is missing, and not the provider's fitness: only this can be overridden where life is in danger.</summary>
    public static bool IsOfAgreement(this FitProblem problem) => problem switch
    {
        FitProblem.NoAgreement or FitProblem.AgencyMayNotRefer or FitProblem.AgreementNotYetInForce => true,
        FitProblem.AgreementExpired or FitProblem.AgreementSuspended or FitProblem.AgreementEnded => true,
        FitProblem.ServiceNotCovered or FitProblem.DistrictNotCovered or FitProblem.GroupNotCovered => true,
        _ => false
    };
}
