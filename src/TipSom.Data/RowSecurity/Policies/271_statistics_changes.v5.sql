-- Every table that is counted says which case changed. A row more is all it costs the officer; the count follows beside the requests.
-- The arguments of the trigger are the columns that name a case.
create function statistics.note_change() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    insert into statistics.changes (case_id) select (to_jsonb(new) ->> c)::uuid from unnest(tg_argv) c;
    return null;
end
$$;

create trigger note_statistics after insert on casework.cases for each row execute function statistics.note_change('id');
create trigger note_statistics_changed after update on casework.cases for each row
    when ((old.found_on, old.logged_at, old.closed_for, old.district_code, old.border, old.holding_agency_id)
        is distinct from (new.found_on, new.logged_at, new.closed_for, new.district_code, new.border, new.holding_agency_id))
    execute function statistics.note_change('id');
create trigger note_statistics after insert or update of sex, age_years, citizenship_code on casework.victims
    for each row execute function statistics.note_change('case_id');
create trigger note_statistics after insert or update of status, arrived_at, outcome, decline_reason, answered_at on casework.referrals
    for each row execute function statistics.note_change('case_id');
create trigger note_statistics after insert or update on casework.person_links for each row execute function statistics.note_change('case_id', 'other_case_id');

do $$
declare
    part text;
begin
    foreach part in array array['person_roles', 'person_merges', 'exploitation_records', 'route_places', 'first_information_reports', 'case_offences', 'charges'] loop
        execute format('create trigger note_statistics after insert or update on casework.%I for each row execute function statistics.note_change(''case_id'')', part);
    end loop;
end
$$;
revoke all on function statistics.note_change() from public;
