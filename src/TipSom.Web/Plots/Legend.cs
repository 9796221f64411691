namespace TipSom.Web.Plots;

/// <summary>Names of inks, a line each.</summary>
internal static class Legend
{
    private const double Indent = 22;

    public static void Of(Drawing drawing, IReadOnlyList<string> names)
    {
        foreach (var (i, name) in names.Index())
        {
            drawing.Swatch(0, drawing.Y + 3, i);
            drawing.Lines(Indent, Drawing.Width - Indent, name);
        }

        drawing.Y += 8;
    }

    /// <summary>A name with its figure at the far side.</summary>
    public static void Line(Drawing drawing, int ink, string name, string? figure, string missing)
    {
        var (top, shown) = (drawing.Y, figure ?? missing);
        drawing.Swatch(0, top + 4, ink);
        if (figure is null)
            drawing.Words(Drawing.Width, top + Drawing.LineHeight - 4, missing, Side.End, soft: true);
        else
            drawing.Number(Drawing.Width, top + Drawing.LineHeight - 4, figure, Side.End);
        drawing.Lines(Indent, Drawing.Width - Indent - Drawing.WidthOf(shown) - 8, name);
        drawing.Y += 5;
    }
}
