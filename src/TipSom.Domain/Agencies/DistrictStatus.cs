namespace TipSom.Domain.Agencies;

/// <summary>Where a district is known from, and so whether new records may name it.</summary>
public enum DistrictStatus
{
    /// <summary>In the list of the Pakistan Bureau of Statistics used for Census 2023.</summary>
    Pbs2023,

    /// <summary>Only in the common dataset of OCHA of 2022; kept to read old records.</summary>
    CodOnly,

    /// <summary>Made or disputed after that list; its borders are not verified.</summary>
    Post2023,

    /// <summary>Abolished; its area is back in the parent district.</summary>
    Abolished,
}
