using Microsoft.EntityFrameworkCore;

namespace TipSom.Data.Queries;

/// <summary>Who has looked at what a case keeps closed: one list over every table that records a look.</summary>
public static class CaseLooks
{
    private static readonly DateTimeOffset EndOfTime = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A page of them, newest first, after the one given.</summary>
    public static Task<List<Look>> LooksOfAsync(this TipSomDbContext db, Guid caseId, (DateTimeOffset At, Guid Id)? after, int most, CancellationToken ct)
    {
        var (at, id) = after ?? (EndOfTime, Guid.Empty);
        return db.Database.SqlQuery<Look>($"""
            select l."Id", l."At", l."Kind", l."Person", l."Who", l."Reason", l."Record", u.name_en as "UnitEn", u.name_ur as "UnitUr",
                g.name_en as "AgencyEn", g.name_ur as "AgencyUr"
            from (
                select o.id as "Id", o.at as "At", case when o.emergency_access_id is null then 'Identity' else 'Emergency' end as "Kind",
                    v.position as "Person", o.actor_name as "Who", o.reason::text as "Reason", e.number::text as "Record", o.actor_unit_id as unit_id
                from casework.identity_openings o
                    join casework.victims v on v.id = o.victim_id
                    -- Row security leaves these to those who work on the case.
                    left join casework.emergency_accesses e on e.id = o.emergency_access_id
                where o.case_id = {caseId}
                union all
                select p.id, p.at, p.kind || case when p.with_names then 'WithNames' else '' end, v.position, p.actor_name, p.reason::text,
                    null, p.actor_unit_id
                from casework.prints p
                    left join casework.victims v on v.id = p.victim_id
                where p.case_id = {caseId}
                union all
                select d.id, d.at, 'ByProvider', v.position, d.actor_name, null, r.number, d.actor_unit_id
                from casework.disclosure_openings d
                    join casework.referrals r on r.id = d.referral_id
                    join casework.victims v on v.id = r.victim_id
                where r.case_id = {caseId}
                union all
                select o.id, o.at, 'Document', null, o.actor_name, o.reason::text, null, o.actor_unit_id
                from casework.document_openings o
                where o.case_id = {caseId}
                union all
                -- Row security shows these to who sees the investigation, and to nobody else.
                select o.id, o.at, 'Suspect', s.position, o.by_name, o.reason::text, null, u.unit_id
                from casework.suspect_openings o
                    join casework.suspects s on s.id = o.suspect_id
                    join identity.users u on u.id = o.by_id
                where o.case_id = {caseId}) l
                join identity.units u on u.id = l.unit_id
                join identity.agencies g on g.id = u.agency_id
            where (l."At", l."Id") < ({at}, {id})
            order by l."At" desc, l."Id" desc
            limit {most}
            """).ToListAsync(ct);
    }

    /// <summary>
    /// One look: of what kind, at which person or suspect, by whom, from where and why, and under which record: the referral where a provider looked, the access in an emergency.
    /// </summary>
    public sealed record Look(
        Guid Id, DateTimeOffset At, string Kind, int? Person, string Who, string? Reason, string? Record, string UnitEn, string UnitUr, string AgencyEn,
        string AgencyUr);
}
