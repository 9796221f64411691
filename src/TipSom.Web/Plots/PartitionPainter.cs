using Microsoft.Extensions.Localization;

namespace TipSom.Web.Plots;

internal static class PartitionPainter
{
    private const double Thickness = 40;

    public static void Paint(PartitionPlot plot, Drawing drawing, IStringLocalizer<Ui> texts)
    {
        // Of what is known, so that a part that is not available does not hide the others.
        var known = plot.Parts.Sum(p => (double)(p.Value ?? 0));
        var x = 0.0;
        if (known == 0)
            drawing.Frame(0, drawing.Y, Drawing.Width, Thickness);
        foreach (var (i, part) in plot.Parts.Index())
        {
            if (part.Value is not { } value)
                continue;
            var width = known > 0 ? Drawing.Width * value / known : 0;
            drawing.Bar(x, drawing.Y, width, Thickness, i, value);
            x += width;
        }

        drawing.Y += Thickness + 10;
        foreach (var (i, part) in plot.Parts.Index())
            Legend.Line(drawing, i, part.Label, plot.Shown(part), texts["Not available"]);
    }
}
