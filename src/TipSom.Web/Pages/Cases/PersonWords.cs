using Microsoft.Extensions.Localization;
using TipSom.Domain.Victims;
using TipSom.Web.Localisation;

namespace TipSom.Web.Pages.Cases;

/// <summary>A person in a few words without a name: "Girl, 12 to 17 years".</summary>
public static class PersonWords
{
    /// <summary>With the band, for lists.</summary>
    public static string InBand(IStringLocalizer<Ui> texts, Sex sex, Age age) =>
        texts["{0}, {1}", texts[Labels.OfPerson(sex, age.CountsAsChild)], texts[Labels.Of(age.Band)]];

    /// <summary>With the years, for those who work on the case.</summary>
    public static string InYears(IStringLocalizer<Ui> texts, Sex sex, Age age) =>
        texts["{0}, {1}", texts[Labels.OfPerson(sex, age.CountsAsChild)], Years(texts, age)];

    public static string Years(IStringLocalizer<Ui> texts, Age age) => age switch
    {
        { Years: null } => texts["age not known"],
        { IsApproximate: true } => texts["about {0} years", age.Years],
        _ => texts["{0} years", age.Years]
    };
}
