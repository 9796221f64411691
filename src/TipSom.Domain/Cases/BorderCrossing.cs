namespace TipSom.Domain.Cases;

/// <summary>Whether transport into or out of Pakistan is part of what happened (PTPA 2018, s. 8).</summary>
public enum BorderCrossing
{
    /// <summary>Not known yet; treated as inside Pakistan until it is.</summary>
    Unknown,

    /// <summary>All inside Pakistan.</summary>
    InsidePakistan,

    /// <summary>Into or out of Pakistan.</summary>
    AcrossBorder
}
