using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Cases;

namespace TipSom.Data.Queries;

/// <summary>Time limits of the law that come near or have passed in the cases somebody works on. Names nobody.</summary>
public static class LegalQueue
{
    /// <summary>Rows shown.</summary>
    public const int MostShown = 25;

    /// <summary>Those that run and of which people are to be reminded, the earliest limit first.</summary>
    public static Task<List<LegalDeadlineRow>> LegalDeadlinesAsync(this TipSomDbContext db, DateTimeOffset now, CancellationToken ct) => (
            from d in db.LegalDeadlines.AsNoTracking()
            join c in db.Cases on d.CaseId equals c.Id
            join k in db.LegalClocks on d.ClockCode equals k.Code
            // Row security leaves the cases one sees; a reminder is for those who work on them.
            join a in db.CaseAccess on d.CaseId equals a.CaseId
            where d.MetAt == null && d.RemindAt <= now && a.Works && c.Status == CaseStatus.Open
            orderby d.DueAt, d.Id
            select new LegalDeadlineRow(c.Number, k.TextEn, k.TextUr, d.DueAt, k.Hours == 0))
        .Take(MostShown).ToListAsync(ct);
}

/// <summary>One time limit of one case.</summary>
/// <param name="CaseNumber">The case.</param>
/// <param name="TextEn">What must be done, in English.</param>
/// <param name="TextUr">What must be done, in Urdu.</param>
/// <param name="DueAt">From when it is late.</param>
/// <param name="IsWithoutDelay">Whether the law gives no time at all.</param>
public sealed record LegalDeadlineRow(string CaseNumber, string TextEn, string TextUr, DateTimeOffset DueAt, bool IsWithoutDelay);
