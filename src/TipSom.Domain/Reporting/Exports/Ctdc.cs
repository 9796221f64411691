namespace TipSom.Domain.Reporting.Exports;

/// <summary>Rows for the Counter-Trafficking Data Collaborative: the 27 columns of the codebook of its global synthetic data set (second version, February 2024).</summary>
public static class Ctdc
{
    private const string Gender = "gender";
    private const string AgeBroad = "ageBroad";
    private const string Citizenship = "citizenship";
    private const string ForcedLabour = "isForcedLabour";
    private const string TypeOfLabour = "typeOfLabour";

    /// <summary>The headings in their order, as the list of the codebook spells them.</summary>
    public static IReadOnlyList<string> Headings { get; } =
    [
        "yearOfRegistration", Gender, AgeBroad, Citizenship, "CountryOfExploitation", "traffickMonths", "meansDebtBondageEarnings", "meansThreats",
        "meansAbusePsyPhySex", "meansFalsePromises", "meansDrugsAlcohol", "meansDenyBasicNeeds", "meansExcessiveWorkHours", "meansWithholdDocs", ForcedLabour,
        "isSexualExploit", "isOtherExploit", "typeOfLabourAgriculture", "typeOfLabourConstruction", "typeOfLabourDomesticWork", "typeOfLabourHospitality",
        "typeOfSexProstitution", "typeOfSexPornography", "recruiterRelationIntimatePartner", "recruiterRelationFriend", "recruiterRelationFamily",
        "recruiterRelationOther"
    ];

    /// <summary>By what somebody could be recognised. The three columns of the form are one.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Identifiers { get; } =
    [
        ["yearOfRegistration"], [Gender], [AgeBroad], [Citizenship], ["CountryOfExploitation"], [ForcedLabour, "isSexualExploit", "isOtherExploit"]
    ];

    /// <summary>How rare rows become coarser.</summary>
    public static IReadOnlyList<CoarserStep> Steps { get; } = [CoarserStep.Empty(Citizenship), CoarserStep.Empty(AgeBroad)];

    // The age at which a band ends.
    private static readonly (int Last, string Band)[] Bands =
    [
        (8, "0--8"), (17, "9--17"), (20, "18--20"), (23, "21--23"), (26, "24--26"), (29, "27--29"), (38, "30--38"), (47, "39--47"), (int.MaxValue, "48+")
    ];

    /// <summary>The columns, each with where it comes from.</summary>
    public static IReadOnlyList<ExportColumn<PersonExport>> Columns(ExportCodes codes) =>
    [
        new(Headings[0], "Year of identification", null, ExportValues.Year, p => $"{p.Year:D4}"),
        new(Gender, "Sex or gender", "gender", ExportValues.OneOf(codes.CtdcValues("gender")), p => codes.Ctdc("gender", CodeOf(p.Sex)).FirstOrDefault(ExportCodes.Null)),
        new(AgeBroad, "Age when identified", "age_band_ctdc", ExportValues.OneOf(codes.CtdcValues("age_band_ctdc")), p => BandOf(p.Age)),
        new(Citizenship, "Citizenship", "country", ExportValues.Country3, p => CountryCodes.ThreeOf(p.Citizenship)),
        new(Headings[4], "Country of the first place of exploitation", "country", ExportValues.Country3, p => CountryCodes.ThreeOf(p.CountryOfExploitation)),
        new(Headings[5], "Months from the first day of exploitation to identification", "traffick_months", ExportValues.OneOf(codes.CtdcValues("traffick_months")), p => MonthsOf(p.Months)),
        .. Headings.Skip(6).Select(h => new ExportColumn<PersonExport>(h, SourceOf(h), ListOf(h), ExportValues.Mark, p => MarksOf(p, codes).Contains(h) ? ExportValues.Marked : ""))
    ];

    /// <summary>The rows of some people, before they are protected.</summary>
    public static ExportTable Of(IEnumerable<PersonExport> people, ExportCodes codes) => ExportTable.Of("ctdc", Columns(codes), people);

    /// <summary>The rows that may leave, checked against the standard.</summary>
    public static ProtectedRows Protected(IEnumerable<PersonExport> people, ExportCodes codes)
    {
        var rows = KAnonymity.Protect(Of(people, codes), Identifiers, Steps);
        ExportCheck.Checked(rows.Table, Headings);
        return rows;
    }

    /// <summary>The band of an age; empty where it is not known.</summary>
    public static string BandOf(int? age) => age is { } years ? Bands.First(b => years <= b.Last).Band : "";

    /// <summary>How long it lasted, where that is known.</summary>
    public static string MonthsOf(int? months) => months switch { null or < 0 => "", <= 12 => "0-12", <= 24 => "13-24", _ => "25+" };

    /// <summary>Code of <c>gender</c> of a <see cref="Victims.Sex"/>.</summary>
    public static string CodeOf(string sex) => sex switch { "Female" => "F", "Male" => "M", "Transgender" => "X", _ => "U" };

    // A branch of work is told only of forced labour, and the mark of forced labour leaves out sexual services.
    private static HashSet<string> MarksOf(PersonExport person, ExportCodes codes)
    {
        var marks = person.KnownForms.SelectMany(f => codes.Ctdc("exploitation_type", f))
            .Concat(person.SexualForms.SelectMany(f => codes.Ctdc("sex_exploitation_type", f)))
            .Concat(person.Controls.SelectMany(c => codes.Ctdc("means_of_control", c)))
            .Concat(codes.Ctdc("recruiter_relation", person.Recruiter)).ToHashSet();
        if (person.IsForcedLabour && !person.Forms.Contains("SEX"))
            marks.Add(ForcedLabour);
        if (marks.Contains(ForcedLabour))
            marks.UnionWith(codes.Ctdc("isic_section", person.Sector));
        return marks;
    }

    private static string ListOf(string heading) =>
        heading.StartsWith("means", StringComparison.Ordinal) ? "means_of_control"
        : heading.StartsWith("recruiter", StringComparison.Ordinal) ? "recruiter_relation"
        : heading.StartsWith(TypeOfLabour, StringComparison.Ordinal) ? "isic_section"
        : heading.StartsWith("typeOfSex", StringComparison.Ordinal) ? "sex_exploitation_type" : "exploitation_type";

    private static string SourceOf(string heading) => ListOf(heading) switch
    {
        "means_of_control" => "Means of control",
        "recruiter_relation" => "Who recruited",
        "isic_section" => "Branch of work, where labour was forced",
        "sex_exploitation_type" => "Form of sexual exploitation",
        _ => "Form of exploitation"
    };
}
