using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Reporting;
using TipSom.Domain;
using TipSom.Domain.Reporting;
using TipSom.Web.Pages.Statistics;
using TipSom.Web.Pages.Statistics.Reports;

namespace TipSom.Web.Downloads;

/// <summary>Makes the monthly report of a district committee.</summary>
public sealed class DistrictReportMaker(TipSomDbContext db, IStringLocalizer<Ui> texts) : IDownloadMaker
{
    public DownloadKind Kind => DownloadKind.DistrictReport;

    /// <summary>What the page chooses, as the download keeps it.</summary>
    public static IReadOnlyDictionary<string, string> ChoicesOf(string district, ReportPeriod month, Guid? authority)
    {
        var choices = new Dictionary<string, string> { ["district"] = district, ["month"] = month.Name };
        if (authority is { } agency)
            choices["authority"] = $"{agency}";
        return choices;
    }

    public async Task<MadeFile> MakeAsync(DownloadRequest request, IProgress<(int Done, int Of)> progress, CancellationToken ct)
    {
        if (ReportPeriod.Parse(request.Choices.GetValueOrDefault("month", "")) is not { Kind: PeriodKind.Month } month)
            throw new RuleBrokenException(Download.CouldNotBeMade);
        var names = await FigureNames.LoadAsync(db, texts, ct, withDistricts: true);
        var report = await DistrictReport.LoadAsync(
            db, texts, names, request.Choices["district"], month, AnnualReportMaker.ScopeOf(request), PakistanTime.DayOf(request.AskedAt), ct);
        return ReportFile.Of(report ?? throw new RuleBrokenException(Download.CouldNotBeMade), request, texts, progress, ct);
    }
}
