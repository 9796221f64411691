-- What the law says of a case is a part of its investigation: seen by those who may see who is suspected, written by those who work on it.
grant select on reference.legal_clocks, reference.settings to tipsom_app;
call security.guard_case_part('casework.case_laws',
    'offence_from, offence_to, decided_lead, decided_court, sealed_reason, decided_at, decided_by_name, protection_in_camera, protection_sealed_record, protection_video_link, protection_pseudonym',
    'investigation', 'case_id');
call security.guard_case_part('casework.case_offences', 'dropped_at', 'investigation');
call security.guard_case_part('casework.first_information_reports', '', 'investigation');
call security.guard_case_part('casework.legal_steps', '', 'investigation');
call security.guard_case_part('casework.legal_deadlines', 'met_at, met_by_step_id', 'investigation');
call security.guard_case_part('casework.charges',
    'plea, verdict, decided_on, sentence_years, sentence_months, is_for_life, fine_rupees, appeal', 'investigation');
call security.guard_case_part('casework.compensations', 'asked_on, ordered_rupees, ordered_on, paid_rupees, paid_on', 'investigation');
call security.guard_case_part('casework.case_reclassifications', '', 'investigation');

-- Nothing of a closed case changes. The case's row is held until the end, so that two who change the law of one case come one after the other.
-- Whoever does not work on the case learns nothing here: the policies refuse.
create function security.guard_law_of_open_case() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    stands text;
begin
    if not security.works_on_case(new.case_id) then
        return new;
    end if;
    select c.status into stands from casework.cases c where c.id = new.case_id for no key update;
    if stands <> 'Open' then
        perform security.refuse('This case is closed. Reopen it to change anything.');
    end if;
    return new;
end
$$;

revoke all on function security.guard_law_of_open_case() from public;

create trigger a_guard_law_of_open_case before insert or update on casework.case_laws for each row execute function security.guard_law_of_open_case();
create trigger a_guard_law_of_open_case before insert or update on casework.case_offences for each row execute function security.guard_law_of_open_case();
create trigger a_guard_law_of_open_case before insert on casework.first_information_reports for each row execute function security.guard_law_of_open_case();
create trigger a_guard_law_of_open_case before insert on casework.legal_steps for each row execute function security.guard_law_of_open_case();
create trigger a_guard_law_of_open_case before insert or update on casework.legal_deadlines for each row execute function security.guard_law_of_open_case();
create trigger a_guard_law_of_open_case before insert or update on casework.charges for each row execute function security.guard_law_of_open_case();
create trigger a_guard_law_of_open_case before insert or update on casework.compensations for each row execute function security.guard_law_of_open_case();
create trigger a_guard_law_of_open_case before insert on casework.case_reclassifications for each row execute function security.guard_law_of_open_case();
create trigger sign_act before insert on casework.case_offences for each row execute function security.sign_act();
create trigger sign_act before insert on casework.first_information_reports for each row execute function security.sign_act();
create trigger sign_act before insert on casework.legal_steps for each row execute function security.sign_act();
create trigger sign_act before insert on casework.charges for each row execute function security.sign_act();
create trigger sign_act before insert on casework.case_reclassifications for each row execute function security.sign_act();
