using Microsoft.Extensions.Localization;
using TipSom.Web.Plots;
using TipSom.Web.Tables;

namespace TipSom.Web.Pages.Statistics.Reports;

/// <summary>A report as its page shows it and its file holds it, in the reader's language.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Period">Of which year or month: a code such as 2020-21 or 2020-10.</param>
/// <param name="Cover">The lines of its title page.</param>
/// <param name="Sections">Its parts, in their order.</param>
public sealed record Report(string Title, string Period, IReadOnlyList<CoverLine> Cover, IReadOnlyList<ReportSection> Sections)
{
    /// <summary>The name of its file without the ending: Latin letters, digits and hyphens.</summary>
    public required string FileName { get; init; }

    /// <summary>Every table of the file: the title page, the tables of each section, and the definitions.</summary>
    public IEnumerable<FigureTable> Tables(IStringLocalizer<Ui> texts) =>
    [
        new FigureTable(Title, ["TipSom", $"{Title} {Period}"], [.. Cover.Select(line => (IReadOnlyList<TableCell>)[line.Label, line.Value])]),
        .. Sections.SelectMany(s => s.Tables.Select(t => t.HasGaps
            ? t with { Notes = [.. t.Notes, texts["An empty cell is a figure that is not available, which is not zero."]] }
            : t).Concat(s.Plots.Select(p => p.ToTable(texts)))),
        ReportTables.Definitions(texts)
    ];
}

/// <summary>A line of the title page.</summary>
public sealed record CoverLine(string Label, string Value);

/// <summary>A part of a report under its heading.</summary>
/// <param name="Id">Its place on the page.</param>
/// <param name="Heading">Its heading.</param>
public sealed record ReportSection(string Id, string Heading)
{
    /// <summary>What a reader must know before the figures.</summary>
    public IReadOnlyList<string> Lead { get; init; } = [];

    public IReadOnlyList<FigureTable> Tables { get; init; } = [];

    /// <summary>Pictures; each has its figures as a table with it.</summary>
    public IReadOnlyList<Plot> Plots { get; init; } = [];
}
