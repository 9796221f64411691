-- Who at the provider opened the identity: written in the own name by somebody who may read that copy at this moment, read by both
-- sides (the sender sees on the case who looked), changed by nobody.
alter table casework.disclosure_openings enable row level security;
create policy disclosure_opening_visible_to_both_sides on casework.disclosure_openings for select to tipsom_app
    using (security.my_side(referral_id) in ('Sender', 'Recipient'));
create policy disclosure_opening_written_in_own_name_by_who_may_read on casework.disclosure_openings for insert to tipsom_app
    with check (
        actor_id = (select security.my_user()) and actor_unit_id = (select security.my_unit())
        and security.my_side(referral_id) = 'Recipient'
        and exists (
            select from casework.disclosures d
            where d.id = disclosure_id and d.referral_id = disclosure_openings.referral_id
                and security.recipient_may_read(d.referral_id, d.stage, d.consent_id)));
create trigger sign_with_own_name before insert on casework.disclosure_openings
    for each row execute function security.sign_with_own_name();
grant select, insert on casework.disclosure_openings to tipsom_app;
