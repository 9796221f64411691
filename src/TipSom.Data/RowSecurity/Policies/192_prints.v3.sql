-- Who printed what: written in the own name, with names only by who may open identities; read by those who see the case, changed by nobody.
create trigger sign_act before insert on casework.prints for each row execute function security.sign_act();
create trigger audit_prints after insert or update on casework.prints for each row execute function audit.record('');
alter table casework.prints enable row level security;
create policy print_seen_with_its_case on casework.prints for select to tipsom_app
    using (exists (
        select from casework.case_access a where a.case_id = prints.case_id and a.unit_id = (select security.my_case_unit())));
create policy print_recorded_in_own_name on casework.prints for insert to tipsom_app
    with check (
        security.sees_case(case_id, with_names) and actor_id = (select security.my_user()) and actor_unit_id = (select security.my_unit()));
grant select, insert on casework.prints to tipsom_app;
