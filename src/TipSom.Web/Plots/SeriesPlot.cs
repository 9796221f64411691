using Microsoft.Extensions.Localization;
using TipSom.Web.Tables;

namespace TipSom.Web.Plots;

/// <summary>Figures by month or year. What is missing leaves a gap: the line does not run over it as if it were known.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Of">What the periods are, such as "Year": heading of their column.</param>
/// <param name="Periods">The periods in order.</param>
/// <param name="Series">One to three.</param>
public sealed record SeriesPlot(string Title, string Of, IReadOnlyList<string> Periods, IReadOnlyList<PlotSeries> Series) : Plot(Title)
{
    /// <summary>Whether the figures are shares in percent.</summary>
    public bool InPercent { get; init; }

    // The first and the last known of each: the whole is in the table.
    public override string Describe(IStringLocalizer<Ui> texts) => Listed(texts, Series.SelectMany(series =>
    {
        var known = Known(series).ToList();
        return known.Count == 0 ? [(series.Name, null)]
            : known.Take(1).Concat(known.Skip(1).TakeLast(1)).Select(i => ($"{series.Name}, {Periods[i]}", Shown(series.Values[i])));
    }));

    protected override FigureTable Tabulate(IStringLocalizer<Ui> texts) => new(
        Title, [Of, .. Series.Select(s => s.Name)],
        [.. Periods.Select((period, i) => (IReadOnlyList<TableCell>)[period, .. Series.Select(s => InPercent ? TableCell.Percent(s.Values[i]) : s.Values[i])])]);

    internal override void PaintOn(Drawing drawing, IStringLocalizer<Ui> texts) => SeriesPainter.Paint(this, drawing, texts);

    internal IEnumerable<int> Known(PlotSeries series) => Enumerable.Range(0, Periods.Count).Where(i => series.Values[i] is not null);

    internal string? Shown(decimal? value) => value is not { } given ? null : InPercent ? FigureText.Percent(given) : FigureText.Of(given);
}

/// <summary>A line: its name, and a figure for each period, null where it is not available.</summary>
public sealed record PlotSeries(string Name, IReadOnlyList<decimal?> Values);
