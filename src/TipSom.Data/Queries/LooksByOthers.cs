using Microsoft.EntityFrameworkCore;

namespace TipSom.Data.Queries;

/// <summary>What units outside the line of the holding unit looked at in the cases that the reader's unit works on.</summary>
public static class LooksByOthers
{
    /// <summary>Most lines of one week that are shown; beyond that the auditor is asked.</summary>
    public const int Most = 500;

    /// <summary>Those between two moments, newest first.</summary>
    public static Task<List<Look>> LooksByOthersAsync(this TipSomDbContext db, DateTimeOffset since, DateTimeOffset until, CancellationToken ct) =>
        db.Database.SqlQuery<Look>($"""
            select l.look_id as "Id", l.at as "At", l.kind as "Kind", l.number as "Number", l.who as "Who", l.reason as "Reason",
                u.name_en as "UnitEn", u.name_ur as "UnitUr", g.name_en as "AgencyEn", g.name_ur as "AgencyUr"
            from security.looks_by_others({since}, {until}) l
                join identity.units u on u.id = l.unit_id
                join identity.agencies g on g.id = u.agency_id
            order by l.at desc, l.look_id desc
            limit {Most}
            """).ToListAsync(ct);

    /// <summary>One look: when, at what, of which case, by whom and from where, and why where a reason was asked.</summary>
    public sealed record Look(
        Guid Id, DateTimeOffset At, string Kind, string Number, string Who, string? Reason, string UnitEn, string UnitUr, string AgencyEn, string AgencyUr);
}
