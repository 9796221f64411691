-- Writes the facts of those who are counted anew. Nobody is counted twice: an entry merged into another counts with it; a case that was a
-- duplicate, an error or not trafficking counts nobody; a role that was given up does not count.
create function statistics.keep_people() returns void
    language sql
    set search_path = pg_catalog
as $$
    with entry as (
        select v.id as victim_id, r.person_id, v.case_id, case h.role when 'SmuggledMigrant' then 'SOM' else 'TIP' end as law,
            coalesce(c.found_on, (c.logged_at at time zone 'Asia/Karachi')::date) as day, coalesce(u.agency_id, c.holding_agency_id) as authority_id,
            statistics.group_of(v.sex, v.age_years) as person_group
        from statistics.recounting r join casework.victims v on v.id = r.victim_id join casework.cases c on c.id = v.case_id
            join casework.person_roles h on h.victim_id = v.id and h.until is null and h.role in ('VictimOfTrafficking', 'SmuggledMigrant')
            left join lateral (
                select l.actor_unit_id from casework.case_events l where l.case_id = c.id and l.kind = 'Logged' order by l.at limit 1) l on true
            left join identity.units u on u.id = l.actor_unit_id
        where c.closed_for is null or c.closed_for not in ('NotTrafficking', 'Duplicate', 'EnteredInError')
    ),
    standing as (
        select e.* from entry e
        where not exists (select from casework.person_merges m where m.victim_id = e.victim_id and m.undone_at is null)
    ),
    reached as (
        select r.person_id, max(case
            when f.status = 'Closed' and f.arrived_at is not null then 4
            when f.status = 'InCare' then 3
            when f.status in ('Accepted', 'Closed') then 2
            when f.status in ('Withdrawn', 'Voided') then 0
            else 1 end) as stage
        from statistics.recounting r join casework.referrals f on f.victim_id = r.victim_id
        group by r.person_id
    )
    insert into statistics.people (victim_id, law, person_id, case_id, identified_on, authority_id, person_group, stage, counted, marks)
    select s.victim_id, s.law, s.person_id, s.case_id, s.day, s.authority_id, s.person_group, coalesce(g.stage, 0),
        array_remove(array[
            case when row_number() over (partition by s.person_id, s.law, statistics.year_of('Calendar', s.day) order by s.day, s.victim_id) = 1 then 'Calendar' end,
            case when row_number() over (partition by s.person_id, s.law, statistics.year_of('Fiscal', s.day) order by s.day, s.victim_id) = 1 then 'Fiscal' end,
            case when row_number() over (partition by s.person_id, s.law, statistics.year_of('AprilToMarch', s.day) order by s.day, s.victim_id) = 1 then 'AprilToMarch' end
        ], null), m.marks
    -- The limit keeps the server from working out the marks of everybody on record for the few who are counted anew.
    from standing s cross join lateral (select o.marks from statistics.marks_of_people o where o.victim_id = s.victim_id limit 1) m
        left join reached g on g.person_id = s.person_id
$$;

-- Referrals are events; a person is referred in a year whose first referral that was not withdrawn was sent in it (counting rule 1). They are
-- counted under the entry that they were sent for; where that does not stand for itself, under the one it was merged into, or the person's first.
create function statistics.keep_referrals() returns void
    language sql
    set search_path = pg_catalog
as $$
    with sent as (
        select f.id as referral_id, p.law, r.person_id, p.victim_id, f.sent_at, f.sent_by_agency_id, p.person_group, f.status <> 'Withdrawn' as is_sent,
            (f.sent_at at time zone 'Asia/Karachi')::date as day, p.marks, f.service, f.urgency, f.to_agency_id, f.status, f.decline_reason, f.outcome,
            extract(epoch from f.answered_at - f.sent_at - f.paused_for) / 3600 as hours
        from statistics.recounting r join casework.referrals f on f.victim_id = r.victim_id and f.status <> 'Voided'
            cross join lateral (
                select distinct on (q.law) q.* from statistics.people q
                where q.person_id = r.person_id
                order by q.law, q.victim_id = f.victim_id desc, exists (
                    select from casework.person_merges m where m.victim_id = f.victim_id and m.into_victim_id = q.victim_id and m.undone_at is null) desc,
                    q.identified_on, q.victim_id) p
    )
    insert into statistics.referrals (referral_id, law, victim_id, sent_on, authority_id, person_group, is_sent, counted, marks)
    select s.referral_id, s.law, s.victim_id, s.day, s.sent_by_agency_id, s.person_group, s.is_sent,
        case when s.is_sent then array_remove(array[
            case when row_number() over (partition by s.is_sent, s.person_id, s.law, statistics.year_of('Calendar', s.day) order by s.sent_at, s.referral_id) = 1 then 'Calendar' end,
            case when row_number() over (partition by s.is_sent, s.person_id, s.law, statistics.year_of('Fiscal', s.day) order by s.sent_at, s.referral_id) = 1 then 'Fiscal' end,
            case when row_number() over (partition by s.is_sent, s.person_id, s.law, statistics.year_of('AprilToMarch', s.day) order by s.sent_at, s.referral_id) = 1 then 'AprilToMarch' end
        ], null) else '{}' end,
        array_remove(array(select m from unnest(s.marks) m where m not like 'month=%') || array[
            'month=' || to_char(s.day, 'MM'), 'service=' || s.service, 'urgency=' || s.urgency, 'provider=' || s.to_agency_id, 'status=' || s.status,
            'declined=' || s.decline_reason, 'outcome=' || s.outcome,
            'answered=' || case when s.hours is null then 'Not' when s.hours <= 1 then 'Within1' when s.hours <= 4 then 'Within4' when s.hours <= 24 then 'Within24'
                when s.hours <= 72 then 'Within72' else 'Later' end], null)
    from sent s
$$;
revoke all on function statistics.keep_people(), statistics.keep_referrals() from public;
