namespace TipSom.Domain.Reporting.Exports;

/// <summary>A count of the records that the tables of the global report are made of.</summary>
/// <param name="Dimension">What it is divided by.</param>
/// <param name="Value">Code within it.</param>
/// <param name="Count">How many persons.</param>
public sealed record GlobalCell(string Dimension, string Value, int Count);

/// <summary>The tables of the questionnaire of the global report (UNODC, GLOTIP): exact counts for national roles.</summary>
public static class Glotip
{
    /// <summary>By what the people identified are divided.</summary>
    public static IReadOnlyList<string> Dimensions { get; } = ["all", "global", "form", "forced-labour", "citizenship", "border"];

    // The forms of the questionnaire, each with the cell that counts each person once.
    private static readonly (string Name, string Dimension, string Value)[] Forms =
    [
        ("SexualExploitation", "form", "SEX"), ("ForcedLabour", "forced-labour", "Yes"), ("RemovalOfOrgans", "form", "ORG"), ("Begging", "form", "BEG"),
        ("ForcedMarriage", "form", "FM"), ("ForcedCriminality", "form", "CRIM"), ("ChildSoldiers", "form", "ARM"), ("IllegalAdoption", "form", "ADOPT"),
        ("Slavery", "form", "SLAV"), ("Surrogacy", "form", "SURR"), ("Other", "form", "OTH"), ("NotKnown", "form", "Unknown")
    ];

    private static readonly (GlotipTable Table, NationalIndicator Indicator)[] Law =
    [
        (GlotipTable.Investigations, NationalIndicator.Investigations), (GlotipTable.PersonsProsecuted, NationalIndicator.Prosecutions),
        (GlotipTable.PersonsConvicted, NationalIndicator.Convictions)
    ];

    /// <summary>The columns of each table.</summary>
    public static IReadOnlyList<ExportColumn> Columns { get; } =
    [
        new("table", "Table of the questionnaire", null, ExportValues.OneOf(Enum.GetNames<GlotipTable>())),
        new("category", "Row of the table", null, ExportValues.OneOf(
            [.. Enum.GetNames<GlobalGroup>(), .. Forms.Select(f => f.Name), .. CountryCodes.OfTwoLetters, "Domestic", "Foreign", "NotKnown", "Total",
                .. Enum.GetNames<Cases.BorderCrossing>(), .. Enum.GetNames<LawOfCount>()])),
        new("count", "Distinct persons of the year; for investigations, cases", null, ExportValues.Count)
    ];

    /// <summary>The tables, one row a figure. What nobody counts is not there: missing is not zero.</summary>
    /// <param name="victims">Cells of people identified.</param>
    /// <param name="law">Cells of law enforcement: the indicator, the law, and how many.</param>
    public static ExportTable Of(IReadOnlyCollection<GlobalCell> victims, IReadOnlyCollection<GlobalCell> law)
    {
        var citizens = victims.Where(c => c.Dimension == "citizenship").ToList();
        int Sum(string dimension, string value) => victims.Where(c => c.Dimension == dimension && c.Value == value).Sum(c => c.Count);
        IEnumerable<(GlotipTable Table, string Category, int Count)> rows =
        [
            .. Enum.GetNames<GlobalGroup>().Select(g => (GlotipTable.VictimsByAgeAndSex, g, Sum("global", g))),
            (GlotipTable.VictimsByAgeAndSex, "Total", victims.Where(c => c.Dimension == "all").Sum(c => c.Count)),
            .. Forms.Select(f => (GlotipTable.VictimsByForm, f.Name, Sum(f.Dimension, f.Value))),
            .. citizens.Where(c => CountryCodes.TwoOf(c.Value).Length > 0).GroupBy(c => c.Value).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => (GlotipTable.VictimsByCitizenship, g.Key, g.Sum(c => c.Count))),
            (GlotipTable.VictimsByCitizenship, "Domestic", Sum("citizenship", "PK")),
            (GlotipTable.VictimsByCitizenship, "Foreign", citizens.Where(c => c.Value != "PK" && CountryCodes.TwoOf(c.Value).Length > 0).Sum(c => c.Count)),
            (GlotipTable.VictimsByCitizenship, "NotKnown", citizens.Where(c => CountryCodes.TwoOf(c.Value).Length == 0).Sum(c => c.Count)),
            .. Enum.GetNames<Cases.BorderCrossing>().Select(b => (GlotipTable.VictimsByBorder, b, Sum("border", b))),
            .. Law.SelectMany(t => Enum.GetNames<LawOfCount>().Select(a => (t.Table, a, law.Where(c => c.Dimension == $"{t.Indicator}" && c.Value == a).Sum(c => c.Count))))
        ];
        return ExportCheck.Checked(new ExportTable("glotip", Columns, [.. rows.Select(r => (IReadOnlyList<string>)[$"{r.Table}", r.Category, $"{r.Count}"])]));
    }
}

/// <summary>The tables of the questionnaire that the records answer.</summary>
public enum GlotipTable
{
    /// <summary>Victims by age and sex.</summary>
    VictimsByAgeAndSex,

    /// <summary>Victims by form of exploitation; somebody may stand in several.</summary>
    VictimsByForm,

    /// <summary>Victims by citizenship.</summary>
    VictimsByCitizenship,

    /// <summary>Victims by whether a border was crossed.</summary>
    VictimsByBorder,

    /// <summary>Investigations begun, by law.</summary>
    Investigations,

    /// <summary>Persons prosecuted, by law.</summary>
    PersonsProsecuted,

    /// <summary>Persons convicted, by law.</summary>
    PersonsConvicted
}
