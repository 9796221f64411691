-- Somebody is invited, moved, and leaves. Each is one statement of a request, and checks anew who asks.
create function security.make_account(person uuid, display_name text, user_name text, email text, unit uuid, role text) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if user_name !~ '^[a-z0-9._@+-]{3,100}$' then
        perform security.refuse('A user name has 3 to 100 small letters, digits and . _ - + @ and no space.');
    end if;
    if exists (select from identity.users u where u.normalized_user_name = upper(make_account.user_name)) then
        perform security.refuse('Somebody has this user name already.');
    end if;
    insert into identity.users (
        id, display_name, unit_id, agency_id, role, user_name, normalized_user_name, email, normalized_email, email_confirmed, security_stamp,
        concurrency_stamp, phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count, is_demo)
    select person, make_account.display_name, t.id, t.agency_id, make_account.role, make_account.user_name, upper(make_account.user_name),
        make_account.email, upper(make_account.email), true, gen_random_uuid()::text, gen_random_uuid()::text, false, false, true, 0, false
    from identity.units t where t.id = unit;
end
$$;

create function security.invite(person uuid, display_name text, user_name text, email text, unit uuid, role text) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    perform security.must_grant(unit, role);
    perform security.make_account(person, display_name, user_name, email, unit, role);
end
$$;

-- Ends what is in force on the day and takes back what was to come; those stay on the record with no day in them.
create function security.end_postings(person uuid, on_day date, reason text) returns void
    language sql security definer
    set search_path = pg_catalog
as $$
    update identity.postings p
    set until_day = greatest(p.from_day, on_day), ended_at = security.moment(), ended_by_id = security.my_user(), end_reason = reason
    where p.user_id = person and coalesce(p.until_day > greatest(p.from_day, on_day), true)
$$;

create function security.post(person uuid, unit uuid, role text, from_day date, reason text, work_to uuid, decisions_to uuid) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    held identity.users;
begin
    select * into held from identity.users u where u.id = person for update;
    if not exists (select from identity.postings p where p.user_id = person and coalesce(p.until_day > security.today(), true)) then
        perform security.refuse('This person has left. Somebody who comes back is invited anew.');
    end if;
    if not exists (select from identity.units t where t.id = unit and t.agency_id = held.agency_id) then
        perform security.refuse('A person goes to another agency by leaving and being invited there.');
    end if;
    if from_day < security.today() or from_day > security.today() + 366 then
        perform security.refuse('A posting begins today or within a year.');
    end if;
    if role <> held.role or unit <> held.unit_id then
        perform security.must_leave_an_administrator(person);
    end if;
    if from_day = security.today() and (unit <> held.unit_id or role <> all (security.side_of(held.role))) then
        perform security.must_hand_on(person, work_to, decisions_to);
    end if;
    perform security.end_postings(person, from_day, reason);
    insert into identity.postings (id, user_id, unit_id, agency_id, role, from_day, made_at, made_by_id, work_to_id, decisions_to_id)
    values (gen_random_uuid(), person, unit, held.agency_id, role, from_day, security.moment(), security.my_user(), work_to, decisions_to);
    perform telling.write_about_account(person, 'PostingChanged');
end
$$;

create function security.move(person uuid, unit uuid, role text, from_day date, reason text, work_to uuid, decisions_to uuid) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    perform security.must_keep_posting(person);
    perform security.must_grant(unit, role);
    perform security.post(person, unit, role, from_day, reason, work_to, decisions_to);
end
$$;

create function security.leave(person uuid, reason text, work_to uuid, decisions_to uuid) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    perform security.must_keep_posting(person);
    perform from identity.users u where u.id = person for update;
    if not exists (select from identity.postings p where p.user_id = person and coalesce(p.until_day > security.today(), true)) then
        perform security.refuse('This person has left. Somebody who comes back is invited anew.');
    end if;
    perform security.must_leave_an_administrator(person);
    perform security.must_hand_on(person, work_to, decisions_to);
    perform security.end_postings(person, security.today(), reason);
    perform security.shut(person);
end
$$;

-- No copy of any cookie and no code is worth anything: those for the person, and those the person gave, whose words they know.
create function security.shut(person uuid) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    update identity.users u set disabled_at = security.moment() where u.id = person and u.disabled_at is null;
    delete from identity.sessions s where s.user_id = person;
    update identity.account_codes c set ended_at = security.moment() where person in (c.user_id, c.issued_by) and c.ended_at is null;
end
$$;
revoke all on function security.make_account(uuid, text, text, text, uuid, text), security.invite(uuid, text, text, text, uuid, text),
    security.end_postings(uuid, date, text), security.post(uuid, uuid, text, date, text, uuid, uuid),
    security.move(uuid, uuid, text, date, text, uuid, uuid), security.leave(uuid, text, uuid, uuid), security.shut(uuid) from public;
grant execute on function security.invite(uuid, text, text, text, uuid, text), security.move(uuid, uuid, text, date, text, uuid, uuid),
    security.leave(uuid, text, uuid, uuid) to tipsom_app;
