using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.Web.Downloads;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Statistics.Reports;

/// <summary>The annual report, for paper: the headline, the sources side by side, law enforcement, who reported, and where services fail.</summary>
[RequirePermission(Permission.ReadStatistics)]
public sealed class AnnualModel(TipSomDbContext db, CurrentUser user, PortalTime time, DownloadDesk desk, IStringLocalizer<Ui> texts) : ReportPageModel(user, time, desk)
{
    /// <summary>Whose returns and published figures stand beside the records of the country.</summary>
    [BindProperty(SupportsGet = true)]
    public AgencyKind Reported { get; set; } = AgencyKind.Police;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (!IndexModel.Reporting.Contains(Reported))
            Reported = AgencyKind.Police;
        Names = await FigureNames.LoadAsync(db, texts, ct);
        Report = await AnnualReport.LoadAsync(db, texts, Names, Shown, Scope, Reported, Today, ct);
        return Report is null ? NotFound() : null;
    }

    protected override (DownloadKind Kind, string Period, IReadOnlyDictionary<string, string> Choices) Asked() =>
        (DownloadKind.AnnualReport, Shown.Name, AnnualReportMaker.ChoicesOf(Shown, IsNational ? Authority : null, Reported));
}
