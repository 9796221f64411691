namespace TipSom.Domain.Suspects;

/// <summary>Where the law stands with a suspect.</summary>
public enum SuspectStatus
{
    /// <summary>Suspected, and at large or not sought yet.</summary>
    Suspected,

    /// <summary>Arrested.</summary>
    Arrested,

    /// <summary>Released because the evidence does not suffice (CrPC 1898, s. 169).</summary>
    ReleasedForLackOfEvidence,

    /// <summary>Proclaimed an offender by a court (CrPC 1898, s. 87).</summary>
    ProclaimedOffender,

    /// <summary>No longer suspected.</summary>
    Cleared
}
