-- What was disclosed stays readable while the provider waits for the information it asked for.
create or replace function security.recipient_may_read(referral uuid, stage text, consent uuid) returns boolean
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select security.my_side(referral) is not distinct from 'Recipient' and exists (
        select from casework.referrals r
        where r.id = referral
            and r.status = any (case stage
                when 'Needs' then array['Seen', 'InformationRequested', 'Accepted', 'InCare']
                else array['Accepted', 'InCare']
            end)
            and security.consent_in_force(consent))
$$;
