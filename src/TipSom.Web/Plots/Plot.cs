using System.Globalization;
using Microsoft.Extensions.Localization;
using TipSom.Web.Localisation;
using TipSom.Web.Tables;

namespace TipSom.Web.Plots;

/// <summary>Figures as a picture. The same figures as a table are always beside it, since not everybody sees a picture.</summary>
/// <param name="Title">What it shows, in the language of the page.</param>
public abstract record Plot(string Title)
{
    /// <summary>Definitions, source and day of the figures.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The main figures in one sentence, for who does not see the picture.</summary>
    public abstract string Describe(IStringLocalizer<Ui> texts);

    /// <summary>The figures as a table.</summary>
    public FigureTable ToTable(IStringLocalizer<Ui> texts)
    {
        var table = Tabulate(texts);
        return table with { Notes = table.HasGaps ? [.. Notes, texts["An empty cell is a figure that is not available, which is not zero."]] : Notes };
    }

    protected abstract FigureTable Tabulate(IStringLocalizer<Ui> texts);

    internal abstract void PaintOn(Drawing drawing, IStringLocalizer<Ui> texts);

    /// <summary>Figures one after the other, as in "Women: 15,255; men: 9,581".</summary>
    protected static string Listed(IStringLocalizer<Ui> texts, IEnumerable<(string Label, string? Value)> figures) =>
        string.Join(Cultures.IsUrdu(CultureInfo.CurrentUICulture) ? "؛ " : "; ", figures.Select(f => $"{Bidi.Isolated(f.Label)}: {f.Value ?? texts["Not available"]}"));
}

/// <summary>A part, a step or a bucket: its name and how many; null where that is not available.</summary>
public sealed record PlotPart(string Label, int? Value);
