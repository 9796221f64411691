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
            select * from (
                select o.id as "Id", o.at as "At", 'Identity' as "Kind", v.position as "Person", o.actor_name as "Who", o.reason::text as "Reason",
                    null::text as "Referral", u.name_en as "UnitEn", u.name_ur as "UnitUr"
                from casework.identity_openings o
                    join casework.victims v on v.id = o.victim_id
                    join identity.units u on u.id = o.actor_unit_id
                where o.case_id = {caseId}
                union all
                select p.id, p.at, p.kind || case when p.with_names then 'WithNames' else '' end, v.position, p.actor_name, p.reason::text,
                    null, u.name_en, u.name_ur
                from casework.prints p
                    left join casework.victims v on v.id = p.victim_id
                    join identity.units u on u.id = p.actor_unit_id
                where p.case_id = {caseId}
                union all
                select d.id, d.at, 'ByProvider', v.position, d.actor_name, null, r.number, u.name_en, u.name_ur
                from casework.disclosure_openings d
                    join casework.referrals r on r.id = d.referral_id
                    join casework.victims v on v.id = r.victim_id
                    join identity.units u on u.id = d.actor_unit_id
                where r.case_id = {caseId}
                union all
                select o.id, o.at, 'Document', null, o.actor_name, o.reason::text, null, u.name_en, u.name_ur
                from casework.document_openings o join identity.units u on u.id = o.actor_unit_id
                where o.case_id = {caseId}) l
            where (l."At", l."Id") < ({at}, {id})
            order by l."At" desc, l."Id" desc
            limit {most}
            """).ToListAsync(ct);
    }

    /// <summary>One look: of what kind, at whom, by whom and why, and under which referral where a provider looked.</summary>
    public sealed record Look(
        Guid Id, DateTimeOffset At, string Kind, int? Person, string Who, string? Reason, string? Referral, string UnitEn, string UnitUr);
}
