using Microsoft.Extensions.Localization;
using TipSom.Domain.Victims;
using TipSom.Web.Localisation;

namespace TipSom.Web.Pages.Cases;

/// <summary>A person in a few words without a name: "Girl, 12 to 17 years".</summary>
public static class PersonWords
{
    /// <summary>More people than this are counted where each would take a line, and their cards begin closed.</summary>
    public const int Few = 3;

    /// <summary>How many there are of each: "Woman: 5", "Boy: 1", in the order in which they stand.</summary>
    public static IEnumerable<string> Counted(IStringLocalizer<Ui> texts, IEnumerable<(Sex Sex, Age Age)> people) =>
        people.GroupBy(p => Labels.OfPerson(p.Sex, p.Age.CountsAsChild)).Select(g => $"{texts[g.Key]}: {g.Count()}");

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

    /// <summary>What a person is to another: "Parent of person 2 (Boy, 6 years)".</summary>
    public static string Of(IStringLocalizer<Ui> texts, TieView tie) =>
        texts["{0} ({1})", texts[PersonLabels.Of(tie.Kind, tie.IsFirst), tie.Position], InYears(texts, tie.Sex, tie.Age)];
}

/// <summary>A tie as the page of one of the two shows it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="IsFirst">Whether that one is the parent or guardian.</param>
/// <param name="KeepTogether">Whether the two must stay together.</param>
/// <param name="Position">Position of the other in the case.</param>
/// <param name="Sex">Sex of the other.</param>
/// <param name="Age">Age of the other.</param>
public sealed record TieView(FamilyTieKind Kind, bool IsFirst, bool KeepTogether, int Position, Sex Sex, Age Age);
