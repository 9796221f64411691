using Microsoft.EntityFrameworkCore;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Coordination;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Data.Queries;

/// <summary>What a person has to do next, and what others owe. Read from the indexes of the access tables, a bounded number of rows each.</summary>
public static class WorkQueue
{
    /// <summary>Rows shown of each list.</summary>
    public const int MostShown = 25;

    // Urgency is not in the index: the earliest deadlines are read by it and then put in order.
    private const int MostReferrals = 200;
    private const int MostUnplaced = 500;

    /// <summary>The queue of those who work on cases: unplaced needs, questions to answer, what is late or due today; and what others still owe in time.</summary>
    public static async Task<Work> SendersWorkAsync(this TipSomDbContext db, Guid agency, DateTimeOffset now, CancellationToken ct)
    {
        var tomorrow = PakistanTime.EndOfDay(now);
        // Declined ones are in the queue by their need.
        var open = db.ReferralAccess.AsNoTracking().Where(a => a.Side == Side.Sender && !a.IsSettled
            && a.Status != ReferralStatus.InCare && a.Status != ReferralStatus.Declined && a.Status != ReferralStatus.DeclineConfirmed);
        var due = open.Where(a =>
            a.DueAt < now || a.Status == ReferralStatus.InformationRequested || (a.Status == ReferralStatus.Accepted && a.DueAt < tomorrow));
        var later = open.Where(a =>
            a.DueAt >= now && a.Status != ReferralStatus.InformationRequested && (a.Status != ReferralStatus.Accepted || a.DueAt >= tomorrow));
        // Both lists in one statement, each from the index and cut there.
        var sent = (await SentAsync(db, Earliest(due, MostReferrals).Concat(Earliest(later, MostShown + 1)), ct))
            .ToLookup(i => i.DueAt < now || i.Status == ReferralStatus.InformationRequested || (i.Status == ReferralStatus.Accepted && i.DueAt < tomorrow));
        var unplaced = await UnplacedAsync(db, agency, now, ct);
        return Work.Of(
            [.. sent[true].Select(i => i with { Kind = KindOf(i, now) }), .. unplaced.Where(i => i.Kind != WorkKind.WaitForDesk)],
            [.. unplaced.Where(i => i.Kind == WorkKind.WaitForDesk), .. sent[false].OrderBy(i => i.DueAt)]);
    }

    /// <summary>The queue of the national desk: needs to place, declines and overrides to review.</summary>
    public static async Task<Work> DesksWorkAsync(this TipSomDbContext db, CancellationToken ct)
    {
        var toPlace = await (
                from n in db.UnplacedNeeds.AsNoTracking()
                join u in db.Units on n.FromUnitId equals u.Id
                where n.SettledAt == null && n.Turn == Side.National
                orderby n.DueAt, n.Id
                select new WorkItem(
                    WorkKind.PlaceNeed, null, null, null, n.Id, n.Service, n.Urgency, n.Sex, n.IsChild, null, n.Cause, n.Since, n.DueAt,
                    u.NameEn, u.NameUr, u.Phone))
            .Take(MostReferrals).ToListAsync(ct);
        var declined = await ReceivedAsync(
            db, db.ReferralAccess.AsNoTracking().Where(a => a.Side == Side.National && !a.IsSettled && a.Status == ReferralStatus.Declined), MostReferrals, ct);
        var overridden = await (
                from r in db.Referrals.AsNoTracking()
                join u in db.Units on r.FromUnitId equals u.Id
                where r.OverrideReason != null && !db.OverrideReviews.Any(o => o.ReferralId == r.Id)
                orderby r.SentAt
                select new WorkItem(
                    WorkKind.ReviewOverride, null, r.Number, null, r.NeedId, r.Service, r.Urgency, r.Sex, r.IsChild, r.Status, null, r.SentAt, null,
                    u.NameEn, u.NameUr, u.Phone))
            .Take(MostReferrals).ToListAsync(ct);
        return Work.Of(
        [
            .. toPlace,
            .. declined.Select(i => i with { Kind = WorkKind.ReviewDecline }),
            .. overridden
        ], []);
    }

