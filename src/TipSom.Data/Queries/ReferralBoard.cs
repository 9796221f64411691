using Microsoft.EntityFrameworkCore;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Data.Queries;

/// <summary>
/// Every referral on which somebody still has to act, by status and age, and how fast answers come. Counts and lists are built from the
/// same conditions, so a number and the list behind it cannot differ. Holds no identity.
/// </summary>
public static class ReferralBoard
{
    /// <summary>Rows of a page of the list.</summary>
    public const int PageSize = 25;

    /// <summary>The states in which somebody owes a step; a declined referral counts until the need is sent again.</summary>
    public static IReadOnlyList<ReferralStatus> OpenStates { get; } =
        [ReferralStatus.Sent, ReferralStatus.Seen, ReferralStatus.Accepted, ReferralStatus.Declined];

    /// <summary>Open referrals by status: how long they have stood there, and how many are past their deadline. One statement.</summary>
    public static async Task<IReadOnlyList<BoardRow>> BoardRowsAsync(
        this TipSomDbContext db, Side side, string? province, DateTimeOffset now, CancellationToken ct)
    {
        var (h4, h24, d3, d7) = (now.AddHours(-4), now.AddHours(-24), now.AddDays(-3), now.AddDays(-7));
        var found = await db.OpenReferrals(side, province)
            .GroupBy(a => a.Status)
            .Select(g => new
            {
                Status = g.Key,
                A = g.Count(a => a.StatusSince > h4),
                B = g.Count(a => a.StatusSince <= h4 && a.StatusSince > h24),
                C = g.Count(a => a.StatusSince <= h24 && a.StatusSince > d3),
                D = g.Count(a => a.StatusSince <= d3 && a.StatusSince > d7),
                E = g.Count(a => a.StatusSince <= d7),
                Overdue = g.Count(a => a.DueAt < now)
            })
            .ToDictionaryAsync(g => g.Status, ct);
        return
        [
            .. OpenStates.Select(status => found.TryGetValue(status, out var g)
                ? new BoardRow(status, [g.A, g.B, g.C, g.D, g.E], g.Overdue)
                : new BoardRow(status, [0, 0, 0, 0, 0], 0))
        ];
    }

    /// <summary>How long answers took to referrals sent since a moment, and how many of them were no. One statement.</summary>
    public static async Task<AnswerTimes> AnswerTimesAsync(
        this TipSomDbContext db, Side side, string? province, DateTimeOffset since, CancellationToken ct)
    {
        var from = side.ToString();
        var rows = await db.Database.SqlQuery<AnswerTimes>($"""
            select count(*)::int as "Answered",
                (count(*) filter (where a.status = 'Declined'))::int as "Declined",
                percentile_cont(0.5) within group (order by extract(epoch from r.answered_at - r.sent_at)::float8) / 3600 as "MedianHours",
                percentile_cont(0.9) within group (order by extract(epoch from r.answered_at - r.sent_at)::float8) / 3600 as "NineInTenHours"
            from casework.referral_access a join casework.referrals r on r.id = a.referral_id
            where a.side = {from} and a.sent_at >= {since} and r.answered_at is not null
                and ({province}::text is null or a.province_code = {province})
            """).ToListAsync(ct);
        return rows[0];
    }

    /// <summary>The referrals behind a number of the board, <see cref="PageSize"/> and one more where there is a next page.</summary>
    public static Task<List<BoardReferral>> BoardReferralsAsync(
        this TipSomDbContext db, BoardList list, (DateTimeOffset At, Guid Id)? after, int take, CancellationToken ct)
    {
        var page = (list.Show is BoardShow.Open or BoardShow.Overdue ? Open(db, list, after) : Answered(db, list, after)).Take(take);
        return (
                from a in page
                join d in db.Districts on a.Referral.DistrictCode equals d.Code
                join f in db.Units on a.Referral.FromUnitId equals f.Id
                join t in db.Units on a.Referral.ToUnitId equals t.Id
                select new BoardReferral(
                    a.ReferralId, a.Referral.Number, a.Referral.Sex, a.Referral.IsChild, a.Referral.AgeBand, a.Referral.Service,
                    a.Referral.Urgency, d.NameEn, d.NameUr, f.NameEn, f.NameUr, t.NameEn, t.NameUr, a.Status, a.StatusSince, a.SentAt, a.DueAt))
            .ToListAsync(ct);
    }

    // The earliest deadline first: what is latest stands on top.
    private static IQueryable<ReferralAccess> Open(TipSomDbContext db, BoardList list, (DateTimeOffset At, Guid Id)? after)
    {
        var (now, status) = (list.Now, list.Status);
        var open = db.OpenReferrals(list.Side, list.Province);
        if (status is not null)
            open = open.Where(a => a.Status == status);
        if (list.Show == BoardShow.Overdue)
            open = open.Where(a => a.DueAt < now);
        if (list.Age is { } age)
        {
            var (newest, oldest) = BoundsOf(age, now);
            open = open.Where(a => a.StatusSince <= newest && a.StatusSince > oldest);
        }

        if (after is { } last)
            open = open.Where(a => EF.Functions.GreaterThan(ValueTuple.Create(a.DueAt, a.ReferralId), ValueTuple.Create(last.At, last.Id)));
        return open.OrderBy(a => a.DueAt).ThenBy(a => a.ReferralId);
    }

