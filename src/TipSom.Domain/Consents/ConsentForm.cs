namespace TipSom.Domain.Consents;

/// <summary>How consent was given.</summary>
public enum ConsentForm
{
    /// <summary>Spoken.</summary>
    Spoken,

    /// <summary>Signed on paper.</summary>
    Signed,

    /// <summary>Thumb impression on paper.</summary>
    ThumbImpression,

    /// <summary>Written order or decision of an authority.</summary>
    WrittenOrder
}
