using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Care;
using TipSom.Domain.Cases;
using TipSom.Domain.Referrals;
using TipSom.Domain.Victims;

namespace TipSom.Data.Queries;

/// <summary>People who wait for those who work on their case, beside their needs. Names nobody.</summary>
public static class PeopleQueue
{
    /// <summary>
    /// In one read: who needs help again after care ended, until somebody takes it up, the longest wait first; and whose risk is due to be
    /// looked at again in an open case, the oldest first.
    /// </summary>
    public static async Task<PeopleWaiting> PeopleWaitingAsync(this TipSomDbContext db, DateOnly today, CancellationToken ct)
    {
        var help = (
                from f in db.FollowUps
                join a in db.ReferralAccess on f.ReferralId equals a.ReferralId
                where a.Side == Side.Sender && f.Answer == FollowUpAnswer.NeedsHelp && f.TakenUpAt == null
                orderby f.AnsweredAt, f.Id
                select new { IsReview = false, a.Referral.Number, Which = f.Days, a.Referral.Sex, a.Referral.IsChild, Level = 0, Day = f.DueOn, At = f.AnsweredAt })
            .Take(WorkQueue.MostShown);
        var reviews = (
                from v in db.Victims
                join c in db.Cases on v.CaseId equals c.Id
                // Row security leaves the cases one sees; a review is for those who work on them.
                where v.RiskReviewOn <= today && c.Status == CaseStatus.Open && db.CaseAccess.Any(a => a.CaseId == c.Id && a.Works)
                orderby v.RiskReviewOn, v.Id
                select new
                {
                    IsReview = true,
                    c.Number,
                    Which = v.Position,
                    v.Sex,
                    IsChild = v.Age.Years == null || v.Age.Years < Age.Majority,
                    Level = v.Risk == RiskLevel.High ? 3 : v.Risk == RiskLevel.Medium ? 2 : v.Risk == RiskLevel.Low ? 1 : 0,
                    Day = v.RiskReviewOn!.Value,
                    At = (DateTimeOffset?)c.UpdatedAt
                })
            .Take(WorkQueue.MostShown);
        var found = (await help.Concat(reviews).ToListAsync(ct)).ToLookup(p => p.IsReview);
        return new PeopleWaiting(
            [.. found[false].OrderBy(p => p.At).Select(p => new HelpRow(p.Number, p.Which, p.Sex, p.IsChild, p.At))],
            [.. found[true].OrderBy(p => p.Day).Select(p => new RiskReviewRow(p.Number, p.Which, p.Sex, p.IsChild, LevelOf(p.Level), p.Day))]);
    }

    // The two lists have no column of risk in common, so it goes through the database as a number.
    private static RiskLevel LevelOf(int level) => level switch
    {
        3 => RiskLevel.High,
        2 => RiskLevel.Medium,
        1 => RiskLevel.Low,
        _ => RiskLevel.NotAssessed
    };
}

/// <summary>Both lists.</summary>
public sealed record PeopleWaiting(IReadOnlyList<HelpRow> Help, IReadOnlyList<RiskReviewRow> Reviews);

/// <summary>Somebody who needs help again after care.</summary>
/// <param name="Number">The referral.</param>
/// <param name="Days">Of which question after care it was the answer.</param>
/// <param name="Sex">Sex.</param>
/// <param name="IsChild">Whether the person counts as a child.</param>
/// <param name="AnsweredAt">Since when it waits.</param>
public sealed record HelpRow(string Number, int Days, Sex Sex, bool IsChild, DateTimeOffset? AnsweredAt);

/// <summary>A risk that is due to be looked at again.</summary>
/// <param name="Number">The case.</param>
/// <param name="Position">Which person of the case.</param>
/// <param name="Sex">Sex.</param>
/// <param name="IsChild">Whether the person counts as a child.</param>
/// <param name="Risk">The risk as last judged.</param>
/// <param name="ReviewOn">The day of the review.</param>
public sealed record RiskReviewRow(string Number, int Position, Sex Sex, bool IsChild, RiskLevel Risk, DateOnly ReviewOn);
