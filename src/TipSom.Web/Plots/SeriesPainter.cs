using Microsoft.Extensions.Localization;

namespace TipSom.Web.Plots;

internal static class SeriesPainter
{
    private const double Height = 180;
    private const double Inset = 8;

    public static void Paint(SeriesPlot plot, Drawing drawing, IStringLocalizer<Ui> texts)
    {
        foreach (var (i, series) in plot.Series.Index())
            Key(plot, series, i, drawing, texts);
        drawing.Y += 14;
        var top = drawing.Y;
        var scale = Scale.For(plot.InPercent ? 100 : plot.Series.SelectMany(s => s.Values).OfType<decimal>().DefaultIfEmpty().Max());
        double Down(decimal value) => top + (Height * (1 - (double)(Math.Max(0, value) / scale.Top)));
        for (var mark = 0m; mark <= scale.Top; mark += scale.Step)
        {
            drawing.Rule(0, Down(mark), Drawing.Width, Down(mark));
            if (mark > 0)
                drawing.Number(0, Down(mark) - 3, plot.Shown(mark)!, Side.Start, Drawing.SmallLetters, bold: false);
        }

        foreach (var (ink, series) in plot.Series.Index())
            Line(plot, series, ink, Down, drawing);
        drawing.Y = top + Height;
        Periods(plot.Periods, drawing);
    }

    // The name of a line, how it is drawn, and its last figure.
    private static void Key(SeriesPlot plot, PlotSeries series, int ink, Drawing drawing, IStringLocalizer<Ui> texts)
    {
        var y = drawing.Y + 11;
        drawing.Path([(0, y), (28, y)], ink);
        drawing.Point(14, y, ink);
        var last = plot.Known(series).Select(i => (int?)i).LastOrDefault();
        drawing.Lines(36, Drawing.Width - 36, last is { } i ? $"{series.Name} ({plot.Periods[i]}: {plot.Shown(series.Values[i])})" : $"{series.Name}: {texts["Not available"]}");
    }

    private static void Line(SeriesPlot plot, PlotSeries series, int ink, Func<decimal, double> down, Drawing drawing)
    {
        var known = plot.Known(series).ToList();
        (double X, double Y) At(int i) => (Across(i, plot.Periods.Count), down(series.Values[i]!.Value));
        // Periods without a gap between them are one stretch.
        foreach (var stretch in known.Select((period, i) => (period, Stretch: period - i)).GroupBy(p => p.Stretch, p => p.period))
            if (stretch.Count() > 1)
                drawing.Path([.. stretch.Select(At)], ink);
        foreach (var i in known)
            drawing.Point(At(i).X, At(i).Y, ink, series.Values[i]);
    }

    // As many names as fit beside each other, counted back from the last.
    private static void Periods(IReadOnlyList<string> periods, Drawing drawing)
    {
        var widest = periods.Select(p => Drawing.WidthOf(p, Drawing.SmallLetters)).DefaultIfEmpty(1).Max() + 10;
        var every = Math.Max(1, (int)Math.Ceiling(widest * periods.Count / Drawing.Width));
        foreach (var (i, period) in periods.Index().Where(p => (periods.Count - 1 - p.Index) % every == 0))
        {
            var x = Across(i, periods.Count);
            var side = x < widest / 2 ? Side.Start : x > Drawing.Width - (widest / 2) ? Side.End : Side.Middle;
            drawing.Rule(x, drawing.Y, x, drawing.Y + 5);
            if (Bidi.HasUrdu(period))
                drawing.Words(side switch { Side.Start => 0, Side.End => Drawing.Width, _ => x }, drawing.Y + 20, period, side, Drawing.SmallLetters);
            else
                drawing.Number(side switch { Side.Start => 0, Side.End => Drawing.Width, _ => x }, drawing.Y + 20, period, side, Drawing.SmallLetters, bold: false);
        }

        drawing.Y += 28;
    }

    private static double Across(int period, int of) => of == 1 ? Drawing.Width / 2 : Inset + (period * (Drawing.Width - (2 * Inset)) / (of - 1));
}

/// <summary>A scale from zero to a round figure.</summary>
public readonly record struct Scale(decimal Top, decimal Step)
{
    private const int Steps = 4;

    private static readonly decimal[] Round = [1, 2, 2.5m, 5, 10];

    /// <summary>About four steps of 1, 2, 2.5 or 5 times a power of ten. Nothing at all has a scale to one.</summary>
    public static Scale For(decimal most)
    {
        if (most <= 0)
            return new(1, 1);
        var rough = most / Steps;
        var power = 1m;
        while (power * 10 <= rough)
            power *= 10;
        while (power > rough && power > 0.01m)
            power /= 10;
        var step = Round.Select(n => n * power).First(s => s >= rough || s == 10 * power);
        if (most >= Steps)
            step = Math.Ceiling(step);
        return new(Math.Ceiling(most / step) * step, step);
    }
}
