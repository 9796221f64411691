using Microsoft.Extensions.Localization;
using TipSom.Domain.Reporting;
using TipSom.Web.Tables;

namespace TipSom.Web.Plots;

/// <summary>How often each span occurred, such as the hours to an answer: columns side by side.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Of">What the spans are, such as "Hours to an answer": heading of their column.</param>
/// <param name="Counted">What is counted, such as "Referrals".</param>
/// <param name="Buckets">The spans in order, with short names: at most ten fit.</param>
public sealed record StepsPlot(string Title, string Of, string Counted, IReadOnlyList<PlotPart> Buckets) : Plot(Title)
{
    public override string Describe(IStringLocalizer<Ui> texts) =>
        Listed(texts, Buckets.Select(b => (b.Label, b.Value is { } value ? FigureText.Of(value) : null)));

    protected override FigureTable Tabulate(IStringLocalizer<Ui> texts)
    {
        var total = Buckets.Any(b => b.Value is null) ? null : Buckets.Sum(b => b.Value);
        return new(
            Title, [Of, Counted, texts["Share"]],
            [.. Buckets.Select(b => (IReadOnlyList<TableCell>)[b.Label, b.Value, TableCell.Percent(Percent.Of(b.Value, total))])]);
    }

    internal override void PaintOn(Drawing drawing, IStringLocalizer<Ui> texts) => StepsPainter.Paint(this, drawing, texts);
}
