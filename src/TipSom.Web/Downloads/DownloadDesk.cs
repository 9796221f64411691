using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain;
using TipSom.Domain.Reporting;
using TipSom.Web.Security;

namespace TipSom.Web.Downloads;

/// <summary>Where the pages of reports ask for files.</summary>
public sealed class DownloadDesk(TipSomDbContext db, CurrentUser user, IEnumerable<IDownloadMaker> makers, TimeProvider clock)
{
    /// <summary>Asks for a file in the language of the request; its number. What the person may not have is refused with a sentence.</summary>
    /// <param name="kind">What it holds.</param>
    /// <param name="period">Of which period: a code such as 2020-21.</param>
    /// <param name="choices">What was chosen beside: codes, never words of a person.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="ct">Ends the request.</param>
    public async Task<string> AskAsync(
        DownloadKind kind, string period, IReadOnlyDictionary<string, string> choices, DownloadFormat format, CancellationToken ct)
    {
        if (!makers.Any(m => m.Kind == kind))
            throw new InvalidOperationException($"Nobody makes {kind}.");
        var now = clock.GetUtcNow();
        var today = PakistanTime.MomentOf(PakistanTime.DayOf(now), TimeOnly.MinValue);
        var earlier = await db.Downloads.Where(d => d.UserId == user.Id)
            .Where(d => d.AskedAt >= today || d.Status == DownloadStatus.Waiting || d.Status == DownloadStatus.Running)
            .Select(d => new { d.Kind, d.Status, d.AskedAt }).ToListAsync(ct);
        var download = Download.Ask(
            FreeNumbers.Candidates(RecordNumber.DownloadPrefix, now)[0], kind, period, choices, format, CultureInfo.CurrentUICulture.Name, user.Actor, user.Role,
            earlier.Exists(d => d.Kind == kind && d.Status.IsUnfinished()), earlier.Count(d => d.AskedAt >= today), now);
        db.Add(download);
        await db.SaveChangesAsync(ct);
        return download.Number;
    }
}
