namespace TipSom.Domain.Consents;

/// <summary>On what ground a person's data may be shared.</summary>
public enum ConsentBasis
{
    /// <summary>The adult's own consent.</summary>
    OwnConsent,

    /// <summary>A child's guardian, who is known not to be involved.</summary>
    Guardian,

    /// <summary>A child-protection authority, for a child.</summary>
    ChildProtectionAuthority,

    /// <summary>An order of a court.</summary>
    CourtOrder,

    /// <summary>Danger to life; a supervisor is named by the record of who wrote it.</summary>
    DangerToLife
}
