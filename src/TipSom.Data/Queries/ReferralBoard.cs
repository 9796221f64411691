using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Referrals;

namespace TipSom.Data.Queries;

/// <summary>
/// Everything on which somebody still has to act: referrals, and needs in no provider's hands, by stage and age. Counts and lists are
/// built from the same statement, so a number and the list behind it cannot differ. Holds no identity.
/// </summary>
public static class ReferralBoard
{
    /// <summary>Rows of a page of the list.</summary>
    public const int PageSize = 25;

    /// <summary>What is open by stage: how long it has stood there, and how much is past its deadline. One statement.</summary>
    public static async Task<IReadOnlyList<BoardRow>> BoardRowsAsync(this TipSomDbContext db, BoardScope scope, DateTimeOffset now, CancellationToken ct)
    {
        var (h4, h24, d3, d7) = (now.AddHours(-4), now.AddHours(-24), now.AddDays(-3), now.AddDays(-7));
        var found = await db.OpenItems(scope)
            .GroupBy(i => i.Stage)
            .Select(g => new
            {
                Stage = g.Key,
                A = g.Count(i => i.Since > h4),
                B = g.Count(i => i.Since <= h4 && i.Since > h24),
                C = g.Count(i => i.Since <= h24 && i.Since > d3),
                D = g.Count(i => i.Since <= d3 && i.Since > d7),
                E = g.Count(i => i.Since <= d7),
                Overdue = g.Count(i => i.DueAt < now)
            })
            .ToDictionaryAsync(g => g.Stage, ct);
        return
        [
            .. Enum.GetValues<BoardStage>().Select(stage => found.TryGetValue($"{stage}", out var g)
                ? new BoardRow(stage, [g.A, g.B, g.C, g.D, g.E], g.Overdue)
                : new BoardRow(stage, [0, 0, 0, 0, 0], 0))
        ];
    }

    /// <summary>What is open in each province, and how much of it is past its deadline. One statement.</summary>
    public static async Task<IReadOnlyList<ProvinceRow>> BoardProvincesAsync(
        this TipSomDbContext db, BoardScope scope, DateTimeOffset now, CancellationToken ct) => await (
            from g in db.OpenItems(scope).GroupBy(i => i.Province)
                .Select(g => new { g.Key, Open = g.Count(), Overdue = g.Count(i => i.DueAt < now) })
            join p in db.Provinces on g.Key equals p.Code
            orderby g.Overdue descending, g.Open descending, p.SortOrder
            select new ProvinceRow(p.Code, p.NameEn, p.NameUr, g.Open, g.Overdue))
        .ToListAsync(ct);

    /// <summary>Which referrals and needs stand behind a number, the earliest deadline first; of a period, the newest first.</summary>
    internal static async Task<IReadOnlyList<OpenItem>> ItemsAsync(
        this TipSomDbContext db, BoardList list, (DateTimeOffset At, Guid Id)? after, int take, CancellationToken ct)
    {
        if (list.IsOfPeriod)
            return await Answered(db, list, after).Take(take).ToListAsync(ct);
        var (now, stage) = (list.Now, list.Stage?.ToString());
        var open = db.OpenItems(list.Scope);
        if (stage is not null)
            open = open.Where(i => i.Stage == stage);
        if (list.OnlyNeeds)
            open = open.Where(i => i.IsNeed);
        if (list.Show == BoardShow.Overdue)
            open = open.Where(i => i.DueAt < now);
        if (list.Age is { } age)
        {
            var (newest, oldest) = BoundsOf(age, now);
            open = open.Where(i => i.Since <= newest && i.Since > oldest);
        }

        if (after is { } last)
            open = open.Where(i => EF.Functions.GreaterThan(ValueTuple.Create(i.DueAt, i.Id), ValueTuple.Create(last.At, last.Id)));
        return await open.OrderBy(i => i.DueAt).ThenBy(i => i.Id).Take(take).ToListAsync(ct);
    }

    private static IQueryable<OpenItem> Answered(TipSomDbContext db, BoardList list, (DateTimeOffset At, Guid Id)? after)
    {
        var since = list.Since;
        var (side, province, provider) = (list.Scope.Side, list.Scope.Province, list.Scope.ProviderId);
        var answered = db.ReferralAccess.AsNoTracking().Where(a =>
            a.Side == side && a.SentAt >= since && a.Status != ReferralStatus.Voided && a.Referral.AnsweredAt != null);
        if (province is not null)
            answered = answered.Where(a => a.ProvinceCode == province);
        if (provider is not null)
            answered = answered.Where(a => a.Referral.ToAgencyId == provider);
        if (list.Show == BoardShow.Declined)
            answered = answered.Where(a => a.Referral.DeclineReason != null);
        if (after is { } last)
            answered = answered.Where(a => EF.Functions.LessThan(ValueTuple.Create(a.SentAt, a.ReferralId), ValueTuple.Create(last.At, last.Id)));
        return answered.OrderByDescending(a => a.SentAt).ThenByDescending(a => a.ReferralId)
            .Select(a => new OpenItem { Id = a.ReferralId, Since = a.StatusSince, DueAt = a.SentAt, Province = a.ProvinceCode });
    }

