-- The work of an import. A portal takes it in hand for a while; each piece is one transaction that is done once, whoever asks twice; and
-- it is done with the rights of who brought the register in, as long as that account may work.
create function security.take_import(in_hand interval, out import_id uuid, out user_id uuid)
    language sql security definer
    set search_path = pg_catalog
as $$
    update casework.register_imports i set in_hand_until = security.moment() + in_hand
    where i.id = (
        select w.id from casework.register_imports w join identity.users u on u.id = w.user_id
        where w.status in ('Running', 'Cancelling') and coalesce(w.in_hand_until < security.moment(), true)
            and u.disabled_at is null and security.my_user() is null
        order by w.started_at limit 1 for update of w skip locked)
    returning i.id, i.user_id
$$;

-- Takes in the cases from a place on. False where another portal did it, or the import was cancelled. What comes is rows of the tables
-- named here; of those only what belongs to this import is taken.
create function security.bring_in(import uuid, from_case integer, cases_come integer, people_come integer, come jsonb, in_hand interval) returns boolean
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    i casework.register_imports;
    part text;
begin
    select * into i from casework.register_imports r where r.id = import for update;
    if i.user_id is distinct from security.my_user() or i.status <> 'Running' or i.cases_in <> from_case then
        return false;
    end if;
    insert into casework.cases
    select c.* from jsonb_populate_recordset(null::casework.cases, come -> 'cases') c
    where c.import_id = i.id and c.holding_unit_id = i.unit_id and c.logged_by_id = i.user_id;
    foreach part in array array['victims', 'person_roles', 'victim_identities', 'case_events'] loop
        execute format(
            'insert into casework.%1$I select p.* from jsonb_populate_recordset(null::casework.%1$I, $1) p join casework.cases c on c.id = p.case_id and c.import_id = $2',
            part) using coalesce(come -> part, '[]'), i.id;
    end loop;
    update casework.register_imports r
    set cases_in = r.cases_in + cases_come, people_in = r.people_in + people_come, in_hand_until = security.moment() + in_hand
    where r.id = i.id;
    return true;
end
$$;

-- All are in: now, and together, they are seen.
create function security.finish_import(import uuid) returns boolean
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    i casework.register_imports;
begin
    select * into i from casework.register_imports r where r.id = import for update;
    if i.user_id is distinct from security.my_user() or i.status <> 'Running' or i.cases_in <> i.cases then
        return false;
    end if;
    insert into casework.case_access (case_id, unit_id, sees_identity, status, updated_at)
    select c.id, u, true, c.status, c.updated_at
    from casework.cases c, security.unit_and_above(i.unit_id) u where c.import_id = i.id;
    update casework.register_imports r set status = 'Finished', ended_at = security.moment(), in_hand_until = null where r.id = i.id;
    return true;
end
$$;

-- Takes out again what a cancelled import brought in, a piece at a time. How many cases are left.
create function security.take_out_import(import uuid, piece integer, in_hand interval) returns integer
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    i casework.register_imports;
    gone uuid[];
begin
    select * into i from casework.register_imports r where r.id = import for update;
    if i.user_id is distinct from security.my_user() or i.status <> 'Cancelling' then
        return 0;
    end if;
    select array_agg(c.id) into gone from (select id from casework.cases where import_id = i.id limit piece) c;
    if gone is not null then
        delete from casework.case_events where case_id = any (gone);
        delete from casework.victim_identities where case_id = any (gone);
        delete from casework.person_roles where case_id = any (gone);
        delete from casework.victims where case_id = any (gone);
        delete from casework.cases where id = any (gone);
    end if;
    update casework.register_imports r
    set cases_in = greatest(r.cases_in - coalesce(cardinality(gone), 0), 0), in_hand_until = security.moment() + in_hand where r.id = i.id;
    if gone is null then
        update casework.register_imports r
        set status = 'Cancelled', people_in = 0, ended_at = security.moment(), sealed_file = null, in_hand_until = null where r.id = i.id;
        return 0;
    end if;
    return i.cases_in;
end
$$;

-- The sealed files of imports that ended long enough ago. How many were emptied.
create function security.empty_old_imports(before timestamptz) returns integer
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    emptied integer;
begin
    if security.my_user() is not null then
        return 0;
    end if;
    update casework.register_imports set sealed_file = null
    where sealed_file is not null and (ended_at < before or status = 'Uploaded' and uploaded_at < before);
    get diagnostics emptied = row_count;
    return emptied;
end
$$;

revoke all on function security.take_import(interval), security.bring_in(uuid, integer, integer, integer, jsonb, interval),
    security.finish_import(uuid), security.take_out_import(uuid, integer, interval), security.empty_old_imports(timestamptz) from public;
grant execute on function security.take_import(interval), security.bring_in(uuid, integer, integer, integer, jsonb, interval),
    security.finish_import(uuid), security.take_out_import(uuid, integer, interval), security.empty_old_imports(timestamptz) to tipsom_app;
