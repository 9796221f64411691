-- Agreements and the directory of providers: everybody signed in reads them; the owner writes them until their own pages exist.
create extension if not exists btree_gist with schema public;

alter table casework.agreements add constraint ex_agreements_one_at_a_time exclude using gist (
    lead_agency_id with =, provider_agency_id with =, daterange(in_force_from, in_force_to, '[]') with &&
);

alter table casework.agreements enable row level security;
create policy agreement_readable_by_everybody_signed_in on casework.agreements for select to tipsom_app
    using ((select security.my_user()) is not null);

alter table casework.provider_services enable row level security;
create policy provider_service_readable_by_everybody_signed_in on casework.provider_services for select to tipsom_app
    using ((select security.my_user()) is not null);

grant usage on schema casework to tipsom_app;
grant select on casework.agreements, casework.provider_services to tipsom_app;

-- The groups a person may belong to (the twin of VictimGroups in the domain; a test compares them).
create function security.victim_groups(sex text, is_child boolean) returns text[]
    language sql immutable
    set search_path = pg_catalog
as $$
    select case
        when sex = 'Transgender' then array['Transgender']
        when sex = 'Female' then array[case when is_child then 'Girls' else 'Women' end]
        when sex = 'Male' then array[case when is_child then 'Boys' else 'Men' end]
        when is_child then array['Girls', 'Boys']
        else array['Women', 'Men']
    end
$$;

-- Why a referral cannot rest on the agreement today, as the sentence to show; null when it can. Locks the agreement, so that a
-- suspension under way and a sending under way wait for each other.
create function security.agreement_refusal(r casework.referrals) returns text
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
revoke all on function security.victim_groups(text, boolean), security.agreement_refusal(casework.referrals) from public;
