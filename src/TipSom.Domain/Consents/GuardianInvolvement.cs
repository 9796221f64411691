namespace TipSom.Domain.Consents;

/// <summary>Whether a child's guardian may be involved in the offence. Only a clear "no" lets the guardian decide.</summary>
public enum GuardianInvolvement
{
    /// <summary>Does not apply: the guardian does not decide.</summary>
    NotAsked,

    /// <summary>Known not to be involved.</summary>
    No,

    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>Possibly involved.</summary>
    Possibly
}
