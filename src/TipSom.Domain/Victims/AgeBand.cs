namespace TipSom.Domain.Victims;

/// <summary>Age as those may see it who must not see more.</summary>
public enum AgeBand
{
    /// <summary>Not known: treated as a child.</summary>
    Unknown,

    /// <summary>Under 12 years.</summary>
    Under12,

    /// <summary>12 to 17 years.</summary>
    From12To17,

    /// <summary>18 to 24 years.</summary>
    From18To24,

    /// <summary>25 to 34 years.</summary>
    From25To34,

    /// <summary>35 to 59 years.</summary>
    From35To59,

    /// <summary>60 years and older.</summary>
    From60
}
