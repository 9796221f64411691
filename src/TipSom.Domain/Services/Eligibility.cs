using TipSom.Domain.Victims;

namespace TipSom.Domain.Services;

/// <summary>
/// Whom a service takes and when. What a provider has not said is null and turns nobody away: the officer is told to ask.
/// </summary>
/// <param name="Groups">Groups it takes.</param>
/// <param name="MinAge">Youngest age taken, in years; null for no limit.</param>
/// <param name="MaxAge">Oldest age taken, in years; null for no limit.</param>
public sealed record Eligibility(IReadOnlyList<VictimGroup> Groups, int? MinAge = null, int? MaxAge = null)
{
    /// <summary>Longest text about the hours, in characters.</summary>
    public const int HoursMaxLength = 120;

    /// <summary>Whether children may come along with the person.</summary>
    public bool? TakesChildren { get; init; }

    /// <summary>Boys who come along must be younger than this, in years; null for no limit.</summary>
    public int? BoysUnder { get; init; }

    /// <summary>Whether a person with a disability can live there and is cared for.</summary>
    public bool? IsAccessible { get; init; }

    /// <summary>How the place is watched.</summary>
    public SecurityLevel? Security { get; init; }

    /// <summary>Languages spoken (ISO 639-3); empty where it has not said.</summary>
    public IReadOnlyList<string> LanguageCodes { get; init; } = [];

    /// <summary>Whether it takes nobody without an order of a court.</summary>
    public bool NeedsCourtOrder { get; init; }

    /// <summary>Whether it takes nobody without papers of identity.</summary>
    public bool NeedsIdentityPapers { get; init; }

    /// <summary>Whether it answers day and night.</summary>
    public bool? IsRoundTheClock { get; init; }

    /// <summary>Days and times in English, where it is not round the clock.</summary>
    public string? HoursEn { get; init; }

    /// <summary>The same in Urdu.</summary>
    public string? HoursUr { get; init; }

    internal Eligibility Checked()
    {
        if (Groups.Count == 0)
            throw new RuleBrokenException("Choose at least one group that is taken.");
        if (MinAge is < 0 or > Age.Highest || MaxAge is < 0 or > Age.Highest)
            throw new RuleBrokenException("Enter an age from 0 to {0}.", Age.Highest);
        if (MinAge > MaxAge)
            throw new RuleBrokenException("The youngest age is not above the oldest.");
        if (BoysUnder is { } limit && (TakesChildren != true || limit is < 1 or > Age.Majority))
            throw new RuleBrokenException("An age limit for boys is from 1 to {0}, where children are taken.", Age.Majority);
        if ((HoursEn is null) != (HoursUr is null) || (HoursEn is not null && IsRoundTheClock == true))
            throw new RuleBrokenException("Write the hours in both languages, or say that it is round the clock.");
        return this;
    }
}