    // A declined referral waits as its need, which has a row of its own and a deadline; needs are in no provider's hands.
    // The sender's side names its agency, so that the needs of others are not even looked at; row security judges each by its case.
    private static IQueryable<OpenItem> OpenItems(this TipSomDbContext db, BoardScope scope)
    {
        var (side, province, provider) = ($"{scope.Side}", scope.Province, scope.ProviderId);
        Guid? agency = scope.Side == Side.National ? null : scope.AgencyId;
        return db.Database.SqlQuery<OpenItem>($"""
            select a.referral_id as "Id", false as "IsNeed", a.status_since as "Since", a.due_at as "DueAt", a.province_code::text as "Province",
                case a.status when 'Sent' then 'NotSeen' when 'Seen' then 'NotAnswered' when 'InformationRequested' then 'NotInformed' else 'NotArrived'
                end as "Stage"
            from casework.referral_access a
            where a.side = {side} and not a.is_settled and a.status in ('Sent', 'Seen', 'InformationRequested', 'Accepted')
                and ({province}::text is null or a.province_code = {province})
                and ({provider}::uuid is null
                    or exists (select from casework.referrals r where r.id = a.referral_id and r.to_agency_id = {provider}))
            union all
            select u.id, true, u.since, u.due_at, u.province_code::text,
                case when u.turn = 'National' then 'WithDesk' when u.cause = 'NotSent' then 'NotSent' else 'NotSentAgain' end
            from casework.unplaced_needs u
            where u.settled_at is null and {provider}::uuid is null and ({agency}::uuid is null or u.from_agency_id = {agency})
                and ({province}::text is null or u.province_code = {province})
            """);
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

/// <summary>Whose board, and which part of it.</summary>
/// <param name="Side">The national desk sees everything, a supervisor the own tree.</param>
/// <param name="AgencyId">The reader's agency.</param>
/// <param name="Province">Only this province, if named.</param>
/// <param name="ProviderId">Only what was asked of this provider, if named; needs in nobody's hands are then left out.</param>
public sealed record BoardScope(Side Side, Guid AgencyId, string? Province = null, Guid? ProviderId = null);

/// <summary>A row of the board: what is still to happen.</summary>
public enum BoardStage
{
    /// <summary>Sent; the provider has not opened it.</summary>
    NotSeen,

    /// <summary>Opened; the provider has not answered.</summary>
    NotAnswered,

    /// <summary>The provider asked something; the sender has not given it.</summary>
    NotInformed,

    /// <summary>Accepted; the person has not arrived.</summary>
    NotArrived,

    /// <summary>A need that was logged and never sent.</summary>
    NotSent,

    /// <summary>A need that was declined or came back, and was not sent again.</summary>
    NotSentAgain,

    /// <summary>A need for which the national desk looks for a place.</summary>
    WithDesk
}

/// <summary>How long a referral or need has stood where it stands; a column of the board.</summary>
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

/// <summary>What a list of the board shows.</summary>
public enum BoardShow
{
    /// <summary>All on which a step is owed, however long ago it was sent.</summary>
    Open,

    /// <summary>Of these, what is past its deadline.</summary>
    Overdue,

    /// <summary>Referrals of the period that were accepted or declined.</summary>
    Answered,

    /// <summary>Referrals of the period that were declined, whether or not the need was sent again.</summary>
    Declined
}

/// <summary>A row of the board: a stage, its counts by <see cref="BoardAge"/>, and how many are past their deadline.</summary>
public sealed record BoardRow(BoardStage Stage, IReadOnlyList<int> ByAge, int Overdue)
{
    /// <summary>All of them.</summary>
    public int All => ByAge.Sum();
}

/// <summary>What is open in a province, and how much of it is past its deadline.</summary>
public sealed record ProvinceRow(string Code, string NameEn, string NameUr, int Open, int Overdue);

/// <summary>What a list behind a number of the board holds.</summary>
/// <param name="Scope">Whose board.</param>
/// <param name="Show">Which part of it.</param>
/// <param name="Now">Moment by which age and deadlines are judged.</param>
/// <param name="Since">Start of the period, by the moment of sending; counts for answers only.</param>
/// <param name="Stage">Only this stage, if named.</param>
/// <param name="Age">Only this age, if named.</param>
/// <param name="OnlyNeeds">Only needs in no provider's hands.</param>
public sealed record BoardList(
    BoardScope Scope, BoardShow Show, DateTimeOffset Now, DateTimeOffset Since, BoardStage? Stage = null, BoardAge? Age = null, bool OnlyNeeds = false)
{
    /// <summary>Whether it is of a period, and not of what is open now.</summary>
    public bool IsOfPeriod => Show is BoardShow.Answered or BoardShow.Declined;
}

/// <summary>A referral, or a need in no provider's hands, as the board counts it.</summary>
internal sealed class OpenItem
{
    public Guid Id { get; init; }

    public bool IsNeed { get; init; }

    /// <summary>Name of a <see cref="BoardStage"/>; of a period, none.</summary>
    public string Stage { get; init; } = "";

    public DateTimeOffset Since { get; init; }

    /// <summary>The deadline; in a list of a period, the moment of sending.</summary>
    public DateTimeOffset DueAt { get; init; }

    public string Province { get; init; } = "";
}
