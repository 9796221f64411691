using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Cases;
using TipSom.Domain.Victims;

namespace TipSom.Data.Queries;

/// <summary>Risks that are to be looked at again. Row security leaves those of cases the reader sees; a review is for those who work on them.</summary>
public static class RiskReviews
{
    /// <summary>The reviews of open cases that are due today or overdue, the oldest first.</summary>
    public static Task<List<RiskReviewRow>> RiskReviewsDueAsync(this TipSomDbContext db, DateOnly today, CancellationToken ct) => (
            from v in db.Victims
            join c in db.Cases on v.CaseId equals c.Id
            where v.RiskReviewOn <= today && c.Status == CaseStatus.Open && db.CaseAccess.Any(a => a.CaseId == c.Id && a.Works)
            orderby v.RiskReviewOn, v.Id
            select new RiskReviewRow(c.Number, v.Position, v.Sex, v.Age, v.Risk, v.RiskReviewOn!.Value))
        .Take(WorkQueue.MostShown).ToListAsync(ct);
}

/// <summary>A risk that is due to be looked at again. Names nobody.</summary>
/// <param name="Number">The case.</param>
/// <param name="Position">Which person of the case.</param>
/// <param name="Sex">Sex.</param>
/// <param name="Age">Age.</param>
/// <param name="Risk">The risk as last judged.</param>
/// <param name="ReviewOn">The day of the review.</param>
public sealed record RiskReviewRow(string Number, int Position, Sex Sex, Age Age, RiskLevel Risk, DateOnly ReviewOn);
