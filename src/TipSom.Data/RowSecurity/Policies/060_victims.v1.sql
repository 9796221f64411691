-- Victims, their needs and their identities belong to those who work on the case. There is no policy for providers here:
-- a provider reads disclosures.
alter table casework.victims enable row level security;
create policy victim_visible_with_its_case on casework.victims for select to tipsom_app
    using (exists (select from casework.case_access a where a.case_id = victims.case_id and a.unit_id = (select security.my_case_unit())));
create policy victim_added_with_its_case on casework.victims for insert to tipsom_app with check (security.sees_case(case_id));
create policy victim_changed_with_its_case on casework.victims for update to tipsom_app using (security.sees_case(case_id));
grant select, insert, update (sex, age_years, age_is_approximate, safety_when_logged, risk, language_code) on casework.victims to tipsom_app;

alter table casework.needs enable row level security;
create policy need_visible_with_its_case on casework.needs for select to tipsom_app
    using (exists (select from casework.case_access a where a.case_id = needs.case_id and a.unit_id = (select security.my_case_unit())));
create policy need_added_with_its_case on casework.needs for insert to tipsom_app with check (security.sees_case(case_id));
create policy need_changed_with_its_case on casework.needs for update to tipsom_app using (security.sees_case(case_id));
grant select, insert, update (urgency) on casework.needs to tipsom_app;

alter table casework.victim_identities enable row level security;
create policy identity_visible_where_identity_is_shared on casework.victim_identities for select to tipsom_app
    using (exists (select from casework.case_access a where a.case_id = victim_identities.case_id and a.unit_id = (select security.my_case_unit()) and a.sees_identity));
create policy identity_kept_where_identity_is_shared on casework.victim_identities for insert to tipsom_app
    with check (security.sees_case(case_id, true));
create policy identity_changed_where_identity_is_shared on casework.victim_identities for update to tipsom_app
    using (security.sees_case(case_id, true));
grant select, insert, update (sealed_details, updated_at) on casework.victim_identities to tipsom_app;

-- Who looked: written in the own name, read by those who work on the case, changed by nobody.
alter table casework.identity_openings enable row level security;
create policy opening_visible_with_its_case on casework.identity_openings for select to tipsom_app
    using (exists (select from casework.case_access a where a.case_id = identity_openings.case_id and a.unit_id = (select security.my_case_unit())));
create policy opening_written_in_own_name on casework.identity_openings for insert to tipsom_app
    with check (security.sees_case(case_id, true) and actor_id = (select security.my_user()) and actor_unit_id = (select security.my_unit()));
create trigger sign_with_own_name before insert on casework.identity_openings
    for each row execute function security.sign_with_own_name();
grant select, insert on casework.identity_openings to tipsom_app;
