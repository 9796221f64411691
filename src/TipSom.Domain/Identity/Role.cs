namespace TipSom.Domain.Identity;

/// <summary>What a user does for the own agency (design: who is who). A user has one role in one unit.</summary>
public enum Role
{
    /// <summary>Logs cases and victims, records consent, sends and withdraws referrals.</summary>
    Officer,

    /// <summary>As Officer, for the whole of the unit's tree, and sees the unit's board.</summary>
    Supervisor,

    /// <summary>Answers referrals to the provider, confirms arrival, closes with an outcome.</summary>
    Caseworker,

    /// <summary>As Caseworker, and keeps services, places and eligibility.</summary>
    ProviderManager,

    /// <summary>FIA: the national referral board; status, group, need and age of every referral, no identity.</summary>
    NationalCoordinator,

    /// <summary>FIA: agencies, agreements, reference data, published figures.</summary>
    NationalAdministrator,

    /// <summary>Users and units of the own agency.</summary>
    AgencyAdministrator,

    /// <summary>Figures only.</summary>
    Analyst,

    /// <summary>The audit trail only.</summary>
    Auditor
}
