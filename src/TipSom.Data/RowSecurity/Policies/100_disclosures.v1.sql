-- What a provider may read of a person: stage one (needs) while the referral is live, stage two (identity) from acceptance until
-- closing, both only while the consent is in force. The sender reads what was shared, always.
-- Asks for the side itself: called with the id of a stranger's referral it tells nothing.
create function security.recipient_may_read(referral uuid, stage text, consent uuid) returns boolean
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select security.my_side(referral) is not distinct from 'Recipient' and exists (
        select from casework.referrals r
        where r.id = referral
            and r.status = any (case stage when 'Needs' then array['Seen', 'Accepted', 'InCare'] else array['Accepted', 'InCare'] end)
            and security.consent_in_force(consent))
$$;
revoke all on function security.recipient_may_read(uuid, text, uuid) from public;
grant execute on function security.recipient_may_read(uuid, text, uuid) to tipsom_app;

alter table casework.disclosures enable row level security;
create policy disclosure_visible_to_sender on casework.disclosures for select to tipsom_app
    using (security.my_side(referral_id) = 'Sender');
create policy disclosure_visible_to_recipient_in_its_time on casework.disclosures for select to tipsom_app
    using (security.recipient_may_read(referral_id, stage, consent_id));
create policy disclosure_made_by_sender_under_the_referrals_consent on casework.disclosures for insert to tipsom_app
    with check (
        security.my_side(referral_id) = 'Sender'
        and exists (
            select from casework.referrals r
            where r.id = referral_id and r.consent_id = disclosures.consent_id and r.to_agency_id = disclosures.to_agency_id and r.status = 'Sent'));
-- A copy never changes; the moment it became readable is noted by the trigger on its referral.
grant select, insert on casework.disclosures to tipsom_app;

-- Where and by whom the person is met: both sides, nobody else.
alter table casework.arrival_arrangements enable row level security;
create policy arrangement_visible_to_both_sides on casework.arrival_arrangements for select to tipsom_app
    using (security.my_side(referral_id) in ('Sender', 'Recipient'));
create policy arrangement_made_by_recipient on casework.arrival_arrangements for insert to tipsom_app
    with check (security.my_side(referral_id) = 'Recipient');
-- When, is a rule and not a right: who accepts a moment after a colleague declined is told so. The arrangement may be written just
-- before the step or just after it.
create function security.guard_arrangement() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    stands text;
begin
    if security.my_side(new.referral_id) is distinct from 'Recipient' then
        return new;
    end if;
    select r.status into stands from casework.referrals r where r.id = new.referral_id for no key update;
    if stands not in ('Seen', 'Accepted')
        or stands = 'Accepted' and exists (select from casework.arrival_arrangements a where a.referral_id = new.referral_id) then
        perform security.refuse(security.how_it_stands(stands));
    end if;
    return new;
end
$$;
revoke all on function security.guard_arrangement() from public;
create trigger guard_arrangement before insert on casework.arrival_arrangements
    for each row execute function security.guard_arrangement();
grant select, insert on casework.arrival_arrangements to tipsom_app;
