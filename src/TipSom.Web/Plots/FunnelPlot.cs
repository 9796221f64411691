using Microsoft.Extensions.Localization;
using TipSom.Domain.Reporting;
using TipSom.Web.Tables;

namespace TipSom.Web.Plots;

/// <summary>How many came from each step to the next: identified, referred, accepted, in care, with an outcome.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Counted">What is counted, such as "Persons".</param>
/// <param name="Steps">The steps in order.</param>
public sealed record FunnelPlot(string Title, string Counted, IReadOnlyList<PlotPart> Steps) : Plot(Title)
{
    /// <summary>How many of a hundred of the step before came to this one; null for the first, and where one of the two is not available.</summary>
    public decimal? ShareOf(int step) => step == 0 ? null : Percent.Of(Steps[step].Value, Steps[step - 1].Value);

    public override string Describe(IStringLocalizer<Ui> texts) => Listed(texts, Steps.Select((s, i) =>
        (s.Label, s.Value is not { } value ? null : ShareOf(i) is { } share ? $"{FigureText.Of(value)} ({FigureText.Percent(share)})" : FigureText.Of(value))));

    protected override FigureTable Tabulate(IStringLocalizer<Ui> texts) => new(
        Title, [texts["Step"], Counted, texts["Share of the step before"]],
        // The first step has none before it, which is another thing than a figure that is missing.
        [.. Steps.Select((s, i) => (IReadOnlyList<TableCell>)[s.Label, s.Value, i == 0 ? "–" : TableCell.Percent(ShareOf(i))])]);

    internal override void PaintOn(Drawing drawing, IStringLocalizer<Ui> texts) => FunnelPainter.Paint(this, drawing, texts);
}
