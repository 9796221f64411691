namespace TipSom.Domain.Cases;

/// <summary>How the sharing of a case with one unit stands.</summary>
public enum ShareStatus
{
    /// <summary>An officer asked; a supervisor has to decide.</summary>
    Asked,

    /// <summary>Given: read until its last day.</summary>
    InForce,

    /// <summary>A supervisor refused.</summary>
    Refused,

    /// <summary>Taken back, or ended because the unit came to hold the case.</summary>
    Ended
}
