using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Reporting;

namespace TipSom.Data.Queries;

/// <summary>Who has not reported; for who follows returns.</summary>
public static class MissingReturns
{
    /// <summary>Periods that ended and are owed, and that no signed return covers; the longest ago first.</summary>
    public static Task<List<MissingReturn>> MissingReturnsAsync(this TipSomDbContext db, CancellationToken ct) => db.Database.SqlQuery<MissingReturn>($"""
        select m.unit_id as "UnitId", g.name_en as "AgencyEn", g.name_ur as "AgencyUr", u.name_en as "UnitEn", u.name_ur as "UnitUr",
            u.parent_id is not null as "IsBelow", m.period_kind as "PeriodKind", m.first_day as "FirstDay", m.last_day as "LastDay",
            m.last_signed as "LastSigned", m.reminded_on as "RemindedOn"
        from security.returns_missing() m
            join identity.units u on u.id = m.unit_id
            join identity.agencies g on g.id = u.agency_id
        order by m.last_day, g.code, u.code
        """).ToListAsync(ct);

    /// <summary>Tells the people of the unit once more; at most once a day for a period.</summary>
    public static Task RemindOfReturnAsync(this TipSomDbContext db, Guid unit, ReportPeriod period, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select security.remind_of_return({unit}, {period.Kind.ToString()}, {period.From})", ct);
}

/// <summary>A return that is owed and not signed.</summary>
public sealed record MissingReturn(
    Guid UnitId, string AgencyEn, string AgencyUr, string UnitEn, string UnitUr, bool IsBelow, string PeriodKind, DateOnly FirstDay, DateOnly LastDay,
    DateOnly? LastSigned, DateOnly? RemindedOn)
{
    /// <summary>The days.</summary>
    public ReportPeriod Period => ReportPeriod.Beginning(Enum.Parse<PeriodKind>(PeriodKind), FirstDay.Year, FirstDay.Month);
}
