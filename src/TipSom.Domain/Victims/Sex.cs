namespace TipSom.Domain.Victims;

/// <summary>Sex or gender as the person states it (code list <c>gender</c>).</summary>
public enum Sex
{
    /// <summary>Woman or girl (F).</summary>
    Female,

    /// <summary>Man or boy (M).</summary>
    Male,

    /// <summary>Transgender person, khawaja sira (X).</summary>
    Transgender,

    /// <summary>Not known (U).</summary>
    Unknown
}
