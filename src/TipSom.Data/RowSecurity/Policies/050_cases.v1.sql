-- A case is seen by the unit that holds it and the units above it in the same agency.
create function security.case_opened() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    insert into casework.case_access (case_id, unit_id, sees_identity, status, updated_at)
    select new.id, u, true, new.status, new.updated_at from security.unit_and_above(new.holding_unit_id) u;
    return null;
end
$$;
create trigger case_opened after insert on casework.cases for each row execute function security.case_opened();

create function security.case_changed() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    update casework.case_access set status = new.status, updated_at = new.updated_at where case_id = new.id;
    return null;
end
$$;
create trigger case_changed after update of status, updated_at on casework.cases for each row execute function security.case_changed();

-- Do I work on this case, and may I see who the people are?
create function security.sees_case(id uuid, with_identity boolean default false) returns boolean
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select exists (
        select from casework.case_access a
        where a.case_id = id and a.unit_id = (select security.my_case_unit()) and (a.sees_identity or not with_identity))
$$;
revoke all on function security.case_opened(), security.case_changed(), security.sees_case(uuid, boolean) from public;
grant execute on function security.sees_case(uuid, boolean) to tipsom_app;

alter table casework.case_access enable row level security;
create policy case_access_of_own_unit on casework.case_access for select to tipsom_app
    using (unit_id = (select security.my_case_unit()));
grant select on casework.case_access to tipsom_app;

alter table casework.cases enable row level security;
-- The first half is what a case being inserted is judged by: its access rows come a moment later.
create policy case_visible_to_its_units on casework.cases for select to tipsom_app
    using (holding_unit_id = (select security.my_case_unit())
        or exists (select from casework.case_access a where a.case_id = id and a.unit_id = (select security.my_case_unit())));
create policy case_logged_by_own_unit on casework.cases for insert to tipsom_app
    with check (
        holding_unit_id = (select security.my_case_unit())
        and holding_agency_id = (select security.my_agency())
        and logged_by_id = (select security.my_user()));
create policy case_changed_by_its_units on casework.cases for update to tipsom_app
    using (exists (select from casework.case_access a where a.case_id = id and a.unit_id = (select security.my_case_unit())));
-- Who holds a case, its number and who logged it never change by an update.
grant select, insert, update (kind, border, proposed_lead, status, station_reference, sealed_narrative, updated_at) on casework.cases to tipsom_app;

-- Ids in a record of an act are checked by policies; the name beside them is written here, so that nobody signs as a colleague.
create function security.sign_with_own_name() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    new.actor_name := coalesce((select u.display_name from identity.users u where u.id = security.my_user()), new.actor_name);
    return new;
end
$$;
create function security.log_with_own_name() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    new.logged_by_name := coalesce((select u.display_name from identity.users u where u.id = security.my_user()), new.logged_by_name);
    return new;
end
$$;
revoke all on function security.sign_with_own_name(), security.log_with_own_name() from public;
create trigger log_with_own_name before insert on casework.cases for each row execute function security.log_with_own_name();
create trigger sign_with_own_name before insert on casework.case_events for each row execute function security.sign_with_own_name();

alter table casework.case_events enable row level security;
create policy case_event_visible_with_its_case on casework.case_events for select to tipsom_app
    using (exists (select from casework.case_access a where a.case_id = case_events.case_id and a.unit_id = (select security.my_case_unit())));
create policy case_event_written_in_own_name on casework.case_events for insert to tipsom_app
    with check (security.sees_case(case_id) and actor_id = (select security.my_user()) and actor_unit_id = (select security.my_unit()));
grant select, insert on casework.case_events to tipsom_app;
