using TipSom.Domain.Identity;

namespace TipSom.Domain.Reporting.Exports;

/// <summary>
/// Which columns the file for the National Police Bureau has, under which headings, in which order: the format of its database was not obtained, so
/// the national administrator writes it here. Each saving is a version of its own.
/// </summary>
public sealed class ExportTemplate
{
    /// <summary>Longest heading, in characters.</summary>
    public const int HeadingMaxLength = 60;

    /// <summary>What is refused of a file without columns.</summary>
    public const string NoColumn = "Choose at least one column.";

    /// <summary>What is refused of a column without a heading.</summary>
    public const string NoHeading = "Give each column a heading of up to 60 characters.";

    /// <summary>What is refused of one heading twice, or one field twice.</summary>
    public const string Twice = "Each column stands once, under a heading of its own.";

    /// <summary>What is refused of a version that is not the next.</summary>
    public const string Overtaken = "Somebody saved another version meanwhile. Look at it first.";

    private List<string> headings = [];
    private List<ExportField> fields = [];

    private ExportTemplate() { }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>1, 2, 3 …; zero of the one that comes with the program.</summary>
    public int Version { get; private set; }

    /// <summary>Who saved it.</summary>
    public Guid SavedById { get; private set; }

    /// <summary>Their name and rank.</summary>
    public string SavedByName { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>The columns in their order.</summary>
    public IReadOnlyList<TemplateColumn> Columns => [.. headings.Zip(fields, (h, f) => new TemplateColumn(h, f))];

    /// <summary>The template that comes with the program.</summary>
    public static ExportTemplate Default { get; } = new()
    {
        headings = [.. Enum.GetNames<ExportField>()],
        fields = [.. Enum.GetValues<ExportField>()]
    };

    /// <summary>Saves the next version. Refuses a file without columns, a heading or a field twice, and a heading that is empty or long.</summary>
    public static ExportTemplate Save(ExportTemplate before, IReadOnlyList<TemplateColumn> columns, Actor by, DateTimeOffset now)
    {
        if (columns.Count == 0)
            throw new RuleBrokenException(NoColumn);
        var headings = columns.Select(c => c.Heading.Trim()).ToList();
        if (headings.Exists(h => h.Length is 0 or > HeadingMaxLength))
            throw new RuleBrokenException(NoHeading);
        if (headings.Distinct(StringComparer.OrdinalIgnoreCase).Count() < columns.Count || columns.DistinctBy(c => c.Field).Count() < columns.Count)
            throw new RuleBrokenException(Twice);
        return new ExportTemplate
        {
            Id = Guid.CreateVersion7(),
            Version = before.Version + 1,
            headings = headings,
            fields = [.. columns.Select(c => c.Field)],
            SavedById = by.UserId,
            SavedByName = by.Name,
            SavedAt = now
        };
    }

    /// <summary>The file of some rows.</summary>
    public ExportTable Of(IEnumerable<BureauRow> rows) => ExportCheck.Checked(ExportTable.Of(
        "national-police-bureau", [.. Columns.Select(c => BureauRow.ColumnOf(c.Field) with { Name = c.Heading })],
        rows.OrderBy(r => r.Agency, StringComparer.Ordinal).ThenBy(r => r.Period.From).ThenBy(r => r.Period.Kind).ThenBy(r => r.Indicator).ThenBy(r => r.Source, StringComparer.Ordinal)));
}

/// <summary>A column of the template.</summary>
/// <param name="Heading">What stands above it.</param>
/// <param name="Field">What stands in it.</param>
public sealed record TemplateColumn(string Heading, ExportField Field);

/// <summary>What a column for the National Police Bureau may hold.</summary>
public enum ExportField
{
    /// <summary>Records or returns; never added to each other.</summary>
    Source,

    /// <summary>Code of the agency.</summary>
    AgencyCode,

    /// <summary>Kind of the agency.</summary>
    AgencyKind,

    /// <summary>The month, quarter or year.</summary>
    Period,

    /// <summary>Its first day.</summary>
    FirstDay,

    /// <summary>Its last day.</summary>
    LastDay,

    /// <summary>What is counted.</summary>
    Indicator,

    /// <summary>All together.</summary>
    Total,

    /// <summary>Women.</summary>
    Women,

    /// <summary>Men.</summary>
    Men,

    /// <summary>Children.</summary>
    Children,

    /// <summary>Transgender persons.</summary>
    Transgender,

    /// <summary>Age or sex not known.</summary>
    Unknown
}

/// <summary>Figures of one agency for one period under one indicator.</summary>
/// <param name="Source">Records or Returns.</param>
/// <param name="Agency">Code of the agency.</param>
/// <param name="AgencyKind">Its kind.</param>
/// <param name="Period">The period.</param>
/// <param name="Indicator">What is counted.</param>
/// <param name="Figures">The figures of that agency and period.</param>
public sealed record BureauRow(string Source, string Agency, string AgencyKind, ReportPeriod Period, NationalIndicator Indicator, FigureSet Figures)
{
    /// <summary>The column of a field.</summary>
    public static ExportColumn<BureauRow> ColumnOf(ExportField field) => field switch
    {
        ExportField.Source => new($"{field}", "Records or returns", null, ExportValues.OneOf("Records", "Returns"), r => r.Source),
        ExportField.AgencyCode => new($"{field}", "Code of the agency", null, ExportValues.AgencyCode, r => r.Agency),
        ExportField.AgencyKind => new($"{field}", "Kind of agency", null, ExportValues.OneOf(Enum.GetNames<Agencies.AgencyKind>()), r => r.AgencyKind),
        ExportField.Period => new($"{field}", "Month, quarter or year", null, ExportValues.Period, r => r.Period.Name),
        ExportField.FirstDay => new($"{field}", "First day of the period", null, ExportValues.Day, r => $"{r.Period.From:yyyy-MM-dd}"),
        ExportField.LastDay => new($"{field}", "Last day of the period", null, ExportValues.Day, r => $"{r.Period.To:yyyy-MM-dd}"),
        ExportField.Indicator => new($"{field}", "What is counted", null, ExportValues.OneOf(Enum.GetNames<NationalIndicator>()), r => $"{r.Indicator}"),
        ExportField.Total => new($"{field}", "Everybody", null, ExportValues.Count, r => r.Written(FigureCell.Total)),
        _ => new($"{field}", "A group of the national partition", null, ExportValues.Count, r => r.Written($"{field}"))
    };

    // What was not reported is empty, which is not zero. Law enforcement has no groups: its total is the sum over laws and kinds.
    private string Written(string category) =>
        FigureCell.IsByLaw(Indicator) && category == FigureCell.Total
            ? FigureCell.CellsOf(Indicator).Where(Figures.Values.ContainsKey).Select(c => Figures.Values[c]).ToList() is { Count: > 0 } parts ? $"{parts.Sum()}" : ""
            : $"{Figures[new FigureCell(Indicator, category)]}";
}
