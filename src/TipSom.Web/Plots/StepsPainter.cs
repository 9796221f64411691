using Microsoft.Extensions.Localization;
using TipSom.Web.Tables;

namespace TipSom.Web.Plots;

internal static class StepsPainter
{
    private const double Height = 150;
    private const double Filled = 0.78;

    public static void Paint(StepsPlot plot, Drawing drawing, IStringLocalizer<Ui> texts)
    {
        var most = plot.Buckets.Max(b => b.Value) ?? 0;
        var slot = Drawing.Width / Math.Max(1, plot.Buckets.Count);
        var ground = drawing.Y + Drawing.LineHeight + Height;
        foreach (var (i, bucket) in plot.Buckets.Index())
        {
            var middle = (i + 0.5) * slot;
            if (bucket.Value is { } value)
            {
                var height = most > 0 ? Height * value / most : 0;
                drawing.Bar(middle - (slot * Filled / 2), ground - height, slot * Filled, height, 0, value);
                drawing.Number(middle, ground - height - 5, FigureText.Of(value), Side.Middle, Drawing.SmallLetters);
            }
            else
            {
                drawing.Words(middle, ground - 5, "–", Side.Middle, soft: true);
            }
        }

        drawing.Rule(0, ground, Drawing.Width, ground);
        var lowest = ground;
        foreach (var (i, bucket) in plot.Buckets.Index())
        {
            drawing.Y = ground + 2;
            drawing.Lines((i + 0.5) * slot, slot - 2, bucket.Label, Side.Middle, Drawing.SmallLetters);
            lowest = Math.Max(lowest, drawing.Y);
        }

        drawing.Y = lowest + 2;
        if (plot.Buckets.Any(b => b.Value is null))
            drawing.Lines(0, Drawing.Width, $"– {texts["Not available"]}", letters: Drawing.SmallLetters, soft: true);
        drawing.Lines(0, Drawing.Width, plot.Of, letters: Drawing.SmallLetters + 1, soft: true);
        drawing.Y += 4;
    }
}
