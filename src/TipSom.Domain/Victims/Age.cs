namespace TipSom.Domain.Victims;

/// <summary>An age in whole years, exact or about, or not known.</summary>
/// <param name="Years">Whole years, 0 to 120; null when not known.</param>
/// <param name="IsApproximate">Whether the years are an estimate.</param>
public readonly record struct Age(int? Years, bool IsApproximate)
{
    /// <summary>Under this many years a person is a child (PTPA 2018, s. 2(a)).</summary>
    public const int Majority = 18;

    /// <summary>Highest age accepted, in years.</summary>
    public const int Highest = 120;

    /// <summary>Not known: counts as a child.</summary>
    public static Age Unknown => new(null, false);

    /// <summary>A child, or not known: the benefit of the doubt is the child's.</summary>
    public bool CountsAsChild => Years is not { } years || years < Majority;

    /// <summary>The band shown where the years must not be.</summary>
    public AgeBand Band => Years switch
    {
        null => AgeBand.Unknown,
        < 12 => AgeBand.Under12,
        < 18 => AgeBand.From12To17,
        < 25 => AgeBand.From18To24,
        < 35 => AgeBand.From25To34,
        < 60 => AgeBand.From35To59,
        _ => AgeBand.From60
    };

    /// <summary>Refuses years outside 0 to 120.</summary>
    public Age Checked() => Years is < 0 or > Highest
        ? throw new RuleBrokenException("Enter an age from 0 to {0}.", Highest)
        : this;
}
