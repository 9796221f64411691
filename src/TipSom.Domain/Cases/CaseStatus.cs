namespace TipSom.Domain.Cases;

/// <summary>Whether a case is being worked on.</summary>
public enum CaseStatus
{
    /// <summary>Being worked on.</summary>
    Open,

    /// <summary>Closed, with a reason.</summary>
    Closed
}
