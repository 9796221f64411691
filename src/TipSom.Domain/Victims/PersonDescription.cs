namespace TipSom.Domain.Victims;

/// <summary>What is known of a person in clear, because rules and figures need it: nothing that names anybody.</summary>
/// <param name="Sex">Sex as the person states it.</param>
/// <param name="Age">Age when registered; unknown counts as a child.</param>
/// <param name="AgeBasis">What the age rests on; null where nobody asked.</param>
/// <param name="AgeWhenExploited">Age when it happened, in years; null where it is not known.</param>
/// <param name="SexOnDocument">Sex as a document prints it; null where there is none.</param>
/// <param name="CitizenshipCode">Country (ISO 3166-1 alpha-2), <see cref="Stateless"/>, or null where it is not known.</param>
/// <param name="LanguageCode">The language to speak with the person (ISO 639-3); null where it is not known.</param>
/// <param name="OtherLanguageCodes">Other languages the person speaks.</param>
/// <param name="NeedsInterpreter">Whether somebody has to interpret; null where it is not known.</param>
public sealed record PersonDescription(
    Sex Sex, Age Age, AgeBasis? AgeBasis, int? AgeWhenExploited, Sex? SexOnDocument, string? CitizenshipCode,
    string? LanguageCode, IReadOnlyList<string> OtherLanguageCodes, bool? NeedsInterpreter)
{
    /// <summary>Citizenship of nobody's citizen, as travel documents write it (ICAO 9303).</summary>
    public const string Stateless = "XXA";

    internal PersonDescription Checked()
    {
        Age.Checked();
        if (AgeWhenExploited is < 0 or > Age.Highest)
            throw new RuleBrokenException("Enter an age from 0 to {0}.", Age.Highest);
        if (AgeWhenExploited > Age.Years)
            throw new RuleBrokenException("The age when it happened cannot be higher than the age now.");
        if (AgeBasis is not null && Age.Years is null)
            throw new RuleBrokenException("Say what the age is, or leave open what it rests on.");
        return this with { OtherLanguageCodes = [.. OtherLanguageCodes.Where(c => c != LanguageCode).Distinct()] };
    }
}
