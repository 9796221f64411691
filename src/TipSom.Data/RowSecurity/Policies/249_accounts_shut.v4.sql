-- What an administrator does to an account within five minutes of a call: ends its sessions, voids its factors, closes it and opens it again.
create function security.end_sessions_of(person uuid) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    perform security.must_keep_account(person);
    delete from identity.sessions s where s.user_id = person;
    perform security.note_account(person, 'sessions');
    perform telling.write_about_account(person, 'SessionsEnded');
end
$$;

-- The way back in is a code, which is told to the person and to those above (issue_account_code).
create function security.take_factors_of(person uuid) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    perform security.must_keep_account(person);
    if security.is_national((select u.role from identity.users u where u.id = person)) then
        perform security.must_have_agreed(person);
    end if;
    -- The password goes too: with it alone whoever stole it would be asked to set up a factor of their own. Empty, no password fits it.
    update identity.users u set password_hash = '', security_stamp = gen_random_uuid()::text where u.id = person and u.password_hash is not null;
    delete from identity.sessions s where s.user_id = person;
    delete from identity.authenticators a where a.user_id = person;
    delete from identity.code_cards c where c.user_id = person;
    delete from identity.user_passkeys k where k.user_id = person;
    perform security.note_account(person, 'factors');
end
$$;

create function security.disable_account(person uuid) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    perform security.must_keep_account(person);
    perform security.must_leave_an_administrator(person);
    perform security.shut(person);
end
$$;

create function security.enable_account(person uuid) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    perform security.must_keep_account(person);
    if not exists (select from identity.postings p where p.user_id = person and coalesce(p.until_day > security.today(), true)) then
        perform security.refuse('This person has left. Somebody who comes back is invited anew.');
    end if;
    update identity.users u set disabled_at = null where u.id = person;
    perform telling.write_about_account(person, 'SignInChanged');
end
$$;
revoke all on function security.end_sessions_of(uuid), security.take_factors_of(uuid), security.disable_account(uuid), security.enable_account(uuid) from public;
grant execute on function security.end_sessions_of(uuid), security.take_factors_of(uuid), security.disable_account(uuid), security.enable_account(uuid) to tipsom_app;
