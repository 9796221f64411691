namespace TipSom.Domain.Agencies;

/// <summary>What a first-level part of Pakistan is.</summary>
public enum ProvinceKind
{
    /// <summary>One of the four provinces.</summary>
    Province,

    /// <summary>Islamabad Capital Territory.</summary>
    Capital,

    /// <summary>Azad Jammu &amp; Kashmir or Gilgit-Baltistan.</summary>
    Territory,
}
