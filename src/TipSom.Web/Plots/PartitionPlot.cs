using Microsoft.Extensions.Localization;
using TipSom.Domain.Reporting;
using TipSom.Web.Tables;

namespace TipSom.Web.Plots;

/// <summary>A whole and its parts, of which everybody is in exactly one: one bar, with the share of each.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Of">What the parts are, such as "Group": heading of their column.</param>
/// <param name="Counted">What is counted, such as "Persons".</param>
/// <param name="Parts">The parts; where one is not available there are no shares, since the whole is not known.</param>
public sealed record PartitionPlot(string Title, string Of, string Counted, IReadOnlyList<PlotPart> Parts) : Plot(Title)
{
    /// <summary>All together; null where a part is not available.</summary>
    public int? Total => Parts.Any(p => p.Value is null) ? null : Parts.Sum(p => p.Value);

    public decimal? ShareOf(PlotPart part) => Percent.Of(part.Value, Total);

    public override string Describe(IStringLocalizer<Ui> texts) => Listed(texts, Parts.Select(p => (p.Label, Shown(p))));

    protected override FigureTable Tabulate(IStringLocalizer<Ui> texts) => new(
        Title, [Of, Counted, texts["Share"]],
        [
            .. Parts.Select(p => (IReadOnlyList<TableCell>)[p.Label, p.Value, TableCell.Percent(ShareOf(p))]),
            [texts["All together"].Value, Total, TableCell.Percent(Percent.Of(Total, Total))]
        ]);

    internal override void PaintOn(Drawing drawing, IStringLocalizer<Ui> texts) => PartitionPainter.Paint(this, drawing, texts);

    internal string? Shown(PlotPart part) =>
        part.Value is not { } value ? null : ShareOf(part) is { } share ? $"{FigureText.Of(value)} · {FigureText.Percent(share)}" : FigureText.Of(value);
}
