using Microsoft.Extensions.Localization;
using TipSom.Web.Tables;

namespace TipSom.Web.Plots;

/// <summary>Bars one below the other, each under its name; two or three beside each other where there are as many series.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Of">What the rows are, such as "District": heading of their column.</param>
/// <param name="Series">What is counted: one name a column of figures.</param>
/// <param name="Rows">The bars.</param>
public sealed record BarPlot(string Title, string Of, IReadOnlyList<string> Series, IReadOnlyList<BarRow> Rows) : Plot(Title)
{
    /// <summary>Whether the figures are shares in percent: the bars then end at a hundred.</summary>
    public bool InPercent { get; init; }

    public override string Describe(IStringLocalizer<Ui> texts) => Listed(texts, Rows.SelectMany(row =>
        row.Values.Select((value, i) => (Series.Count > 1 ? $"{row.Label}, {Series[i]}" : row.Label, Shown(value)))));

    protected override FigureTable Tabulate(IStringLocalizer<Ui> texts) => new(
        Title, [Of, .. Series],
        [.. Rows.Select(row => (IReadOnlyList<TableCell>)[row.Label, .. row.Values.Select(v => InPercent ? TableCell.Percent(v) : v)])]);

    internal override void PaintOn(Drawing drawing, IStringLocalizer<Ui> texts) => BarPainter.Paint(this, drawing, texts);

    internal string? Shown(decimal? value) => value is not { } given ? null : InPercent ? FigureText.Percent(given) : FigureText.Of(given);
}

/// <summary>A name and its figures, as many as there are series; null where one is not available.</summary>
public sealed record BarRow(string Label, params IReadOnlyList<decimal?> Values);