    /// <summary>The queue of those who answer: referrals to answer and arrivals due; and arrivals still to come.</summary>
    public static async Task<Work> ProvidersWorkAsync(this TipSomDbContext db, DateTimeOffset now, CancellationToken ct)
    {
        var tomorrow = PakistanTime.EndOfDay(now);
        var open = db.ReferralAccess.AsNoTracking().Where(a =>
            a.Side == Side.Recipient && !a.IsSettled
            && (a.Status == ReferralStatus.Sent || a.Status == ReferralStatus.Seen || a.Status == ReferralStatus.InformationRequested
                || a.Status == ReferralStatus.Accepted));
        var mine = await ReceivedAsync(db, open.Where(a =>
            a.Status == ReferralStatus.Sent || a.Status == ReferralStatus.Seen || (a.Status == ReferralStatus.Accepted && a.DueAt < tomorrow)), MostReferrals, ct);
        var later = await ReceivedAsync(db, open.Where(a =>
            a.Status == ReferralStatus.InformationRequested || (a.Status == ReferralStatus.Accepted && a.DueAt >= tomorrow)), MostShown + 1, ct);
        return Work.Of(
            [.. mine.Select(i => i with { Kind = i.Status == ReferralStatus.Accepted ? WorkKind.ConfirmArrival : WorkKind.Answer })], later);
    }

    private static WorkKind KindOf(WorkItem item, DateTimeOffset now) => item.Status switch
    {
        ReferralStatus.InformationRequested => WorkKind.GiveInformation,
        ReferralStatus.Accepted => item.DueAt < now ? WorkKind.ArrivalLate : WorkKind.ArrivalToday,
        _ => WorkKind.CallProvider
    };

    private static IQueryable<ReferralAccess> Earliest(IQueryable<ReferralAccess> rows, int most) =>
        rows.OrderBy(a => a.DueAt).ThenBy(a => a.ReferralId).Take(most);

    private static Task<List<WorkItem>> SentAsync(TipSomDbContext db, IQueryable<ReferralAccess> rows, CancellationToken ct) =>
        (
            from a in rows
            join c in db.Cases on a.Referral.CaseId equals c.Id
            join v in db.Victims on a.Referral.VictimId equals v.Id
            join u in db.Units on a.Referral.ToUnitId equals u.Id
            select new WorkItem(
                WorkKind.Wait, c.Number, a.Referral.Number, v.Position, a.Referral.NeedId, a.Referral.Service, a.Referral.Urgency,
                a.Referral.Sex, a.Referral.IsChild, a.Status, null, a.StatusSince, a.DueAt, u.NameEn, u.NameUr, u.Phone))
        .ToListAsync(ct);

    private static Task<List<WorkItem>> ReceivedAsync(TipSomDbContext db, IQueryable<ReferralAccess> rows, int take, CancellationToken ct) =>
        (
            from a in rows.OrderBy(a => a.DueAt).ThenBy(a => a.ReferralId).Take(take)
            join u in db.Units on a.Referral.FromUnitId equals u.Id
            select new WorkItem(
                WorkKind.Wait, null, a.Referral.Number, null, a.Referral.NeedId, a.Referral.Service, a.Referral.Urgency,
                a.Referral.Sex, a.Referral.IsChild, a.Status, null, a.StatusSince, a.DueAt, u.NameEn, u.NameUr, u.Phone))
        .ToListAsync(ct);

    private static async Task<IReadOnlyList<WorkItem>> UnplacedAsync(TipSomDbContext db, Guid agency, DateTimeOffset now, CancellationToken ct)
    {
        var needs = await (
                from u in db.UnplacedNeeds.AsNoTracking()
                join c in db.Cases on u.CaseId equals c.Id
                join v in db.Victims on u.VictimId equals v.Id
                // Those of other agencies are not even looked at; row security judges each by its case.
                where u.SettledAt == null && u.FromAgencyId == agency
                orderby u.DueAt, u.Id
                select new { Need = u, c.Number, v.Position })
            .Take(MostUnplaced).ToListAsync(ct);
        // Asked apart, for these people only: in the same statement the server would rank every consent there is.
        var people = needs.Select(n => n.Need.VictimId).Distinct().ToList();
        var consents = people.Count == 0 ? [] : await db.Consents.AsNoTracking().Where(k => people.Contains(k.VictimId)).ToListAsync(ct);
        var latest = consents.GroupBy(k => k.VictimId).ToDictionary(g => g.Key, g => g.MaxBy(k => k.GivenAt)!);
        return
        [
            .. from row in needs
               let need = row.Need
               select new WorkItem(
                   KindOf(need, latest.GetValueOrDefault(need.VictimId)?.IsInForce(now) == true),
                   row.Number, null, row.Position, need.NeedId, need.Service, need.Urgency, need.Sex, need.IsChild, null, need.Cause, need.Since,
                   need.DueAt, null, null, null, need.ProposedServiceId)
        ];
    }

