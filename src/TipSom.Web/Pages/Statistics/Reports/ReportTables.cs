using Microsoft.Extensions.Localization;
using TipSom.Domain.Reporting;
using TipSom.Web.Localisation;
using TipSom.Web.Tables;

namespace TipSom.Web.Pages.Statistics.Reports;

/// <summary>Tables that reports have in common.</summary>
public static class ReportTables
{
    /// <summary>Stands where nothing is to be said, which is not a figure that is missing.</summary>
    public static TableCell None => "–";

    public static FigureTable Definitions(IStringLocalizer<Ui> texts) => new(
        texts["Definitions and method"], [texts["Figure"], texts["What it counts"]],
        [.. Enum.GetValues<NationalIndicator>().Select(i => (IReadOnlyList<TableCell>)[texts[FigureLabels.Of(i)].Value, texts[FigureLabels.Meaning(i)].Value])]);

    /// <summary>Sources of a period beside each other, never added; the difference is of the first two.</summary>
    public static FigureTable SideBySide(
        string title, IEnumerable<NationalIndicator> indicators, IReadOnlyList<(string Name, FigureSet Figures)> sources, FigureSet returns, FigureSet records, IStringLocalizer<Ui> texts) => new(
        title, [texts["Figure"], .. sources.Select(s => s.Name), texts["Difference"]],
        [
            .. indicators.SelectMany(FigureCell.CellsOf).Where(c => c.Category == FigureCell.Total || sources.Any(s => s.Figures[c] is not null))
                .Select(c => (IReadOnlyList<TableCell>)[ReturnLabels.Of(c, texts), .. sources.Select(s => (TableCell)s.Figures[c]), returns[c] - records[c] is { } difference ? difference : None])
        ]);
}
