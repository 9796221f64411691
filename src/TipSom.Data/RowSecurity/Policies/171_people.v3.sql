-- What a person is in the case, and who belongs to whom.
grant update (
    age_basis, age_when_exploited, sex_on_document, citizenship_code, other_language_codes, needs_interpreter, address_is_confidential,
    papers_held_by_trafficker, may_be_contacted
) on casework.victims to tipsom_app;

-- People logged before are what the kind of their case says; by whom they were logged, and when.
insert into casework.person_roles (id, victim_id, case_id, role, since, by_id, by_name)
select gen_random_uuid(), v.id, v.case_id, case c.kind when 'Smuggling' then 'SmuggledMigrant' else 'VictimOfTrafficking' end,
    c.logged_at, c.logged_by_id, c.logged_by_name
from casework.victims v join casework.cases c on c.id = v.case_id;

call security.guard_case_part('casework.person_roles', 'until, ended_by_id, ended_by_name, sealed_end_reason');
call security.guard_case_part('casework.family_ties', 'until, ended_by_id, ended_by_name');

-- Who writes a part of a case is who asks; the owner writes whom it likes.
create function security.sign_part() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if security.my_user() is not null then
        new.by_id := security.my_user();
        new.by_name := coalesce((select u.display_name from identity.users u where u.id = security.my_user()), new.by_name);
    end if;
    return new;
end
$$;
create trigger sign_part before insert on casework.person_roles for each row execute function security.sign_part();
create trigger sign_part before insert on casework.family_ties for each row execute function security.sign_part();

-- What has ended stays ended, signed by who ended it.
create function security.sign_end() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if old.until is not null then
        perform security.refuse('What has ended stays as it was written.');
    end if;
    if new.until is not null and security.my_user() is not null then
        new.ended_by_id := security.my_user();
        new.ended_by_name := coalesce((select u.display_name from identity.users u where u.id = security.my_user()), new.ended_by_name);
    end if;
    return new;
end
$$;
create trigger sign_end before update on casework.person_roles for each row execute function security.sign_end();
create trigger sign_end before update on casework.family_ties for each row execute function security.sign_end();

-- Judged at the end of the transaction, when the new role is there.
create function security.person_keeps_a_role() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if not exists (select from casework.person_roles r where r.victim_id = new.victim_id and r.until is null) then
        perform security.refuse('A person has at least one role in the case. Choose the new one first.');
    end if;
    return null;
end
$$;
create constraint trigger person_keeps_a_role after update on casework.person_roles
    deferrable initially deferred for each row execute function security.person_keeps_a_role();
revoke all on function security.sign_part(), security.sign_end(), security.person_keeps_a_role() from public;
