using Microsoft.Extensions.Localization;
using TipSom.Domain.Suspects;
using TipSom.Domain.Victims;
using TipSom.Web.Localisation;
using TipSom.Web.Pages.Cases;

namespace TipSom.Web.Pages.Suspects;

/// <summary>A suspect in a few words without a name: "Man, about 40 years".</summary>
public static class SuspectWords
{
    /// <summary>Of whom no age is known, the word is that of the sex: a suspect is not taken for a child.</summary>
    public static string InYears(IStringLocalizer<Ui> texts, Suspect suspect) => texts[
        "{0}, {1}",
        suspect is { Sex: Sex.Unknown, Age.Years: null } ? texts["Sex not known"]
            : suspect.Age.Years is null ? texts[Labels.Of(suspect.Sex)] : texts[Labels.OfPerson(suspect.Sex, suspect.Age.CountsAsChild)],
        PersonWords.Years(texts, suspect.Age)];
}
