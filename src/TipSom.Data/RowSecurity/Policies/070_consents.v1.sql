-- Consent is recorded and read by those who work on the case. It may be withdrawn; what it said never changes.
alter table casework.consents enable row level security;
create policy consent_visible_with_its_case on casework.consents for select to tipsom_app
    using (exists (select from casework.case_access a where a.case_id = consents.case_id and a.unit_id = (select security.my_case_unit())));
create policy consent_recorded_in_own_name on casework.consents for insert to tipsom_app
    with check (security.sees_case(case_id) and recorded_by_id = (select security.my_user()));
create policy consent_withdrawn_with_its_case on casework.consents for update to tipsom_app using (security.sees_case(case_id));
grant select, insert, update (withdrawn_at) on casework.consents to tipsom_app;

create function security.consent_only_withdrawn_once() returns trigger
    language plpgsql
    set search_path = pg_catalog
as $$
begin
    if old.withdrawn_at is not null or new.withdrawn_at is null then
        perform security.refuse('This consent was already withdrawn.');
    end if;
    return new;
end
$$;
create trigger consent_only_withdrawn_once before update on casework.consents for each row execute function security.consent_only_withdrawn_once();

create function security.consent_in_force(id uuid) returns boolean
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select exists (
        select from casework.consents c
        where c.id = consent_in_force.id and c.is_given and c.withdrawn_at is null and coalesce(c.expires_at > security.moment(), true))
$$;

-- Why a referral cannot rest on its consent; null when it can.
create function security.consent_refusal(r casework.referrals) returns text
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    c casework.consents;
begin
    select * into c from casework.consents where id = r.consent_id for share;
    return case
        when not coalesce(security.consent_in_force(r.consent_id), false) then 'There is no consent in force. Record consent before you refer.'
        when cardinality(c.recipient_agency_ids) > 0 and not (r.to_agency_id = any (c.recipient_agency_ids)) then 'The consent names other providers.'
    end;
end
$$;
revoke all on function security.consent_only_withdrawn_once(), security.consent_in_force(uuid), security.consent_refusal(casework.referrals) from public;
