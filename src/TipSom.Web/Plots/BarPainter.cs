using Microsoft.Extensions.Localization;

namespace TipSom.Web.Plots;

internal static class BarPainter
{
    private const double Thickness = 18;
    private const double Gap = 10;

    public static void Paint(BarPlot plot, Drawing drawing, IStringLocalizer<Ui> texts)
    {
        if (plot.Series.Count > 1)
            Legend.Of(drawing, plot.Series);
        var figures = plot.Rows.SelectMany(r => r.Values).OfType<decimal>().ToList();
        var most = plot.InPercent ? 100 : figures.DefaultIfEmpty().Max();
        var room = Drawing.Width - 12 - figures.Select(f => Drawing.WidthOf(plot.Shown(f)!)).DefaultIfEmpty().Max();
        foreach (var row in plot.Rows)
        {
            drawing.Lines(0, Drawing.Width, row.Label);
            drawing.Y += 2;
            foreach (var (i, value) in row.Values.Index())
            {
                if (value is { } given)
                {
                    var width = most > 0 ? room * Math.Clamp((double)(given / most), 0, 1) : 0;
                    drawing.Bar(0, drawing.Y, width, Thickness, i, given);
                    drawing.Number(width + 6, drawing.Y + Thickness - 4, plot.Shown(given)!, Side.Start);
                }
                else
                {
                    drawing.Words(0, drawing.Y + Thickness - 4, texts["Not available"], soft: true);
                }

                drawing.Y += Thickness + 3;
            }

            drawing.Y += Gap;
        }
    }
}
