using System.Globalization;
using Microsoft.Extensions.Localization;
using TipSom.Domain.Reporting;
using TipSom.Web.Tables;

namespace TipSom.Web.Localisation;

/// <summary>The words of returns: their periods, how far they are, and their cells.</summary>
public static class ReturnLabels
{
    public static string Of(PeriodKind kind) => kind switch
    {
        PeriodKind.Month => "Month",
        PeriodKind.Quarter => "Quarter",
        PeriodKind.Year => "Year"
    };

    public static string Of(ReturnStatus status) => status switch
    {
        ReturnStatus.Draft => "Draft",
        ReturnStatus.SignedOff => "Signed",
        ReturnStatus.Superseded => "Corrected since"
    };

    /// <summary>What of the indicator a cell counts, such as women, or everybody.</summary>
    public static string OfCategory(FigureCell cell, IStringLocalizer<Ui> texts)
    {
        if (Enum.TryParse<PersonGroup>(cell.Category, out var group))
            return texts[FigureLabels.Of(group)];
        var parts = cell.Category.Split('-');
        return parts.Length == 2
            ? FigureLabels.Of(Enum.Parse<LawOfCount>(parts[0]), Enum.Parse<KindOfCount>(parts[1]), texts)
            : texts["Total"];
    }

    /// <summary>The whole of a cell in words.</summary>
    public static string Of(FigureCell cell, IStringLocalizer<Ui> texts) => cell.Category == FigureCell.Total
        ? texts[FigureLabels.Of(cell.Indicator)]
        : $"{texts[FigureLabels.Of(cell.Indicator)]} · {OfCategory(cell, texts)}";

    /// <summary>What does not fit, as a sentence.</summary>
    public static string Of(FigureProblem problem, IStringLocalizer<Ui> texts) =>
        problem.Number is { } number ? texts[problem.Sentence, FigureText.Of(number)] : texts[problem.Sentence];

    /// <summary>October 2026; July – September 2026; 2026.</summary>
    public static string Of(ReportPeriod period)
    {
        var culture = CultureInfo.CurrentCulture;
        if (period.Kind == PeriodKind.Month)
            return period.From.ToString("MMMM yyyy", culture);
        if (period is { Kind: PeriodKind.Year, From.Month: 1 })
            return period.From.ToString("yyyy", CultureInfo.InvariantCulture);
        return $"{period.From.ToString(period.From.Year == period.To.Year ? "MMMM" : "MMMM yyyy", culture)} – {period.To.ToString("MMMM yyyy", culture)}";
    }
}
