-- What an access in force opens: the row of one identity, to read; and of the case some facts without its number. Asked anew by every
-- statement, so that it ends with its minute, with the asker's own word, and with the switch of the agency.
create function security.people_in_emergency() returns setof uuid
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select t.victim_id
    from casework.emergency_accesses a join casework.emergency_targets t on t.access_id = a.id
        join identity.users u on u.id = a.actor_id join identity.agencies g on g.id = u.agency_id
    where a.actor_id = (select security.my_user()) and a.ended_at is null and a.ends_at > security.moment() and t.victim_id is not null
        and g.allows_emergency_opening
$$;

-- Is this one's own, and in force?
create function security.asks_in_emergency(access uuid) returns boolean
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select exists (
        select from casework.emergency_accesses a join identity.users u on u.id = a.actor_id join identity.agencies g on g.id = u.agency_id
        where a.id = access and a.actor_id = (select security.my_user()) and a.ended_at is null and a.ends_at > security.moment()
            and g.allows_emergency_opening)
$$;

create policy identity_seen_in_an_emergency on casework.victim_identities for select to tipsom_app
    using (victim_id = any (array(select security.people_in_emergency())));

-- Whom it leads to: for who asked while it is in force, and for those who hold the case.
alter table casework.emergency_targets enable row level security;
create policy emergency_target_seen_by_who_may_open_it on casework.emergency_targets for select to tipsom_app
    using (victim_id = any (array(select security.people_in_emergency())) and security.asks_in_emergency(access_id)
        or security.works_on_case(case_id) and security.follows_emergency(access_id));
grant select on casework.emergency_targets to tipsom_app;

create policy opening_written_in_an_emergency on casework.identity_openings for insert to tipsom_app
    with check (actor_id = (select security.my_user()) and actor_unit_id = (select security.my_unit())
        and security.asks_in_emergency(emergency_access_id)
        and exists (select from casework.emergency_targets t
            where t.access_id = emergency_access_id and t.victim_id = identity_openings.victim_id and t.case_id = identity_openings.case_id));
drop policy opening_written_in_own_name on casework.identity_openings;
create policy opening_written_in_own_name on casework.identity_openings for insert to tipsom_app
    with check (emergency_access_id is null and security.sees_case(case_id, true) and actor_id = (select security.my_user())
        and actor_unit_id = (select security.my_unit()));

-- The facts on the page of an access. Nothing where the asker's hour is over; where care is given is not among them.
create function security.emergency_facts(access uuid)
    returns table (found boolean, sex text, age_years integer, age_is_approximate boolean, address_is_confidential boolean, unit_en text, unit_ur text,
        agency_en text, agency_ur text, phone text)
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select t.victim_id is not null, v.sex, v.age_years, v.age_is_approximate, v.address_is_confidential, u.name_en::text, u.name_ur::text,
        g.name_en::text, g.name_ur::text, u.phone::text
    from casework.emergency_accesses a join casework.emergency_targets t on t.access_id = a.id
        left join casework.victims v on v.id = t.victim_id left join casework.cases c on c.id = t.case_id
        left join identity.units u on u.id = c.holding_unit_id left join identity.agencies g on g.id = u.agency_id
    where a.id = access and a.granted_at is not null and security.follows_emergency(a.id)
        and (a.actor_id <> (select security.my_user()) or security.asks_in_emergency(a.id))
$$;
revoke all on function security.people_in_emergency(),
    security.asks_in_emergency(uuid), security.emergency_facts(uuid) from public;
grant execute on function security.people_in_emergency(),
    security.asks_in_emergency(uuid), security.emergency_facts(uuid) to tipsom_app;
