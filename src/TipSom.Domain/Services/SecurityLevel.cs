namespace TipSom.Domain.Services;

/// <summary>How a place is watched, from the least to the most.</summary>
public enum SecurityLevel
{
    /// <summary>Nobody is there at night.</summary>
    Open,

    /// <summary>Staff day and night, and a closed door.</summary>
    Staffed,

    /// <summary>Guards, and an address that is kept secret.</summary>
    Guarded
}
