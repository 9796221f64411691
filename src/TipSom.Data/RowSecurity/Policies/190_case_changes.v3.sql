-- What changed in a case, field by field: read by those who see that part of it, written in the own name by those who work on it, changed by
-- nobody.
create trigger sign_act before insert on casework.case_changes for each row execute function security.sign_act();

alter table casework.case_changes enable row level security;
create policy case_change_seen_with_its_part_of_the_case on casework.case_changes for select to tipsom_app
    using (exists (
        select from casework.case_access a
        where a.case_id = case_changes.case_id and a.unit_id = (select security.my_case_unit())
            and (case_changes.within = 'Case' or case_changes.within = 'Identity' and a.sees_identity
                or case_changes.within = 'Investigation' and a.sees_investigation)));
create policy case_change_written_in_own_name on casework.case_changes for insert to tipsom_app
    with check (security.works_on_case(case_id) and actor_id = (select security.my_user()) and actor_unit_id = (select security.my_unit()));
grant select, insert on casework.case_changes to tipsom_app;
