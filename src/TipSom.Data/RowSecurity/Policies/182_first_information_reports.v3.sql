-- An FIR stands in the register of a station of the recorder's own agency. Asked before the register's numbers are compared, so that nobody
-- learns what the register of another agency holds.
create function security.guard_first_information_report() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if not security.works_on_case(new.case_id) then
        return new;
    end if;
    if not exists (select from identity.units u where u.id = new.station_unit_id and u.agency_id = security.my_agency()) then
        perform security.refuse('Choose a station or circle of your own agency.');
    end if;
    if new.recorded_at > security.moment() or new.occurred_at > new.recorded_at then
        perform security.refuse('An FIR is recorded after what it reports, and not in the future.');
    end if;
    return new;
end
$$;
create trigger guard_first_information_report before insert on casework.first_information_reports
    for each row execute function security.guard_first_information_report();

create function security.guard_legal_step() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if security.works_on_case(new.case_id) and new.taken_at > security.moment() then
        perform security.refuse('This has not happened yet. Record a step once it was taken.');
    end if;
    return new;
end
$$;
create trigger guard_legal_step before insert on casework.legal_steps for each row execute function security.guard_legal_step();
revoke all on function security.guard_first_information_report(), security.guard_legal_step() from public;
