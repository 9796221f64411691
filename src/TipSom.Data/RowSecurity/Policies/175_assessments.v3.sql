-- What happened to a person, the risk, and what the person needs: versions that are added and never changed, each signed by who asks.
create function security.sign_what_is_written() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    new.written_by_id := coalesce(security.my_user(), new.written_by_id);
    new.written_by_unit_id := coalesce(security.my_unit(), new.written_by_unit_id);
    new.written_by_name := coalesce((select u.display_name from identity.users u where u.id = security.my_user()), new.written_by_name);
    return new;
end
$$;

-- A closed case takes no further version; the domain says so first.
create function security.only_into_an_open_case() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if not exists (select from casework.cases c where c.id = new.case_id and c.status = 'Open' for share) then
        perform security.refuse('This case is closed. Reopen it to change anything.');
    end if;
    return new;
end
$$;
revoke all on function security.sign_what_is_written(), security.only_into_an_open_case() from public;

call security.guard_case_part('casework.indicator_screenings');
call security.guard_case_part('casework.exploitation_records');
call security.guard_case_part('casework.route_places', 'removed_at, removed_by_id');
call security.guard_case_part('casework.vulnerability_records');
call security.guard_case_part('casework.risk_assessments');
call security.guard_case_part('casework.reflection_periods');
call security.guard_case_part('casework.provider_notes');
call security.guard_case_part('casework.need_changes');

do $$
declare
    part text;
begin
    foreach part in array array['indicator_screenings', 'exploitation_records', 'route_places', 'vulnerability_records', 'risk_assessments',
        'reflection_periods', 'provider_notes', 'need_changes'] loop
        execute format('create trigger sign_what_is_written before insert on casework.%I for each row execute function security.sign_what_is_written()', part);
        execute format('create trigger only_into_an_open_case before insert on casework.%I for each row execute function security.only_into_an_open_case()', part);
    end loop;
end
$$;

-- The lists of indicators are read by everybody, as all reference data.
grant select on reference.indicators to tipsom_app;
grant update (risk_review_on) on casework.victims to tipsom_app;
