-- What a unit may do with a case it sees: those who hold it work on it; those it is shared with see what was chosen, until the day chosen.
create or replace function security.sees_case(id uuid, with_identity boolean default false) returns boolean
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select exists (
        select from casework.case_access a
        where a.case_id = id and a.unit_id = (select security.my_case_unit()) and (a.sees_identity or not with_identity)
            and (a.until is null or a.until > security.moment()))
$$;

-- May I see who is suspected, and how the investigation stands?
create function security.sees_investigation(id uuid) returns boolean
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select exists (
        select from casework.case_access a
        where a.case_id = id and a.unit_id = (select security.my_case_unit()) and a.sees_investigation
            and (a.until is null or a.until > security.moment()))
$$;

-- May I open the documents?
create function security.sees_documents(id uuid) returns boolean
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select exists (
        select from casework.case_access a
        where a.case_id = id and a.unit_id = (select security.my_case_unit()) and a.sees_documents
            and (a.until is null or a.until > security.moment()))
$$;

-- May I change it? Only those who hold it.
create function security.works_on_case(id uuid) returns boolean
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select exists (
        select from casework.case_access a where a.case_id = id and a.unit_id = (select security.my_case_unit()) and a.works)
$$;
revoke all on function security.sees_investigation(uuid), security.sees_documents(uuid), security.works_on_case(uuid) from public;
grant execute on function security.sees_investigation(uuid), security.sees_documents(uuid), security.works_on_case(uuid) to tipsom_app;

-- A share that has run out is no row to anybody, wherever a policy asks this table.
drop policy case_access_of_own_unit on casework.case_access;
create policy case_access_of_own_unit on casework.case_access for select to tipsom_app
    using (unit_id = (select security.my_case_unit()) and (until is null or until > (select security.moment())));

-- The policies of a table whose rows are a part of a case: seen with it, written by those who work on it, audited. Called by the owner, when
-- the table is made.
--   changes  the columns that may be updated; none where a row stays as it was written
--   within   what of the case one must see: 'case', 'identity', 'investigation' or 'documents'
--   key      the column that names the row where it is not "id"
create procedure security.guard_case_part(part regclass, changes text default '', within text default 'case', key text default '')
    language plpgsql
    set search_path = pg_catalog
as $$
declare
    name text := (select c.relname from pg_class c where c.oid = part);
    seen text := '';
    written text := 'security.works_on_case(case_id)';
begin
    if within = 'identity' then
        seen := ' and a.sees_identity';
        written := written || ' and security.sees_case(case_id, true)';
    elsif within = 'investigation' then
        seen := ' and a.sees_investigation';
        written := written || ' and security.sees_investigation(case_id)';
    elsif within = 'documents' then
        seen := ' and a.sees_documents';
        written := written || ' and security.sees_documents(case_id)';
    end if;
    execute format('alter table %s enable row level security', part);
    execute format(
        'create policy %1$s_seen_with_the_case on %2$s for select to tipsom_app using (exists (
            select from casework.case_access a where a.case_id = %1$I.case_id and a.unit_id = (select security.my_case_unit())%3$s))',
        name, part, seen);
    execute format('create policy %1$s_added_by_who_works_on_it on %2$s for insert to tipsom_app with check (%3$s)', name, part, written);
    execute format('grant select, insert on %s to tipsom_app', part);
    if changes <> '' then
        execute format('create policy %1$s_changed_by_who_works_on_it on %2$s for update to tipsom_app using (%3$s) with check (%3$s)', name, part, written);
        execute format('grant update (%2$s) on %1$s to tipsom_app', part, changes);
    end if;
    execute format('create trigger audit_%1$s after insert or update on %2$s for each row execute function audit.record(%3$L)', name, part, key);
end
$$;
revoke all on procedure security.guard_case_part(regclass, text, text, text) from public;

-- Whose act it was is the verified context's to say, so that nobody signs as a colleague; the owner writes whom it likes.
create function security.sign_act() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    me security.person := security.me();
begin
    new.actor_id := coalesce(me.user_id, new.actor_id);
    new.actor_unit_id := coalesce(me.unit_id, new.actor_unit_id);
    new.actor_name := coalesce((select u.display_name from identity.users u where u.id = me.user_id), new.actor_name);
    return new;
end
$$;
revoke all on function security.sign_act() from public;
