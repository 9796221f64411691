using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Coordination;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Telling;
using TipSom.Domain.Victims;

namespace TipSom.Data.Queries;

/// <summary>The lines of a list behind a number of the board: what, from where to where, whose turn it is, and why it waits.</summary>
public static class BoardLines
{
    /// <summary>The lines in the order of the list, at most as many as asked for. Four statements whatever their number.</summary>
    public static async Task<IReadOnlyList<BoardLine>> BoardLinesAsync(
        this TipSomDbContext db, BoardList list, (DateTimeOffset At, Guid Id)? after, int take, CancellationToken ct)
    {
        var items = await db.ItemsAsync(list, after, take, ct);
        var sent = await ReferralsAsync(db, [.. items.Where(i => !i.IsNeed).Select(i => i.Id)], ct);
        var needs = await NeedsAsync(db, [.. items.Where(i => i.IsNeed).Select(i => i.Id)], ct);
        // A row that was settled between two statements is no longer there.
        return [.. items.Select(i => (i.IsNeed ? needs : sent).GetValueOrDefault(i.Id)).OfType<BoardLine>()];
    }

    private static async Task<Dictionary<Guid, BoardLine>> ReferralsAsync(TipSomDbContext db, Guid[] ids, CancellationToken ct)
    {
        if (ids.Length == 0)
            return [];
        var lines = await (
                from r in db.Referrals.AsNoTracking()
                join d in db.Districts on r.DistrictCode equals d.Code
                join f in db.Units on r.FromUnitId equals f.Id
                join t in db.Units on r.ToUnitId equals t.Id
                where ids.Contains(r.Id)
                select new BoardLine(
                    r.Id, false, r.Number, db.Cases.Where(c => c.Id == r.CaseId).Select(c => c.Number).FirstOrDefault(), r.Sex, r.IsChild,
                    r.Service, r.Urgency, d.NameEn, d.NameUr, d.ProvinceCode, f.NameEn, f.NameUr, t.NameEn, t.NameUr, r.Status, null,
                    r.StatusSince, r.SentAt, r.DueAt, r.DeclineReason))
            .ToListAsync(ct);
        var told = await db.Database.SqlQuery<Told>($"""
            select referral_id as "ReferralId", kind as "Kind", at as "At" from security.last_told({ids})
            """).ToDictionaryAsync(t => t.ReferralId, ct);
        return lines.ToDictionary(l => l.Id, l => told.TryGetValue(l.Id, out var t)
            ? l with { ToldKind = Enum.Parse<NotificationKind>(t.Kind), ToldAt = t.At }
            : l);
    }

    private static async Task<Dictionary<Guid, BoardLine>> NeedsAsync(TipSomDbContext db, Guid[] ids, CancellationToken ct)
    {
        if (ids.Length == 0)
            return [];
        // Everything tried for a need, of which the last counts: asked for only the last, the server would rank every referral there is.
        var rows = await (
                from u in db.UnplacedNeeds.AsNoTracking()
                join d in db.Districts on u.DistrictCode equals d.Code
                join f in db.Units on u.FromUnitId equals f.Id
                where ids.Contains(u.Id)
                select new
                {
                    Need = u,
                    Case = db.Cases.Where(c => c.Id == u.CaseId).Select(c => c.Number).FirstOrDefault(),
                    District = new { d.NameEn, d.NameUr, d.ProvinceCode },
                    From = new { f.NameEn, f.NameUr },
                    Tried = db.Referrals.Where(r => r.NeedId == u.NeedId)
                        .Select(r => new
                        {
                            r.Number,
                            r.Status,
                            r.StatusSince,
                            r.SentAt,
                            r.DeclineReason,
                            ToEn = db.Units.Where(t => t.Id == r.ToUnitId).Select(t => t.NameEn).FirstOrDefault(),
                            ToUr = db.Units.Where(t => t.Id == r.ToUnitId).Select(t => t.NameUr).FirstOrDefault()
                        })
                        .ToList()
                })
            .ToListAsync(ct);
        return rows.ToDictionary(r => r.Need.Id, r =>
        {
            var (u, last) = (r.Need, r.Tried.MaxBy(t => t.StatusSince));
            return new BoardLine(
                u.Id, true, last?.Number, r.Case, u.Sex, u.IsChild, u.Service, u.Urgency, r.District.NameEn, r.District.NameUr, r.District.ProvinceCode,
                r.From.NameEn, r.From.NameUr, last?.ToEn, last?.ToUr, last?.Status, u.Cause, u.Since, last?.SentAt, u.DueAt, last?.DeclineReason)
            {
                NeedsTurn = u.Turn
            };
        });
    }

    private sealed record Told(Guid ReferralId, string Kind, DateTimeOffset At);
}

/// <summary>A line of the list: a referral, or a need in no provider's hands with the last referral that was sent for it, if any.</summary>
public sealed record BoardLine(
    Guid Id, bool IsNeed, string? Number, string? CaseNumber, Sex Sex, bool IsChild, ServiceType Service, Urgency Urgency,
    string DistrictEn, string DistrictUr, string Province, string FromEn, string FromUr, string? ToEn, string? ToUr,
    ReferralStatus? Status, UnplacedCause? Cause, DateTimeOffset Since, DateTimeOffset? SentAt, DateTimeOffset? DueAt, DeclineReason? DeclineReason)
{
    /// <summary>What was said last to those whose turn it is; null where nothing was.</summary>
    public NotificationKind? ToldKind { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>Whose turn a need is; null for a referral.</summary>
    public Side? NeedsTurn { get; init; }

    /// <summary>Whose turn it is; null where nothing is owed.</summary>
    public Side? Turn => NeedsTurn ?? (Status is { } status ? ReferralLifecycle.TurnIn(status) : null);

    /// <summary>Whether its deadline has passed.</summary>
    public bool IsOverdue(DateTimeOffset now) => DueAt < now;
}
