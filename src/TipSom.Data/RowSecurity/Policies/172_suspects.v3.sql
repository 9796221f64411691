-- Suspects and who looked at them are read and written by those who may see the investigation.
call security.guard_case_part(
    'casework.suspects',
    'sealed_details, sex, age_years, age_is_approximate, citizenship_code, role_codes, in_organised_group, status, victim_id, found_victim_at,
    looked_at, looked_by_id, looked_by_name, sealed_look_note, updated_at',
    'investigation');
call security.guard_case_part('casework.suspect_openings', '', 'investigation');
create trigger sign_part before insert on casework.suspects for each row execute function security.sign_part();
create trigger sign_part before insert on casework.suspect_openings for each row execute function security.sign_part();

-- Who a suspect is may be opened by a unit the investigation is shared with too, each opening on record like an identity's.
drop policy suspect_openings_added_by_who_works_on_it on casework.suspect_openings;
create policy suspect_opening_written_by_who_sees_the_investigation on casework.suspect_openings for insert to tipsom_app
    with check (security.sees_investigation(case_id));

-- A supervisor looks at an accusation against a person of the case: once, in the own name, and not at the own accusation.
create function security.guard_look() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if (new.looked_at, new.looked_by_id, new.looked_by_name, new.sealed_look_note)
        is not distinct from (old.looked_at, old.looked_by_id, old.looked_by_name, old.sealed_look_note) then
        return new;
    end if;
    if old.looked_at is not null then
        perform security.refuse('A supervisor has looked at this accusation already.');
    end if;
    if security.my_role() is distinct from 'Supervisor' then
        perform security.refuse('A supervisor looks at an accusation against a person of the case.');
    end if;
    if security.my_user() = old.by_id then
        perform security.refuse('Somebody other than who accused the person looks at it.');
    end if;
    new.looked_by_id := security.my_user();
    new.looked_by_name := coalesce((select u.display_name from identity.users u where u.id = security.my_user()), new.looked_by_name);
    return new;
end
$$;
revoke all on function security.guard_look() from public;
create trigger guard_look before update on casework.suspects for each row execute function security.guard_look();
