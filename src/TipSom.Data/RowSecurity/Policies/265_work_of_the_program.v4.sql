-- What the program does by itself (mails, clocks, the index of names, scans, imports, sign-ins) belongs to no account. It says so in a
-- context that it signs like that of a person, "worker:<work>|expiry||"; without one these functions answer nobody, so that a connection as
-- the role of requests is worth nothing without the key.
create function security.works_as(work text) returns boolean
    language plpgsql stable security definer
    set search_path = pg_catalog
as $$
declare
    parts text[] := string_to_array(coalesce(current_setting('tipsom.context', true), ''), '|');
begin
    -- The owner migrates and brings demo data.
    if session_user <> 'tipsom_app' then
        return true;
    end if;
    -- Of an empty setting everything would be null, which is not false.
    return coalesce(
        array_length(parts, 1) = 5 and parts[1] = 'worker:' || work and parts[2] ~ '^[0-9]{1,12}$'
            and security.context_mac(array_to_string(parts[1:4], '|')) = parts[5] and to_timestamp(parts[2]::bigint) >= clock_timestamp(),
        false);
end
$$;

create function security.must_work_as(work text) returns void
    language plpgsql stable security definer
    set search_path = pg_catalog
as $$
begin
    if not security.works_as(work) then
        raise exception 'This is the work of the program itself.' using errcode = 'insufficient_privilege';
    end if;
end
$$;

-- The index of names asked only that nobody is signed in.
create or replace function security.is_program() returns boolean
    language sql stable
    set search_path = pg_catalog
as $$ select security.works_as('names') $$;

-- Leaves a function to the program: it goes to a schema that the role of requests may not use, and one of its name that asks first stands
-- where it was.
create schema program;
create procedure security.leave_to_program(done regprocedure, work text)
    language plpgsql
    set search_path = pg_catalog
as $$
declare
    schema text := (select p.pronamespace::regnamespace::text from pg_proc p where p.oid = done);
    name text := (select p.proname from pg_proc p where p.oid = done);
    arguments text := pg_get_function_arguments(done);
    result text := pg_get_function_result(done);
    -- Inputs by number: a name could be that of a column.
    given text := (select coalesce(string_agg('$' || i, ', ' order by i), '') from pg_proc p, generate_series(1, p.pronargs) i where p.oid = done);
    returned text := (
        select string_agg(p.proargnames[i], ', ' order by i) from pg_proc p, generate_subscripts(p.proargmodes, 1) i
        where p.oid = done and p.proargmodes[i] = 'o');
    inner_call text := format('program.%I(%s)', name, given);
    act text := format('return %s', inner_call);
begin
    if returned is not null then
        act := format('select * into %s from %s', returned, inner_call);
    elsif result like 'TABLE(%' then
        act := format('return query select * from %s', inner_call);
    elsif result = 'void' then
        act := format('perform %s', inner_call);
    end if;
    execute format('revoke all on function %s from tipsom_app', done);
    execute format('alter function %s set schema program', done);
    execute format(
        'create function %s.%I(%s) returns %s language plpgsql security definer set search_path = pg_catalog as %L',
        schema, name, arguments, result,
        format('begin perform security.must_work_as(%L); %s; end', work, act));
    execute format('revoke all on function %s.%I(%s) from public', schema, name, pg_get_function_identity_arguments(done));
    execute format('grant execute on function %s.%I(%s) to tipsom_app', schema, name, pg_get_function_identity_arguments(done));
end
$$;
revoke all on function security.works_as(text), security.must_work_as(text) from public;
revoke all on procedure security.leave_to_program(regprocedure, text) from public;

call security.leave_to_program('telling.take_mail(integer, interval, timestamptz)', 'mail');
call security.leave_to_program('telling.mail_sent(uuid, timestamptz)', 'mail');
call security.leave_to_program('telling.mail_failed(uuid, integer, text, timestamptz, timestamptz)', 'mail');
call security.leave_to_program('security.fire_timers(timestamptz, integer)', 'clocks');
call security.leave_to_program('security.tell_of_the_day(timestamptz)', 'clocks');
call security.leave_to_program('security.tidy_shares()', 'clocks');
call security.leave_to_program('security.empty_expired_drafts(integer)', 'clocks');
call security.leave_to_program('security.name_feed()', 'names');
call security.leave_to_program('security.identities_after(uuid, integer)', 'names');
call security.leave_to_program('security.names_changed_since(bigint)', 'names');
call security.leave_to_program('security.sweep_name_changes()', 'names');
call security.leave_to_program('security.take_documents_to_scan(integer, interval)', 'scans');
call security.leave_to_program('security.document_scanned(uuid, boolean)', 'scans');
call security.leave_to_program('security.take_import(interval)', 'imports');
call security.leave_to_program('security.empty_old_imports(timestamptz)', 'imports');
call security.leave_to_program('audit.note_sign_in(uuid, text, text)', 'sign-in');

-- Parts of the work of each day: the function of the day calls them, and nobody else.
revoke execute on function security.agreements_to_remind(date), security.follow_ups_due(date), security.plan_items_due(date) from tipsom_app;

-- How many needs are nobody's is for the page of who keeps the clocks, too.
revoke all on function security.needs_of_nobody() from tipsom_app;
alter function security.needs_of_nobody() set schema program;
create function security.needs_of_nobody() returns table (need_id uuid, lacks text)
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if security.my_role() is distinct from 'NationalAdministrator' then
        perform security.must_work_as('clocks');
    end if;
    return query select * from program.needs_of_nobody();
end
$$;
revoke all on function security.needs_of_nobody() from public;
grant execute on function security.needs_of_nobody() to tipsom_app;
