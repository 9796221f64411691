-- Who did what, from which session, where and in which transaction; all of it from the verified context, nothing from the program's arguments.
create or replace function audit.record() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    me security.person := security.me();
    row_id uuid := coalesce(to_jsonb(new) ->> 'id', to_jsonb(new) ->> tg_argv[0])::uuid;
    changed text[] := '{}';
begin
    if tg_op = 'UPDATE' then
        select coalesce(array_agg(n.key order by n.key), '{}') into changed
        from jsonb_each(to_jsonb(new)) n join jsonb_each(to_jsonb(old)) o using (key) where n.value is distinct from o.value;
    end if;
    insert into audit.entries (at, actor_id, actor_unit_id, agency_id, session_id, place, transaction_id, table_name, row_id, act, fields)
    values (clock_timestamp(), me.user_id, me.unit_id, me.agency_id, me.session_id, me.place, pg_current_xact_id()::text::bigint,
        tg_table_name, row_id, tg_op, changed);
    return null;
end
$$;

-- Writes an act that no trigger sees. For the functions of the owner alone.
create function audit.write(act text, subject text, row_id uuid, detail text) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    me security.person := security.me();
begin
    insert into audit.entries
        (at, actor_id, actor_unit_id, agency_id, session_id, place, transaction_id, table_name, row_id, act, fields, detail)
    values (clock_timestamp(), me.user_id, me.unit_id, me.agency_id, me.session_id, me.place, pg_current_xact_id()::text::bigint,
        subject, row_id, act, '{}', detail);
end
$$;

-- An act that changes no row. Only what stands here; a change is written by the trigger of its table and by nothing else.
create function audit.note(act text, subject text, row_id uuid, detail text) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if security.my_user() is null then
        raise exception 'Nobody is signed in.' using errcode = 'insufficient_privilege';
    end if;
    if act is null or act <> all (array['SIGN_OUT', 'STEP_UP', 'STEP_UP_REFUSED', 'REFUSED', 'REFUSED_BY_RULE', 'EXPORT', 'AUDIT_READ'])
        or subject is null or subject !~ '^[a-z_]{1,40}$' or detail !~ '^[A-Za-z0-9 ._:/-]{0,80}$' then
        raise exception 'The trail takes no such note.' using errcode = 'invalid_parameter_value';
    end if;
    perform audit.write(act, subject, row_id, detail);
end
$$;

-- A sign-in, before anybody is known: the account is what was tried, not who did it, so no actor is written.
create function audit.note_sign_in(account uuid, result text, place text) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if result is null or result !~ '^[A-Za-z]{1,40}$' or place !~ '^[0-9a-f]{16}$' then
        raise exception 'The trail takes no such note.' using errcode = 'invalid_parameter_value';
    end if;
    insert into audit.entries (at, place, transaction_id, table_name, row_id, act, fields, detail)
    values (clock_timestamp(), place, pg_current_xact_id()::text::bigint, 'users', account,
        case when result like 'SignedIn%' then 'SIGN_IN' else 'SIGN_IN_REFUSED' end, '{}', result);
end
$$;
revoke all on function audit.write(text, text, uuid, text), audit.note(text, text, uuid, text), audit.note_sign_in(uuid, text, text) from public;
grant execute on function audit.note(text, text, uuid, text), audit.note_sign_in(uuid, text, text) to tipsom_app;

-- Searches stood outside the trail: their own rows could have been changed unseen.
create trigger audit_searches after insert or update on casework.searches for each row execute function audit.record('');
