namespace TipSom.Domain.Cases;

/// <summary>To which part of a case something belongs; a share may show one and not another.</summary>
public enum CasePart
{
    /// <summary>The case itself, and its people without their names.</summary>
    Case,

    /// <summary>Who the people are.</summary>
    Identity,

    /// <summary>Who is suspected, and how the investigation stands.</summary>
    Investigation
}
