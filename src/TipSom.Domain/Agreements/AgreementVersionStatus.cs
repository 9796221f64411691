namespace TipSom.Domain.Agreements;

/// <summary>What became of proposed terms.</summary>
public enum AgreementVersionStatus
{
    /// <summary>At least one side has not decided yet.</summary>
    Proposed,

    /// <summary>Both sides approved: these terms came into the agreement.</summary>
    Approved,

    /// <summary>One side refused, with a reason.</summary>
    Refused
}
