-- What an auditor looks at first. Each line is one person, or one account, on one day in Asia/Karachi, with how much of it there was and where
-- on the trail it stands. Nobody but an auditor is answered, and nothing names a victim.

-- Every entry about a case and its parts, for the filter by case number.
create function audit.rows_of_case(number text) returns setof uuid
    language plpgsql stable security definer
    set search_path = pg_catalog
as $$
declare
    wanted uuid := (select c.id from casework.cases c where c.number = rows_of_case.number);
begin
    if security.my_role() is distinct from 'Auditor' or wanted is null then
        return;
    end if;
    return query
        select wanted
        union all select v.id from casework.victims v where v.case_id = wanted
        union all select n.id from casework.needs n join casework.victims v on v.id = n.victim_id where v.case_id = wanted
        union all select s.id from casework.suspects s where s.case_id = wanted
        union all select r.id from casework.referrals r where r.case_id = wanted
        union all select d.id from casework.case_documents d where d.case_id = wanted
        union all select s.id from casework.case_shares s where s.case_id = wanted
        union all select o.id from casework.identity_openings o where o.case_id = wanted
        union all select o.id from casework.suspect_openings o where o.case_id = wanted
        union all select o.id from casework.document_openings o where o.case_id = wanted
        union all select p.id from casework.prints p where p.case_id = wanted
        union all select o.id from casework.disclosure_openings o join casework.referrals r on r.id = o.referral_id where r.case_id = wanted;
end
$$;

-- How fast somebody opens people: more than thirty different ones within an hour, or sixty looks within a minute.
create function audit.fast_looks(since timestamptz, until timestamptz) returns table (pattern text, actor_id uuid, day date, subject text, times bigint)
    language plpgsql stable
    set search_path = pg_catalog
as $$
begin
    return query
        with looks as (
            select l.actor_id, l.at, l.subject,
                -- Somebody seen within the hour before does not count once more.
                (l.person is not null and coalesce(lag(l.at) over (partition by l.actor_id, l.person order by l.at) < l.at - interval '1 hour', true))::integer as is_new
            from audit.looks(since - interval '2 hours', until) l
        ), rates as (
            select s.actor_id, s.at, s.subject,
                sum(s.is_new) over (partition by s.actor_id order by s.at range interval '1 hour' preceding) as people,
                count(*) over (partition by s.actor_id order by s.at range interval '1 minute' preceding) as in_a_minute
            from looks s
        )
        select x.pattern, r.actor_id, (r.at at time zone 'Asia/Karachi')::date, min(r.subject), max(x.measure)
        from rates r cross join lateral (values ('ManyPeople', r.people, 30), ('InhumanSpeed', r.in_a_minute, 59)) x (pattern, measure, most)
        where r.at >= since and x.measure > x.most
        group by x.pattern, r.actor_id, (r.at at time zone 'Asia/Karachi')::date;
end
$$;

-- Looks that nothing explains: no act on the case a day before or after, hours at which nobody works or this person never did, and somebody
-- who just reached a shelter looked up by a unit that does not work on the case.
create function audit.idle_looks(since timestamptz, until timestamptz) returns table (pattern text, actor_id uuid, day date, subject text, times bigint)
    language plpgsql stable
    set search_path = pg_catalog
as $$
begin
    return query
        select x.pattern, l.actor_id, (l.at at time zone 'Asia/Karachi')::date, min(l.subject), count(*)
        from audit.looks(since, until) l
            cross join lateral (select (l.at at time zone 'Asia/Karachi')::time as clock, extract(hour from l.at at time zone 'Asia/Karachi') as hour) k
            cross join lateral (
                select 'NoAct' as pattern
                where l.kind <> 'ByProvider' and l.at < security.moment() - interval '1 day'
                    and not exists (select from casework.case_events e
                        where e.case_id = l.case_id and e.actor_id = l.actor_id and e.at between l.at - interval '1 day' and l.at + interval '1 day')
                    and not exists (select from casework.case_changes e
                        where e.case_id = l.case_id and e.actor_id = l.actor_id and e.at between l.at - interval '1 day' and l.at + interval '1 day')
                    and not exists (select from casework.referral_events e join casework.referrals r on r.id = e.referral_id
                        where r.case_id = l.case_id and e.actor_id = l.actor_id and e.at between l.at - interval '1 day' and l.at + interval '1 day')
                union all
                select 'OddHours' where k.clock < '07:00' or k.clock >= '22:00'
                union all
                select 'UnusualHours'
                from (select count(*) as looks, count(*) filter (where abs(extract(hour from e.at at time zone 'Asia/Karachi') - k.hour) in (0, 1, 23)) as alike
                    from audit.entries e where e.actor_id = l.actor_id and e.at >= l.at - interval '28 days' and e.at < l.at - interval '12 hours') usual
                where usual.looks >= 50 and usual.alike = 0 and k.clock >= '07:00' and k.clock < '22:00'
                union all
                select 'AfterShelter'
                where l.kind <> 'ByProvider'
                    and exists (select from casework.referrals r
                        where r.victim_id = l.person and r.arrived_at is not null and l.at between r.arrived_at and r.arrived_at + interval '3 days')
                    and not exists (select from casework.case_access a where a.case_id = l.case_id and a.unit_id = l.actor_unit_id and a.works)
            ) x
        group by x.pattern, l.actor_id, (l.at at time zone 'Asia/Karachi')::date;
end
$$;
revoke all on function
    audit.rows_of_case(text), audit.fast_looks(timestamptz, timestamptz), audit.idle_looks(timestamptz, timestamptz)
from public;
grant execute on function audit.rows_of_case(text) to tipsom_app;