    private static IQueryable<ReferralAccess> Answered(TipSomDbContext db, BoardList list, (DateTimeOffset At, Guid Id)? after)
    {
        var (since, status) = (list.Since, list.Show == BoardShow.Declined ? ReferralStatus.Declined : list.Status);
        var answered = db.Seen(list.Side, list.Province).Where(a => a.SentAt >= since && a.Referral.AnsweredAt != null);
        if (status is not null)
            answered = answered.Where(a => a.Status == status);
        if (after is { } last)
            answered = answered.Where(a => EF.Functions.LessThan(ValueTuple.Create(a.SentAt, a.ReferralId), ValueTuple.Create(last.At, last.Id)));
        return answered.OrderByDescending(a => a.SentAt).ThenByDescending(a => a.ReferralId);
    }

    private static IQueryable<ReferralAccess> OpenReferrals(this TipSomDbContext db, Side side, string? province) =>
        db.Seen(side, province).Where(a => !a.IsSettled && a.Status != ReferralStatus.InCare);

    private static IQueryable<ReferralAccess> Seen(this TipSomDbContext db, Side side, string? province)
    {
        var seen = db.ReferralAccess.AsNoTracking().Where(a => a.Side == side);
        return province is null ? seen : seen.Where(a => a.ProvinceCode == province);
    }

    private static (DateTimeOffset Newest, DateTimeOffset Oldest) BoundsOf(BoardAge age, DateTimeOffset now) => age switch
    {
        BoardAge.UpTo4Hours => (DateTimeOffset.MaxValue, now.AddHours(-4)),
        BoardAge.UpTo24Hours => (now.AddHours(-4), now.AddHours(-24)),
        BoardAge.UpTo3Days => (now.AddHours(-24), now.AddDays(-3)),
        BoardAge.UpTo7Days => (now.AddDays(-3), now.AddDays(-7)),
        BoardAge.Over7Days => (now.AddDays(-7), DateTimeOffset.MinValue)
    };
}

/// <summary>How long a referral has stood where it stands; a column of the board.</summary>
public enum BoardAge
{
    /// <summary>Less than 4 hours.</summary>
    UpTo4Hours,

    /// <summary>4 to 24 hours.</summary>
    UpTo24Hours,

    /// <summary>1 to 3 days.</summary>
    UpTo3Days,

    /// <summary>3 to 7 days.</summary>
    UpTo7Days,

    /// <summary>7 days and longer.</summary>
    Over7Days
}

/// <summary>Which referrals a list of the board shows.</summary>
public enum BoardShow
{
    /// <summary>All on which a step is owed, however long ago they were sent.</summary>
    Open,

    /// <summary>Of these, the ones past their deadline.</summary>
    Overdue,

    /// <summary>Those of the period that were accepted or declined.</summary>
    Answered,

    /// <summary>Those of the period that were declined, whether or not the need was sent again.</summary>
    Declined
}

/// <summary>A row of the board: a status, its counts by <see cref="BoardAge"/>, and how many are past their deadline.</summary>
public sealed record BoardRow(ReferralStatus Status, IReadOnlyList<int> ByAge, int Overdue)
{
    /// <summary>All of them.</summary>
    public int All => ByAge.Sum();
}

/// <summary>How answers came in a period; the hours are null where there was none.</summary>
public sealed record AnswerTimes(int Answered, int Declined, double? MedianHours, double? NineInTenHours)
{
    /// <summary>Declined in a hundred answers; null where there was none.</summary>
    public int? DeclinedPercent => Answered == 0 ? null : (int)Math.Round(100.0 * Declined / Answered, MidpointRounding.AwayFromZero);
}

/// <summary>What a list behind a number of the board holds.</summary>
/// <param name="Side">From which side the reader sees referrals.</param>
/// <param name="Show">Which of them.</param>
/// <param name="Now">Moment by which age and deadlines are judged.</param>
/// <param name="Since">Start of the period, by the moment of sending; counts for answers only.</param>
/// <param name="Province">Only this province, if named.</param>
/// <param name="Status">Only this status, if named.</param>
/// <param name="Age">Only this age, if named.</param>
public sealed record BoardList(
    Side Side, BoardShow Show, DateTimeOffset Now, DateTimeOffset Since, string? Province = null, ReferralStatus? Status = null, BoardAge? Age = null);

/// <summary>A referral as the board shows it.</summary>
public sealed record BoardReferral(
    Guid Id, string Number, Sex Sex, bool IsChild, AgeBand AgeBand, ServiceType Service, Urgency Urgency,
    string DistrictEn, string DistrictUr, string FromEn, string FromUr, string ToEn, string ToUr,
    ReferralStatus Status, DateTimeOffset StatusSince, DateTimeOffset SentAt, DateTimeOffset? DueAt)
{
    /// <summary>Whether its deadline has passed.</summary>
    public bool IsOverdue(DateTimeOffset now) => DueAt < now;
}
