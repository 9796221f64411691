using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain;
using TipSom.Domain.Reporting;
using TipSom.Web.Filters;

namespace TipSom.Web.Pages.Downloads;

/// <summary>A page on one download. Row security shows nobody that of another.</summary>
public abstract class DownloadPageModel(TipSomDbContext db, TimeProvider clock) : RecordPageModel
{
    [FromRoute]
    public string Number { get; init; } = "";

    public DownloadView Download { get; private set; } = null!;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public DownloadStatus Status => Download.StatusAt(Now);

    protected TipSomDbContext Db => db;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (!RecordNumber.TryParse(Number, RecordNumber.DownloadPrefix, out var number)
            || await db.Downloads.Where(d => d.Number == number).Select(DownloadView.Row).SingleOrDefaultAsync(ct) is not { } found)
            return NotFound();
        Download = found;
        return null;
    }

    /// <summary>The record itself, with the file where there is one.</summary>
    protected Task<Download> RecordAsync(CancellationToken ct) => db.Downloads.SingleAsync(d => d.Number == Download.Number, ct);
}