    private static WorkKind KindOf(UnplacedNeed need, bool hasConsent)
    {
        if (need.Turn == Side.National)
            return WorkKind.WaitForDesk;
        if (!hasConsent)
            return WorkKind.RecordConsent;
        if (need.ProposedServiceId is not null)
            return WorkKind.SendProposed;
        return need.Cause switch
        {
            UnplacedCause.Declined or UnplacedCause.DeclineConfirmed or UnplacedCause.AllDeclined => WorkKind.ChooseAnother,
            UnplacedCause.DidNotArrive => WorkKind.FindPerson,
            UnplacedCause.NotSent or UnplacedCause.CameBack or UnplacedCause.NoProviderFits => WorkKind.ChooseProvider
        };
    }
}

/// <summary>The one thing to do about a row of the queue.</summary>
public enum WorkKind
{
    /// <summary>Declined: choose another provider.</summary>
    ChooseAnother,

    /// <summary>The provider asked something: give the information.</summary>
    GiveInformation,

    /// <summary>The national desk found a place: send the referral there.</summary>
    SendProposed,

    /// <summary>The person did not arrive: find out what happened, and send again.</summary>
    FindPerson,

    /// <summary>The national desk looks for a place.</summary>
    WaitForDesk,

    /// <summary>The national desk: find a place.</summary>
    PlaceNeed,

    /// <summary>The national desk: review a decline.</summary>
    ReviewDecline,

    /// <summary>The national desk: review an emergency override.</summary>
    ReviewOverride,

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
/// <param name="NeedId">The need; for the national desk the unplaced need.</param>
/// <param name="Service">What is needed.</param>
/// <param name="Urgency">How soon.</param>
/// <param name="Sex">Sex.</param>
/// <param name="IsChild">Whether the person counts as a child.</param>
/// <param name="Status">Where the referral stands.</param>
/// <param name="Cause">How a need came to be in nobody's hands; null for a referral.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="DueAt">Until when, where a clock runs.</param>
/// <param name="UnitEn">The unit of the other side, in English.</param>
/// <param name="UnitUr">The unit of the other side, in Urdu.</param>
/// <param name="Phone">Duty telephone of that unit.</param>
/// <param name="ProposedServiceId">The service the national desk proposes.</param>
public sealed record WorkItem(
    WorkKind Kind, string? CaseNumber, string? ReferralNumber, int? Position, Guid NeedId, ServiceType Service, Urgency Urgency,
    Sex Sex, bool IsChild, ReferralStatus? Status, UnplacedCause? Cause, DateTimeOffset Since, DateTimeOffset? DueAt,
    string? UnitEn, string? UnitUr, string? Phone, Guid? ProposedServiceId = null);

/// <summary>Both lists, cut to <see cref="WorkQueue.MostShown"/>.</summary>
public sealed record Work(IReadOnlyList<WorkItem> Now, bool MoreNow, IReadOnlyList<WorkItem> Waiting, bool MoreWaiting)
{
    /// <summary>By urgency, then by deadline or the time already waited.</summary>
    public static Work Of(IReadOnlyList<WorkItem> now, IReadOnlyList<WorkItem> waiting) => new(
        [.. now.OrderBy(i => i.Urgency).ThenBy(i => i.DueAt ?? i.Since).Take(WorkQueue.MostShown)], now.Count > WorkQueue.MostShown,
        [.. waiting.Take(WorkQueue.MostShown)], waiting.Count > WorkQueue.MostShown);
}
