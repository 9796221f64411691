using Microsoft.EntityFrameworkCore;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Cases;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Data.Queries;

/// <summary>What a person has to do next, and what others owe. Read from the indexes of the access tables, a bounded number of rows each.</summary>
public static class WorkQueue
{
    /// <summary>Rows shown of each list.</summary>
    public const int MostShown = 25;

    /// <summary>An open case nobody has touched for longer is found in the list of cases, not here.</summary>
    public static readonly TimeSpan CasesGoQuietAfter = TimeSpan.FromDays(60);

    // Urgency is not in the index: the earliest deadlines are read by it and then put in order.
    private const int MostReferrals = 200;
    private const int MostCases = 500;

    /// <summary>The queue of those who work on cases: declined, unanswered, late or not yet sent; and what providers still owe in time.</summary>
    public static async Task<Work> SendersWorkAsync(this TipSomDbContext db, DateTimeOffset now, CancellationToken ct)
    {
        var tomorrow = PakistanTime.EndOfDay(now);
        var open = db.ReferralAccess.AsNoTracking().Where(a => a.Side == Side.Sender && !a.IsSettled && a.Status != ReferralStatus.InCare);
        var due = await SentAsync(db, open.Where(a =>
            a.DueAt < now || a.Status == ReferralStatus.Declined || (a.Status == ReferralStatus.Accepted && a.DueAt < tomorrow)), MostReferrals, ct);
        var waiting = await SentAsync(db, open.Where(a =>
            a.DueAt >= now && a.Status != ReferralStatus.Declined && (a.Status != ReferralStatus.Accepted || a.DueAt >= tomorrow)), MostShown + 1, ct);
        var unplaced = await UnplacedAsync(db, now, ct);
        return Work.Of([.. due.Select(i => i with { Kind = KindOf(i, now) }), .. unplaced], waiting);
    }

    /// <summary>The queue of those who answer: referrals to answer and arrivals due; and arrivals still to come.</summary>
    public static async Task<Work> ProvidersWorkAsync(this TipSomDbContext db, DateTimeOffset now, CancellationToken ct)
    {
        var tomorrow = PakistanTime.EndOfDay(now);
        var open = db.ReferralAccess.AsNoTracking().Where(a =>
            a.Side == Side.Recipient && !a.IsSettled
            && (a.Status == ReferralStatus.Sent || a.Status == ReferralStatus.Seen || a.Status == ReferralStatus.Accepted));
        var mine = await ReceivedAsync(db, open.Where(a => a.Status != ReferralStatus.Accepted || a.DueAt < tomorrow), MostReferrals, ct);
        var later = await ReceivedAsync(db, open.Where(a => a.Status == ReferralStatus.Accepted && a.DueAt >= tomorrow), MostShown + 1, ct);
        return Work.Of(
            [.. mine.Select(i => i with { Kind = i.Status == ReferralStatus.Accepted ? WorkKind.ConfirmArrival : WorkKind.Answer })], later);
    }

    private static WorkKind KindOf(WorkItem item, DateTimeOffset now) => item.Status switch
    {
        ReferralStatus.Declined => WorkKind.ChooseAnother,
        ReferralStatus.Accepted => item.DueAt < now ? WorkKind.ArrivalLate : WorkKind.ArrivalToday,
        _ => WorkKind.CallProvider
    };

    private static Task<List<WorkItem>> SentAsync(TipSomDbContext db, IQueryable<ReferralAccess> rows, int take, CancellationToken ct) =>
        (
            from a in rows.OrderBy(a => a.DueAt).ThenBy(a => a.ReferralId).Take(take)
            join c in db.Cases on a.Referral.CaseId equals c.Id
            join v in db.Victims on a.Referral.VictimId equals v.Id
            join u in db.Units on a.Referral.ToUnitId equals u.Id
            select new WorkItem(
                WorkKind.Wait, c.Number, a.Referral.Number, v.Position, a.Referral.NeedId, a.Referral.Service, a.Referral.Urgency,
                a.Referral.Sex, a.Referral.IsChild, a.Status, a.StatusSince, a.DueAt, u.NameEn, u.NameUr, u.Phone))
        .ToListAsync(ct);

    private static Task<List<WorkItem>> ReceivedAsync(TipSomDbContext db, IQueryable<ReferralAccess> rows, int take, CancellationToken ct) =>
        (
            from a in rows.OrderBy(a => a.DueAt).ThenBy(a => a.ReferralId).Take(take)
            join u in db.Units on a.Referral.FromUnitId equals u.Id
            select new WorkItem(
                WorkKind.Wait, null, a.Referral.Number, null, a.Referral.NeedId, a.Referral.Service, a.Referral.Urgency,
                a.Referral.Sex, a.Referral.IsChild, a.Status, a.StatusSince, a.DueAt, u.NameEn, u.NameUr, u.Phone))
        .ToListAsync(ct);

