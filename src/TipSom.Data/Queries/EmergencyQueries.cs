using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Emergency;
using TipSom.Domain.Victims;

namespace TipSom.Data.Queries;

/// <summary>Openings in an emergency: lists, and how many there were. Row security says who follows which.</summary>
public static class EmergencyQueries
{
    /// <summary>Most that are listed at once.</summary>
    public const int MostShown = 100;

    /// <summary>One's own, newest first.</summary>
    public static Task<List<EmergencyRow>> OwnEmergenciesAsync(this TipSomDbContext db, Guid me, CancellationToken ct) =>
        Rows(db, db.EmergencyAccesses.Where(a => a.ActorId == me)).OrderByDescending(r => r.At).Take(20).ToListAsync(ct);

    /// <summary>Everything that was not reviewed, the oldest first, and after it what was reviewed, the newest first.</summary>
    public static async Task<IReadOnlyList<EmergencyRow>> EmergenciesAsync(this TipSomDbContext db, CancellationToken ct)
    {
        var open = await Rows(db, db.EmergencyAccesses.Where(a => a.GrantedAt != null && !db.EmergencyReviews.Any(r => r.AccessId == a.Id)))
            .OrderBy(r => r.GrantedAt).Take(MostShown).ToListAsync(ct);
        var done = await Rows(db, db.EmergencyAccesses.Where(a => a.GrantedAt == null || db.EmergencyReviews.Any(r => r.AccessId == a.Id)))
            .OrderByDescending(r => r.At).Take(MostShown).ToListAsync(ct);
        return [.. open, .. done];
    }

    /// <summary>How many reviews are overdue.</summary>
    public static Task<int> OverdueEmergenciesAsync(this TipSomDbContext db, DateTimeOffset now, CancellationToken ct)
    {
        var due = now - EmergencyAccess.ReviewedWithin;
        return db.EmergencyAccesses.CountAsync(a => a.GrantedAt <= due && !db.EmergencyReviews.Any(r => r.AccessId == a.Id), ct);
    }

    /// <summary>How many there were for each month in Asia/Karachi and agency since a day, newest first.</summary>
    public static Task<List<EmergencyCount>> EmergencyCountsAsync(this TipSomDbContext db, DateTimeOffset since, CancellationToken ct) =>
        db.Database.SqlQuery<EmergencyCount>($"""
            select to_char(a.at at time zone 'Asia/Karachi', 'YYYY-MM') as "Month", g.name_en as "AgencyEn", g.name_ur as "AgencyUr",
                count(*)::integer as "Asked", count(a.granted_at)::integer as "Granted",
                count(*) filter (where r.is_justified)::integer as "Justified", count(*) filter (where not r.is_justified)::integer as "NotJustified"
            from casework.emergency_accesses a join identity.units u on u.id = a.actor_unit_id join identity.agencies g on g.id = u.agency_id
                left join casework.emergency_reviews r on r.access_id = a.id
            where a.at >= {since}
            group by 1, g.id, g.name_en, g.name_ur order by 1 desc, g.name_en
            """).ToListAsync(ct);

    /// <summary>What may be read besides the identity; null where the asker's hour is over, or nothing was granted.</summary>
    public static async Task<EmergencyFacts?> EmergencyFactsAsync(this TipSomDbContext db, Guid access, CancellationToken ct)
    {
        var read = await db.Database.SqlQuery<FactsRow>($"""
            select found as "Found", sex as "Sex", age_years as "AgeYears", age_is_approximate as "AgeIsApproximate",
                address_is_confidential as "AddressIsConfidential", unit_en as "UnitEn", unit_ur as "UnitUr", agency_en as "AgencyEn",
                agency_ur as "AgencyUr", phone as "Phone", security.may_review_emergency({access}) as "MayReview"
            from security.emergency_facts({access})
            """).ToListAsync(ct);
        return read is [{ } row] ? EmergencyFacts.Of(row) : null;
    }

    private static IQueryable<EmergencyRow> Rows(TipSomDbContext db, IQueryable<EmergencyAccess> accesses) =>
        from a in accesses.AsNoTracking()
        join u in db.Units on a.ActorUnitId equals u.Id
        join r in db.EmergencyReviews on a.Id equals r.AccessId into reviews
        from r in reviews.DefaultIfEmpty()
        select new EmergencyRow
        {
            Number = a.Number,
            Basis = a.Basis,
            At = a.At,
            GrantedAt = a.GrantedAt,
            EndsAt = a.EndedAt ?? a.EndsAt,
            Who = a.ActorName,
            UnitEn = u.NameEn,
            UnitUr = u.NameUr,
            IsJustified = r == null ? null : r.IsJustified
        };
}

/// <summary>An opening in an emergency in a list. Names no victim.</summary>
public sealed class EmergencyRow
{
    public string Number { get; init; } = "";
    public EmergencyBasis Basis { get; init; }
    public DateTimeOffset At { get; init; }
    public DateTimeOffset? GrantedAt { get; init; }
    public DateTimeOffset? EndsAt { get; init; }
    public string Who { get; init; } = "";
    public string UnitEn { get; init; } = "";
    public string UnitUr { get; init; } = "";
    public bool? IsJustified { get; init; }

    /// <summary>Until when it is to be reviewed; null while nothing was granted.</summary>
    public DateTimeOffset? DueAt => GrantedAt + EmergencyAccess.ReviewedWithin;

    /// <summary>Whether the review should have been there.</summary>
    public bool IsOverdue(DateTimeOffset now) => IsJustified is null && DueAt <= now;
}

/// <summary>Openings of one agency in one month.</summary>
public sealed record EmergencyCount(string Month, string AgencyEn, string AgencyUr, int Asked, int Granted, int Justified, int NotJustified);

/// <summary>What is read of the person besides the identity.</summary>
/// <param name="Person">Sex, age and whether the address is kept from others; null where nobody is on record.</param>
/// <param name="UnitEn">The unit that holds the case, in English.</param>
/// <param name="UnitUr">The same in Urdu.</param>
/// <param name="AgencyEn">Its agency, in English.</param>
/// <param name="AgencyUr">The same in Urdu.</param>
/// <param name="Phone">Its duty telephone.</param>
/// <param name="MayReview">Whether the reader is one of those who may review.</param>
public sealed record EmergencyFacts(
    (Sex Sex, Age Age, bool AddressIsConfidential)? Person, string? UnitEn, string? UnitUr, string? AgencyEn, string? AgencyUr, string? Phone, bool MayReview)
{
    internal static EmergencyFacts Of(FactsRow row) => new(
        row.Found ? (Enum.Parse<Sex>(row.Sex!), new Age(row.AgeYears, row.AgeIsApproximate!.Value), row.AddressIsConfidential!.Value) : null,
        row.UnitEn, row.UnitUr, row.AgencyEn, row.AgencyUr, row.Phone, row.MayReview);
}

internal sealed record FactsRow(
    bool Found, string? Sex, int? AgeYears, bool? AgeIsApproximate, bool? AddressIsConfidential, string? UnitEn, string? UnitUr, string? AgencyEn,
    string? AgencyUr, string? Phone, bool MayReview);
