namespace TipSom.Domain.Reporting;

/// <summary>What the national figures count; the same for records, returns and published figures.</summary>
public enum NationalIndicator
{
    /// <summary>Persons identified as victims of trafficking: distinct persons of the year (counting rule 1).</summary>
    Identified,

    /// <summary>Of them in forced labour: a part, never added to the total.</summary>
    ForcedLabour,

    /// <summary>Of them sexually exploited: a part.</summary>
    SexualExploitation,

    /// <summary>Of them in organised begging (PTPA 2018, s. 3(3)(c)): a part.</summary>
    OrganisedBegging,

    /// <summary>Persons referred to care: distinct persons with a referral sent and not withdrawn.</summary>
    Referred,

    /// <summary>Of them to a government service: a part.</summary>
    ReferredToGovernment,

    /// <summary>Of them to an NGO: a part.</summary>
    ReferredToNgo,

    /// <summary>Persons who arrived in care.</summary>
    InCare,

    /// <summary>Smuggled migrants, who are counted apart (PSMA 2018, s. 2).</summary>
    Smuggled,

    /// <summary>Investigations begun, by the law and the kind of exploitation (counting rule 7).</summary>
    Investigations,

    /// <summary>Persons accused in a first information report.</summary>
    Accused,

    /// <summary>Persons arrested.</summary>
    Arrested,

    /// <summary>Persons charged in court, by the law.</summary>
    Prosecutions,

    /// <summary>Persons convicted, by the law: convictions under other laws are never among those of the Act (counting rule 6).</summary>
    Convictions
}

/// <summary>The laws that the row of law enforcement tells apart (counting rule 7).</summary>
public enum LawOfCount
{
    /// <summary>Prevention of Trafficking in Persons Act 2018.</summary>
    Ptpa,

    /// <summary>Prevention of Smuggling of Migrants Act 2018.</summary>
    Psma,

    /// <summary>Trafficking charged under the Pakistan Penal Code.</summary>
    Ppc,

    /// <summary>Bonded Labour System (Abolition) Act 1992, and the provincial Acts after it.</summary>
    Blsa,

    /// <summary>Emigration Ordinance 1979.</summary>
    Emigration,

    /// <summary>Every other law.</summary>
    Other
}

/// <summary>The kind of exploitation that the row of law enforcement tells apart.</summary>
public enum KindOfCount
{
    /// <summary>Sexual exploitation, and no labour.</summary>
    Sex,

    /// <summary>Forced labour, and nothing sexual.</summary>
    Labour,

    /// <summary>Both, neither, or not known.</summary>
    Unspecified
}

/// <summary>One figure: an indicator and what of it. The code is how files and tables name it, such as <c>Identified/Women</c>.</summary>
/// <param name="Indicator">What is counted.</param>
/// <param name="Category">Total, a <see cref="PersonGroup"/>, or a law with a kind such as Ptpa-Sex.</param>
public readonly record struct FigureCell(NationalIndicator Indicator, string Category)
{
    /// <summary>The category of everybody.</summary>
    public const string Total = "Total";

    /// <summary>The cell of everybody.</summary>
    public static FigureCell Of(NationalIndicator indicator) => new(indicator, Total);

    /// <summary>The cell of a group.</summary>
    public static FigureCell Of(NationalIndicator indicator, PersonGroup group) => new(indicator, group.ToString());

    /// <summary>The cell of a law and a kind.</summary>
    public static FigureCell Of(NationalIndicator indicator, LawOfCount law, KindOfCount kind) => new(indicator, $"{law}-{kind}");

    /// <summary>The code.</summary>
    public string Code => $"{Indicator}/{Category}";

    /// <summary>Every cell there is, in the order in which forms and files have them.</summary>
    public static IReadOnlyList<FigureCell> All { get; } = [.. Enum.GetValues<NationalIndicator>().SelectMany(CellsOf)];

    /// <summary>Whether the indicator is counted by law and kind.</summary>
    public static bool IsByLaw(NationalIndicator indicator) =>
        indicator is NationalIndicator.Investigations or NationalIndicator.Prosecutions or NationalIndicator.Convictions;

    /// <summary>Whether the indicator is a partition by group.</summary>
    public static bool IsByGroup(NationalIndicator indicator) =>
        indicator is NationalIndicator.Identified or NationalIndicator.Referred or NationalIndicator.InCare;

    /// <summary>The cells of an indicator: the total first, or every law with its kinds.</summary>
    public static IEnumerable<FigureCell> CellsOf(NationalIndicator indicator)
    {
        if (IsByLaw(indicator))
            return Enum.GetValues<LawOfCount>().SelectMany(law => Enum.GetValues<KindOfCount>().Select(kind => Of(indicator, law, kind)));
        var groups = IsByGroup(indicator) ? Enum.GetValues<PersonGroup>() : [];
        return groups.Select(group => Of(indicator, group)).Prepend(Of(indicator));
    }

    /// <summary>Reads a code; null where there is no such figure.</summary>
    public static FigureCell? Parse(string code) => ByCode.TryGetValue(code, out var cell) ? cell : null;

    private static readonly Dictionary<string, FigureCell> ByCode = All.ToDictionary(c => c.Code);
}
