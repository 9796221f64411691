using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.Web.Downloads;
using TipSom.Web.Localisation;
using TipSom.Web.Pages.Cases;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Statistics.Reports;

/// <summary>The monthly report of a district committee, for paper: its signed return beside the case records of the district.</summary>
[RequirePermission(Permission.ReadStatistics)]
public sealed class DistrictModel(TipSomDbContext db, CurrentUser user, PortalTime time, DownloadDesk desk, IStringLocalizer<Ui> texts) : ReportPageModel(user, time, desk)
{
    /// <summary>Code of the district; none is that of the reader's own unit.</summary>
    [BindProperty(SupportsGet = true)]
    public string? District { get; set; }

    /// <summary>From 1 to 12; none is the last month that ended.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Month { get; set; }

    public IReadOnlyList<Choice> Districts { get; private set; } = [];

    public static IEnumerable<Choice> Months => Enumerable.Range(1, 12).Select(m => new Choice($"{m}", new DateOnly(2000, m, 1).ToString("MMMM", CultureInfo.CurrentCulture)));

    /// <summary>The month that is shown; one to come reads as the last that ended. Of the present one there are records already.</summary>
    private ReportPeriod Period
    {
        get
        {
            var last = ReportPeriod.Of(PeriodKind.Month, Today).Before;
            var (year, month) = (Year ?? last.From.Year, Month ?? last.From.Month);
            if (month is < 1 or > 12 || year < FirstYear || year > Today.Year)
                return last;
            var asked = ReportPeriod.Beginning(PeriodKind.Month, year, month);
            return asked.From > Today ? last : asked;
        }
    }

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        var month = Period;
        (Year, Month) = (month.From.Year, month.From.Month);
        Districts = await db.DistrictChoicesAsync(ct, District);
        if (string.IsNullOrEmpty(District))
            District = await db.Units.Where(u => u.Id == Reader.UnitId).Select(u => u.DistrictCode).SingleOrDefaultAsync(ct);
        if (District is null)
            return null;
        Names = await FigureNames.LoadAsync(db, texts, ct, withDistricts: true);
        Report = await DistrictReport.LoadAsync(db, texts, Names, District, month, Scope, Today, ct);
        return Report is null ? NotFound() : null;
    }

    protected override (DownloadKind Kind, string Period, IReadOnlyDictionary<string, string> Choices) Asked() =>
        (DownloadKind.DistrictReport, $"{Period.Name} {District}", DistrictReportMaker.ChoicesOf(District!, Period, IsNational ? Authority : null));
}
