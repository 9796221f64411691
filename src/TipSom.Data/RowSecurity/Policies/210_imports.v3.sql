-- A register is brought in by a supervisor for a unit of the own tree, and is the business of the supervisors of that supervisor's unit.
alter table casework.register_imports enable row level security;
create policy import_of_own_unit on casework.register_imports for select to tipsom_app
    using (user_unit_id = (select security.my_case_unit()) and (select security.my_role()) = 'Supervisor');
create policy import_brought_in_own_name on casework.register_imports for insert to tipsom_app
    with check (
        user_id = (select security.my_user()) and user_unit_id = (select security.my_unit()) and (select security.my_role()) = 'Supervisor'
        and status = 'Uploaded');
create policy import_changed_by_own_unit on casework.register_imports for update to tipsom_app
    using (user_unit_id = (select security.my_case_unit()) and (select security.my_role()) = 'Supervisor');
grant select, insert, update (columns, status, cases, people, left_out, started_at, ended_at, sealed_file) on casework.register_imports to tipsom_app;
create trigger audit_register_imports after insert or update of columns, status on casework.register_imports
    for each row execute function audit.record();

create function security.guard_import() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if not exists (select from security.unit_and_above(new.unit_id) u where u = security.my_unit()) then
        perform security.refuse('A register is brought in for a unit of the own tree.');
    end if;
    return new;
end
$$;
create trigger guard_import before insert on casework.register_imports for each row execute function security.guard_import();

-- A request moves an import to its start and towards its end; that it has ended is for the functions below to say, and one that was at
-- work does not become as if it had never begun.
create function security.guard_import_step() returns trigger
    language plpgsql
    set search_path = pg_catalog
as $$
begin
    if current_user = 'tipsom_app' and not ((old.status, new.status) in (
            ('Uploaded', 'Uploaded'), ('Uploaded', 'Running'), ('Uploaded', 'Cancelled'), ('Running', 'Cancelling'))) then
        perform security.refuse('This import has ended already.');
    end if;
    return new;
end
$$;
create trigger guard_import_step before update on casework.register_imports for each row execute function security.guard_import_step();

-- Only an import brings cases that nobody sees yet.
create function security.guard_imported() returns trigger
    language plpgsql
    set search_path = pg_catalog
as $$
begin
    if current_user = 'tipsom_app' then
        perform security.refuse('Only an import brings in the cases of a register.');
    end if;
    return new;
end
$$;
create trigger guard_imported before insert on casework.cases
    for each row when (new.import_id is not null) execute function security.guard_imported();

drop trigger case_opened on casework.cases;
create trigger case_opened after insert on casework.cases
    for each row when (new.import_id is null) execute function security.case_opened();

revoke all on function security.guard_import(), security.guard_import_step(), security.guard_imported() from public;
