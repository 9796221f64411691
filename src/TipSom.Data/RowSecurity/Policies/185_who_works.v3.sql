-- Who only sees a case changes nothing of it. An identity that is shared may be opened, and a note may be written; everything else is the holder's.
drop policy case_changed_by_its_units on casework.cases;
create policy case_changed_by_who_works_on_it on casework.cases for update to tipsom_app using (security.works_on_case(id));

drop policy case_event_written_in_own_name on casework.case_events;
create policy case_event_written_in_own_name on casework.case_events for insert to tipsom_app
    with check (security.works_on_case(case_id) and actor_id = (select security.my_user()) and actor_unit_id = (select security.my_unit()));

drop policy victim_added_with_its_case on casework.victims;
create policy victim_added_by_who_works_on_it on casework.victims for insert to tipsom_app with check (security.works_on_case(case_id));
drop policy victim_changed_with_its_case on casework.victims;
create policy victim_changed_by_who_works_on_it on casework.victims for update to tipsom_app using (security.works_on_case(case_id));

drop policy need_added_with_its_case on casework.needs;
create policy need_added_by_who_works_on_it on casework.needs for insert to tipsom_app with check (security.works_on_case(case_id));
drop policy need_changed_with_its_case on casework.needs;
create policy need_changed_by_who_works_on_it on casework.needs for update to tipsom_app using (security.works_on_case(case_id));

drop policy identity_kept_where_identity_is_shared on casework.victim_identities;
create policy identity_kept_by_who_works_on_it on casework.victim_identities for insert to tipsom_app
    with check (security.works_on_case(case_id) and security.sees_case(case_id, true));
drop policy identity_changed_where_identity_is_shared on casework.victim_identities;
create policy identity_changed_by_who_works_on_it on casework.victim_identities for update to tipsom_app
    using (security.works_on_case(case_id) and security.sees_case(case_id, true));

drop policy consent_recorded_in_own_name on casework.consents;
create policy consent_recorded_in_own_name on casework.consents for insert to tipsom_app
    with check (security.works_on_case(case_id) and recorded_by_id = (select security.my_user()));
drop policy consent_withdrawn_with_its_case on casework.consents;
create policy consent_withdrawn_by_who_works_on_it on casework.consents for update to tipsom_app using (security.works_on_case(case_id));

-- Where a person is sheltered, what was disclosed and what care was given is known to the two sides of the referral alone: a unit the case is
-- shared with does not see the referral at all.
drop policy referral_visible_to_its_sides on casework.referrals;
create policy referral_visible_to_its_sides on casework.referrals for select to tipsom_app
    using (exists (select from casework.referral_access a
            where a.referral_id = id and a.unit_id = (select security.my_unit()) and a.side = (select security.my_referral_side()))
        or security.works_on_case(case_id));
-- The agency whose agreement it rests on is the one that sends it.
drop policy referral_sent_by_who_works_on_the_case on casework.referrals;
create policy referral_sent_by_who_works_on_the_case on casework.referrals for insert to tipsom_app
    with check (status = 'Sent' and security.works_on_case(case_id) and security.sees_case(case_id, true) and sent_by_agency_id = from_agency_id);
-- Who does not work on the case learns nothing from the guard: the policy refuses a moment later.
drop trigger guard_new_referral on casework.referrals;
create trigger guard_new_referral before insert on casework.referrals
    for each row when (session_user <> 'tipsom_app' or security.works_on_case(new.case_id)) execute function security.guard_new_referral();

-- A need in nobody's hands is its holder's to place, and says where the desk proposes to send the person.
drop policy unplaced_need_visible_with_its_case on casework.unplaced_needs;
create policy unplaced_need_visible_to_who_works_on_its_case on casework.unplaced_needs for select to tipsom_app
    using (exists (select from casework.case_access a
        where a.case_id = unplaced_needs.case_id and a.unit_id = (select security.my_case_unit()) and a.works));
drop policy unplaced_need_handed_on on casework.unplaced_needs;
create policy unplaced_need_handed_on on casework.unplaced_needs for update to tipsom_app
    using (security.works_on_case(case_id) or (select security.my_role()) = 'NationalCoordinator');
drop policy gap_visible_with_its_case on casework.service_gaps;
create policy gap_visible_to_who_works_on_its_case on casework.service_gaps for select to tipsom_app
    using (exists (select from casework.case_access a
        where a.case_id = service_gaps.case_id and a.unit_id = (select security.my_case_unit()) and a.works));
