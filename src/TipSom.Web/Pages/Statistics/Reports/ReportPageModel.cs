using Microsoft.AspNetCore.Mvc;
using TipSom.Domain.Reporting;
using TipSom.Web.Downloads;
using TipSom.Web.Filters;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Statistics.Reports;

/// <summary>A report to be read and printed, and asked for as a file.</summary>
public abstract class ReportPageModel(CurrentUser user, PortalTime time, DownloadDesk desk) : StatisticsPageModel(user, time), IShowsRecord
{
    /// <summary>How the file is written that is asked for: a workbook, or lines of text.</summary>
    [BindProperty]
    public DownloadFormat Format { get; set; }

    /// <summary>What is shown; null where nothing was chosen yet.</summary>
    public Report? Report { get; protected set; }

    public abstract Task<IActionResult?> LoadAsync(CancellationToken ct);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Format is not (DownloadFormat.Csv or DownloadFormat.Xlsx))
            return BadRequest();
        if (await LoadAsync(ct) is { } instead)
            return instead;
        if (Report is null)
            return NotFound();
        var (kind, period, choices) = Asked();
        return LocalRedirect($"/downloads/{await desk.AskAsync(kind, period, choices, Format, ct)}");
    }

    /// <summary>What file is asked for: its kind, its period, and what was chosen beside.</summary>
    protected abstract (DownloadKind Kind, string Period, IReadOnlyDictionary<string, string> Choices) Asked();
}
