-- Opening one person's identity in an emergency, by somebody who does not see the case. The database finds the person, says when it begins
-- and ends, and counts; the program only asks. Whether there is anybody is answered by nothing that happens here: the same rows are written.

-- Whom a request is about. Of several records of one number it is the case logged last; the others stay closed.
create function security.sought_in_emergency(hashes uuid[], case_number text, place integer) returns table (case_id uuid, victim_id uuid)
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select v.case_id, v.id
    from casework.victims v join casework.cases c on c.id = v.case_id
    where case when case_number is null then v.id in (select i.victim_id from casework.victim_identities i where i.number_hashes && hashes)
        else c.number = case_number and v.position = place end
    order by c.logged_at desc, v.id
$$;

create function security.guard_emergency() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    -- In another's name it is refused by the policy, and learns nothing before.
    if session_user = 'tipsom_app' and new.actor_id is distinct from security.my_user() then
        return new;
    end if;
    -- Two posts at one moment must not both be the second.
    perform pg_advisory_xact_lock(hashtextextended('emergency ' || new.actor_id, 0));
    if not exists (
        select from identity.users u join identity.agencies g on g.id = u.agency_id where u.id = new.actor_id and g.allows_emergency_opening) then
        perform security.refuse('Your agency has switched opening in an emergency off. Call the unit that holds the case, or the national desk.');
    end if;
    if exists (
        select from security.sought_in_emergency(new.sought_hashes, new.sought_case, new.sought_position) s where security.sees_case(s.case_id, true)) then
        perform security.refuse('You see this person already. Search for the number, and open the identity there.');
    end if;
    new.at := security.moment();
    new.granted_at := case when (
        select count(*) from casework.emergency_accesses a
        where a.actor_id = new.actor_id and a.granted_at is not null and a.at > new.at - interval '30 days') < 2 then new.at end;
    new.ends_at := new.granted_at + interval '60 minutes';
    new.ended_at := null;
    return new;
end
$$;
create trigger guard_emergency before insert on casework.emergency_accesses for each row execute function security.guard_emergency();

-- Every request leads somewhere or nowhere, and the row for it is written either way.
create function security.aim_emergency() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    insert into casework.emergency_targets (access_id, case_id, victim_id)
    select new.id, s.case_id, s.victim_id
    from (values (1)) one (n) left join lateral (
        select * from security.sought_in_emergency(new.sought_hashes, new.sought_case, new.sought_position) limit 1) s on true;
    perform security.tell_of_emergency(new);
    return null;
end
$$;
create trigger aim_emergency after insert on casework.emergency_accesses for each row execute function security.aim_emergency();

-- The hour ends by the clock; who asked may end it before that, and nothing else about it ever changes.
create function security.end_emergency() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$ begin new.ended_at := security.moment(); return new; end $$;
create trigger end_emergency before update of ended_at on casework.emergency_accesses for each row execute function security.end_emergency();

-- Who follows one: who asked, their supervisors, oversight, and once it is granted those who hold the case.
create function security.follows_emergency(access uuid) returns boolean
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select exists (
        select from casework.emergency_accesses a, security.me() me
        where a.id = access and (a.actor_id = me.user_id
            or me.role in ('Auditor', 'NationalCoordinator')
            or me.role = 'Supervisor' and me.unit_id in (select security.unit_and_above(a.actor_unit_id))
            or a.granted_at is not null and exists (
                select from casework.emergency_targets t join casework.case_access c on c.case_id = t.case_id
                where t.access_id = a.id and c.unit_id = (select security.my_case_unit()) and c.works)))
$$;

alter table casework.emergency_accesses enable row level security;
create policy emergency_seen_by_who_follows_it on casework.emergency_accesses for select to tipsom_app
    using (actor_id = (select security.my_user()) or security.follows_emergency(id));
create policy emergency_asked_in_own_name on casework.emergency_accesses for insert to tipsom_app
    with check (actor_id = (select security.my_user()) and actor_unit_id = (select security.my_unit())
        and (select security.my_role()) in ('Officer', 'Supervisor', 'NationalCoordinator'));
create policy emergency_ended_by_who_asked on casework.emergency_accesses for update to tipsom_app
    using (actor_id = (select security.my_user()) and ended_at is null and ends_at > (select security.moment()))
    with check (actor_id = (select security.my_user()));
create trigger sign_with_own_name before insert on casework.emergency_accesses for each row execute function security.sign_with_own_name();
create trigger audit_emergency_accesses after insert or update on casework.emergency_accesses for each row execute function audit.record();
grant select, insert, update (ended_at) on casework.emergency_accesses to tipsom_app;

create trigger audit_emergency_targets after insert or update on casework.emergency_targets for each row execute function audit.record('access_id');
revoke all on function security.sought_in_emergency(uuid[], text, integer), security.guard_emergency(), security.aim_emergency(), security.end_emergency(),
    security.follows_emergency(uuid) from public;
grant execute on function security.follows_emergency(uuid) to tipsom_app;
