using Microsoft.Extensions.Localization;
using TipSom.Web.Tables;

namespace TipSom.Web.Plots;

internal static class FunnelPainter
{
    private const double Thickness = 22;

    public static void Paint(FunnelPlot plot, Drawing drawing, IStringLocalizer<Ui> texts)
    {
        var most = plot.Steps.Max(s => s.Value) ?? 0;
        foreach (var (i, step) in plot.Steps.Index())
        {
            var figure = step.Value is { } count ? FigureText.Of(count) : null;
            var top = drawing.Y;
            if (figure is null)
                drawing.Words(Drawing.Width, top + Drawing.LineHeight - 5, texts["Not available"], Side.End, soft: true);
            else
                drawing.Number(Drawing.Width, top + Drawing.LineHeight - 5, figure, Side.End);
            drawing.Lines(0, Drawing.Width - Drawing.WidthOf(figure ?? texts["Not available"]) - 8, step.Label);
            drawing.Y += 2;
            if (step.Value is { } value)
                drawing.Bar(0, drawing.Y, most > 0 ? Drawing.Width * value / most : 0, Thickness, 0, value);
            drawing.Y += Thickness;
            if (plot.ShareOf(i) is { } share)
                drawing.Lines(0, Drawing.Width, texts["{0} of the step before", FigureText.Percent(share)], letters: Drawing.SmallLetters + 1, soft: true);
            drawing.Y += 10;
        }
    }
}
