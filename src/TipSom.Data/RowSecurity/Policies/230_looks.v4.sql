-- Every look at what cases keep closed, as one list, for the functions below: who, at whom, of which case, and where it stands on the trail.
create function audit.looks(since timestamptz, until timestamptz) returns table (
    look_id uuid, at timestamptz, kind text, subject text, case_id uuid, person uuid, actor_id uuid, actor_name text, actor_unit_id uuid, reason text)
    language plpgsql stable
    set search_path = pg_catalog
as $$
begin
    return query
        select o.id, o.at, case when o.emergency_access_id is null then 'Identity' else 'Emergency' end, 'identity_openings', o.case_id, o.victim_id,
            o.actor_id, o.actor_name::text, o.actor_unit_id, o.reason::text
        from casework.identity_openings o where o.at >= since and o.at < until
        union all
        select p.id, p.at, p.kind || case when p.with_names then 'WithNames' else '' end, 'prints', p.case_id, p.victim_id, p.actor_id, p.actor_name::text,
            p.actor_unit_id, p.reason::text
        from casework.prints p where p.at >= since and p.at < until
        union all
        select d.id, d.at, 'ByProvider', 'disclosure_openings', r.case_id, r.victim_id, d.actor_id, d.actor_name::text, d.actor_unit_id, null
        from casework.disclosure_openings d join casework.referrals r on r.id = d.referral_id where d.at >= since and d.at < until
        union all
        select d.id, d.at, 'Document', 'document_openings', d.case_id, null, d.actor_id, d.actor_name::text, d.actor_unit_id, d.reason::text
        from casework.document_openings d where d.at >= since and d.at < until
        union all
        select s.id, s.at, 'Suspect', 'suspect_openings', s.case_id, s.suspect_id, s.by_id, s.by_name::text, u.unit_id, s.reason::text
        from casework.suspect_openings s join identity.users u on u.id = s.by_id where s.at >= since and s.at < until;
end
$$;

-- What units outside the line of the holding unit (itself and those above it) looked at in the cases that one's own unit works on. Suspects
-- only for who sees the investigation.
create function security.looks_by_others(since timestamptz, until timestamptz) returns table (
    look_id uuid, at timestamptz, kind text, number text, who text, unit_id uuid, reason text)
    language plpgsql stable security definer
    set search_path = pg_catalog
as $$
declare
    mine uuid := security.my_case_unit();
begin
    return query
        select l.look_id, l.at, l.kind, c.number::text, l.actor_name, l.actor_unit_id, l.reason
        from audit.looks(since, until) l
            join casework.case_access a on a.case_id = l.case_id and a.unit_id = mine and a.works
            join casework.cases c on c.id = l.case_id
        where (l.kind <> 'Suspect' or a.sees_investigation)
            and l.actor_unit_id not in (select security.unit_and_above(c.holding_unit_id));
end
$$;

-- Once a week and unit: that others looked. The week that has ended, from Monday to Sunday in Asia/Karachi; who was told of it is not told again.
create function telling.tell_of_looks(moment timestamptz) returns integer
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    monday date := date_trunc('week', moment at time zone 'Asia/Karachi')::date;
    week text := to_char(monday - 7, 'IYYY-"W"IW');
    holder uuid;
    people uuid[];
    told integer := 0;
begin
    -- Two portals at one moment must not both tell.
    perform pg_advisory_xact_lock(hashtextextended('looks ' || week, 0));
    for holder in
        select distinct c.holding_unit_id
        from audit.looks((monday - 7)::timestamp at time zone 'Asia/Karachi', monday::timestamp at time zone 'Asia/Karachi') l
            join casework.cases c on c.id = l.case_id
        where l.actor_unit_id not in (select security.unit_and_above(c.holding_unit_id))
    loop
        people := array(
            select p from telling.people_at(holder, null, 'Sender') p
            where not exists (select from telling.notifications n where n.user_id = p and n.kind = 'LooksByOthers' and n.number = week));
        if people <> '{}' then
            perform security.tell('LooksByOthers', people, null, week, false, false, moment);
            told := told + 1;
        end if;
    end loop;
    return told;
end
$$;
revoke all on function audit.looks(timestamptz, timestamptz), security.looks_by_others(timestamptz, timestamptz), telling.tell_of_looks(timestamptz) from public;
grant execute on function security.looks_by_others(timestamptz, timestamptz) to tipsom_app;