    // A need is in nobody's hands when it was never sent, or when what was sent was taken back for a reason that leaves the need standing.
    // A declined one is in the queue by its referral. Who refused or took back consent is not asked again by a machine.
    private static async Task<IReadOnlyList<WorkItem>> UnplacedAsync(TipSomDbContext db, DateTimeOffset now, CancellationToken ct)
    {
        var since = now - CasesGoQuietAfter;
        var cases = db.CaseAccess.AsNoTracking().Where(a => a.Status == CaseStatus.Open && a.UpdatedAt > since)
            .OrderByDescending(a => a.UpdatedAt).Take(MostCases);
        var needs = await (
                from a in cases
                join c in db.Cases on a.CaseId equals c.Id
                join v in db.Victims on c.Id equals v.CaseId
                join n in db.Needs on v.Id equals n.VictimId
                where !db.Referrals.Any(r =>
                    r.CaseId == c.Id && r.NeedId == n.Id
                    && !(r.Status == ReferralStatus.Withdrawn
                        && (r.WithdrawReason == WithdrawReason.Safety || r.WithdrawReason == WithdrawReason.SentByMistake))
                    && !(r.Status == ReferralStatus.Declined && db.ReferralAccess.Any(s => s.ReferralId == r.Id && s.IsSettled)))
                select new
                {
                    c.Number,
                    v.Position,
                    VictimId = v.Id,
                    n.Id,
                    n.Service,
                    n.Urgency,
                    v.Sex,
                    IsChild = v.Age.Years == null || v.Age.Years < Age.Majority,
                    c.LoggedAt
                })
            .ToListAsync(ct);
        // Asked apart, for these people only: in the same statement the server would rank every consent there is.
        var people = needs.Select(n => n.VictimId).Distinct().ToList();
        var consents = people.Count == 0 ? [] : await db.Consents.AsNoTracking().Where(k => people.Contains(k.VictimId)).ToListAsync(ct);
        var latest = consents.GroupBy(k => k.VictimId).ToDictionary(g => g.Key, g => g.MaxBy(k => k.GivenAt)!);
        return
        [
            .. from need in needs
               let consent = latest.GetValueOrDefault(need.VictimId)
               where consent is null or { IsGiven: true, WithdrawnAt: null }
               select new WorkItem(
                   consent?.IsInForce(now) == true ? WorkKind.ChooseProvider : WorkKind.RecordConsent,
                   need.Number, null, need.Position, need.Id, need.Service, need.Urgency, need.Sex, need.IsChild, null, need.LoggedAt,
                   null, null, null, null)
        ];
    }
}

/// <summary>The one thing to do about a row of the queue.</summary>
public enum WorkKind
{
    /// <summary>Declined: choose another provider.</summary>
    ChooseAnother,

    /// <summary>No answer in time: call the provider.</summary>
    CallProvider,

    /// <summary>Accepted, and the person has not arrived in time.</summary>
    ArrivalLate,

    /// <summary>Accepted, and the person is to arrive today.</summary>
    ArrivalToday,

    /// <summary>A need that cannot be sent yet: record consent.</summary>
    RecordConsent,

    /// <summary>A need that can be sent: choose a provider.</summary>
    ChooseProvider,

    /// <summary>The provider owes an answer.</summary>
    Answer,

    /// <summary>The provider awaits the person today, or did before.</summary>
    ConfirmArrival,

    /// <summary>Somebody else's turn, and in time.</summary>
    Wait
}

/// <summary>One row of the queue. Names nobody.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="CaseNumber">The case; null for a provider, who does not see it.</param>
/// <param name="ReferralNumber">The referral; null where none was sent.</param>
/// <param name="Position">Which person of the case.</param>
/// <param name="NeedId">The need.</param>
/// <param name="Service">What is needed.</param>
/// <param name="Urgency">How soon.</param>
/// <param name="Sex">Sex.</param>
/// <param name="IsChild">Whether the person counts as a child.</param>
/// <param name="Status">Where the referral stands.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="DueAt">Until when, where a clock runs.</param>
/// <param name="UnitEn">The unit of the other side, in English.</param>
/// <param name="UnitUr">The unit of the other side, in Urdu.</param>
/// <param name="Phone">Duty telephone of that unit.</param>
public sealed record WorkItem(
    WorkKind Kind, string? CaseNumber, string? ReferralNumber, int? Position, Guid NeedId, ServiceType Service, Urgency Urgency,
    Sex Sex, bool IsChild, ReferralStatus? Status, DateTimeOffset Since, DateTimeOffset? DueAt, string? UnitEn, string? UnitUr, string? Phone);

/// <summary>Both lists, cut to <see cref="WorkQueue.MostShown"/>.</summary>
public sealed record Work(IReadOnlyList<WorkItem> Now, bool MoreNow, IReadOnlyList<WorkItem> Waiting, bool MoreWaiting)
{
    /// <summary>By urgency, then by deadline or the time already waited.</summary>
    public static Work Of(IReadOnlyList<WorkItem> now, IReadOnlyList<WorkItem> waiting) => new(
        [.. now.OrderBy(i => i.Urgency).ThenBy(i => i.DueAt ?? i.Since).Take(WorkQueue.MostShown)], now.Count > WorkQueue.MostShown,
        [.. waiting.Take(WorkQueue.MostShown)], waiting.Count > WorkQueue.MostShown);
}
