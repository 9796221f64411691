using TipSom.Domain.Victims;

namespace TipSom.Domain.Reporting;

/// <summary>The national partition of people identified: everybody is in exactly one (counting rule 2).</summary>
public enum PersonGroup
{
    /// <summary>Women of 18 years and more.</summary>
    Women,

    /// <summary>Men of 18 years and more.</summary>
    Men,

    /// <summary>Everybody under 18, of whichever sex.</summary>
    Children,

    /// <summary>Transgender persons of 18 years and more.</summary>
    Transgender,

    /// <summary>Age or sex is not known; always shown.</summary>
    Unknown
}

/// <summary>The groups of the global report on trafficking (UNODC, GLOTIP), where children keep their sex (counting rule 3).</summary>
public enum GlobalGroup
{
    /// <summary>Women of 18 years and more.</summary>
    Women,

    /// <summary>Men of 18 years and more.</summary>
    Men,

    /// <summary>Girls under 18.</summary>
    Girls,

    /// <summary>Boys under 18.</summary>
    Boys,

    /// <summary>Everybody whose age or sex is not known, or whose sex the form does not have.</summary>
    Unknown
}

/// <summary>From a person's sex and age to the groups in which the person is counted.</summary>
public static class PersonGroups
{
    /// <summary>
    /// The national group. Age decides first. An unknown age is counted as unknown, although such a person is treated as a child: care gives the
    /// benefit of the doubt, a figure says what is known.
    /// </summary>
    public static PersonGroup Of(Sex sex, Age age) => (age.Years, sex) switch
    {
        (null, _) => PersonGroup.Unknown,
        ( < Age.Majority, _) => PersonGroup.Children,
        (_, Sex.Female) => PersonGroup.Women,
        (_, Sex.Male) => PersonGroup.Men,
        (_, Sex.Transgender) => PersonGroup.Transgender,
        (_, Sex.Unknown) => PersonGroup.Unknown
    };

    /// <summary>The group of the global report.</summary>
    public static GlobalGroup GlobalOf(Sex sex, Age age) => (age.Years, sex) switch
    {
        (null, _) or (_, Sex.Transgender or Sex.Unknown) => GlobalGroup.Unknown,
        ( < Age.Majority, Sex.Female) => GlobalGroup.Girls,
        ( < Age.Majority, Sex.Male) => GlobalGroup.Boys,
        (_, Sex.Female) => GlobalGroup.Women,
        (_, Sex.Male) => GlobalGroup.Men
    };
}
