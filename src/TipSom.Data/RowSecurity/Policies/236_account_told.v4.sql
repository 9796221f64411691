-- A person is told what happens to their own account, whoever does it and whatever mails they chose: it may not have been them.
create function telling.write_about_account(person uuid, kind text) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    insert into telling.notifications (id, user_id, kind, number, made_at, is_work, is_urgent)
    select gen_random_uuid(), u.id, write_about_account.kind, '', security.moment(), false, false
    from identity.users u where u.id = person;
    insert into telling.outbox (id, user_id, culture, kind, is_work, is_urgent, number, is_referral, made_at, not_before, attempts)
    select gen_random_uuid(), u.id, coalesce(u.culture, 'en-PK'), write_about_account.kind, false, false, '', false, security.moment(), security.moment(), 0
    from identity.users u where u.id = person and u.disabled_at is null and u.email <> '';
end
$$;

-- The same for the program, which finds out who somebody is.
create function telling.tell_about_account(person uuid, kind text) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    perform security.must_work_as('sign-in');
    if kind in ('SignedInElsewhere', 'SignInChanged', 'SecondStepFailed') then
        perform telling.write_about_account(person, kind);
    end if;
end
$$;
revoke all on function telling.write_about_account(uuid, text), telling.tell_about_account(uuid, text) from public;
grant execute on function telling.tell_about_account(uuid, text) to tipsom_app;
