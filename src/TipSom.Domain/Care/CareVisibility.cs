namespace TipSom.Domain.Care;

/// <summary>Who reads an entry of care.</summary>
public enum CareVisibility
{
    /// <summary>The provider alone.</summary>
    OnlyUs,

    /// <summary>The sender too.</summary>
    ForSender
}
