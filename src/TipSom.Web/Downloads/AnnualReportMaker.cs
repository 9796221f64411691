using System.Globalization;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Reporting;
using TipSom.Domain;
using TipSom.Domain.Agencies;
using TipSom.Domain.Reporting;
using TipSom.Web.Pages.Statistics;
using TipSom.Web.Pages.Statistics.Reports;

namespace TipSom.Web.Downloads;

/// <summary>Makes the annual report. Who reads one agency's figures gets that agency's, whatever was chosen.</summary>
public sealed class AnnualReportMaker(TipSomDbContext db, IStringLocalizer<Ui> texts) : IDownloadMaker
{
    public DownloadKind Kind => DownloadKind.AnnualReport;

    /// <summary>What the page chooses, as the download keeps it.</summary>
    public static IReadOnlyDictionary<string, string> ChoicesOf(ReportYear year, Guid? authority, AgencyKind reported)
    {
        var choices = new Dictionary<string, string>
        {
            ["kind"] = $"{year.Kind}",
            ["year"] = year.Begins.ToString(CultureInfo.InvariantCulture),
            ["reported"] = $"{reported}"
        };
        if (authority is { } agency)
            choices["authority"] = $"{agency}";
        return choices;
    }

    public async Task<MadeFile> MakeAsync(DownloadRequest request, IProgress<(int Done, int Of)> progress, CancellationToken ct)
    {
        var year = new ReportYear(Enum.Parse<YearKind>(request.Choices["kind"]), int.Parse(request.Choices["year"], CultureInfo.InvariantCulture));
        var names = await FigureNames.LoadAsync(db, texts, ct);
        var report = await AnnualReport.LoadAsync(
            db, texts, names, year, ScopeOf(request), Enum.Parse<AgencyKind>(request.Choices["reported"]), PakistanTime.DayOf(request.AskedAt), ct);
        return ReportFile.Of(report ?? throw new RuleBrokenException(Download.CouldNotBeMade), request, texts, progress, ct);
    }

    /// <summary>Whose figures a file holds: what a national reader chose, and of everybody else the own agency's.</summary>
    public static Guid? ScopeOf(DownloadRequest request) =>
        !StatisticsPageModel.ReadsTheCountry(request.Role) ? request.By.AgencyId
        : request.Choices.TryGetValue("authority", out var agency) ? Guid.Parse(agency) : null;
}
