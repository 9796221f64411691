-- A proposal that was refused binds nobody and keeps nobody from proposing the same days again.
alter table casework.agreements drop constraint ex_agreements_one_at_a_time;
alter table casework.agreements add constraint ex_agreements_one_at_a_time exclude using gist (
    lead_agency_id with =, provider_agency_id with =, daterange(in_force_from, in_force_to, '[]') with &&
) where (status <> 'Refused');

-- Why a referral cannot rest on the agreement today, as the sentence to show; null when it can. Locks the agreement, so that a
-- suspension under way and a sending under way wait for each other.
create or replace function security.agreement_refusal(r casework.referrals) returns text
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    a casework.agreements;
    today date := security.today();
begin
    select * into a from casework.agreements where id = r.agreement_id for share;
    return case
        when a.id is null or a.provider_agency_id <> r.to_agency_id then 'No agreement binds this provider.'
        when a.status in ('Proposed', 'Refused') then 'The agreement with this provider is not approved by both sides.'
        when a.status = 'Suspended' then 'The agreement with this provider is suspended.'
        when a.status = 'Ended' then 'The agreement with this provider has ended.'
        when today < a.in_force_from then 'The agreement with this provider is not in force yet.'
        when today > a.in_force_to then 'The agreement with this provider has expired.'
        when r.from_agency_id <> a.lead_agency_id and not (r.from_agency_id = any (a.referring_agency_ids))
            then 'Your agency may not refer under the agreement with this provider.'
        when not (r.service = any (a.services)) then 'The agreement with this provider does not cover this service.'
        when not (r.district_code = any (a.district_codes))
            and not ((select d.province_code from reference.districts d where d.code = r.district_code) = any (a.province_codes))
            then 'The agreement with this provider does not cover this district.'
        when not (security.victim_groups(r.sex, r.is_child) <@ a.groups)
            then 'The agreement with this provider does not cover this group of people.'
    end;
end
$$;
