-- Who may make whom. Nobody gives what they do not keep: an agency's administrator the agency's own roles in the own tree, the national
-- administrator the administrators of agencies, and two national administrators together the national roles (Grants.cs says the same).
create function security.is_national(role text) returns boolean
    language sql immutable
    set search_path = pg_catalog
as $$ select role in ('NationalCoordinator', 'NationalAdministrator', 'Analyst', 'Auditor') $$;

create function security.role_fits(role text, kind text) returns boolean
    language sql immutable
    set search_path = pg_catalog
as $$
    select coalesce(case
        when role in ('Officer', 'Supervisor') then kind in ('Fia', 'Police', 'ChildProtection', 'Labour')
        when role in ('Caseworker', 'ProviderManager') then kind in ('CareProvider', 'ChildProtection')
        when role = 'AgencyAdministrator' then true
        when role in ('NationalCoordinator', 'NationalAdministrator') then kind = 'Fia'
        when role in ('Analyst', 'Auditor') then kind in ('Fia', 'Oversight')
    end, false)
$$;

-- Whether the person who asks keeps this account: as administrator of the agency at or above the person's unit, unless the account has a
-- national role, which would be a way to hold it; or as national administrator; and never their own.
create function security.keeps_account(person uuid) returns boolean
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select exists (
        select from identity.users u, security.me() me
        where u.id = person and u.id <> me.user_id
            and (me.role = 'NationalAdministrator'
                or me.role = 'AgencyAdministrator' and not security.is_national(u.role) and u.agency_id = me.agency_id
                    and me.unit_id in (select security.unit_and_above(u.unit_id))))
$$;

-- Whether they also say where the person works. The national administrator helps everybody back in, and posts administrators and nobody else.
create function security.keeps_posting(person uuid) returns boolean
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select security.keeps_account(person) and (security.my_role() = 'AgencyAdministrator' or exists (
        select from identity.users u where u.id = person and (u.role = 'AgencyAdministrator' or security.is_national(u.role))))
$$;
revoke all on function security.is_national(text), security.role_fits(text, text), security.keeps_account(uuid), security.keeps_posting(uuid) from public;
grant execute on function security.keeps_account(uuid), security.keeps_posting(uuid) to tipsom_app;

-- Why a posting ended is the business of the person and of who keeps the account; proposals are the national administrators'.
alter table identity.postings enable row level security;
create policy postings_seen_by_person_and_keeper on identity.postings for select to tipsom_app
    using (user_id = (select security.my_user()) or security.keeps_account(user_id));
alter table identity.role_proposals enable row level security;
create policy proposals_seen_by_national_administrators on identity.role_proposals for select to tipsom_app
    using ((select security.my_role()) = 'NationalAdministrator');

create function security.must_keep_account(person uuid) returns void
    language plpgsql stable security definer
    set search_path = pg_catalog
as $$
begin
    if person = security.my_user() then
        perform security.refuse('Nobody changes their own role, posting or account.');
    end if;
    if not coalesce(security.keeps_account(person), false) then
        perform security.refuse('You do not keep this account.');
    end if;
end
$$;

create function security.must_keep_posting(person uuid) returns void
    language plpgsql stable security definer
    set search_path = pg_catalog
as $$
begin
    perform security.must_keep_account(person);
    if not coalesce(security.keeps_posting(person), false) then
        perform security.refuse('The administrator of the agency decides where its people work.');
    end if;
end
$$;

create function security.must_grant(unit uuid, role text) returns void
    language plpgsql stable security definer
    set search_path = pg_catalog
as $$
declare
    me security.person := security.me();
    agency identity.agencies;
begin
    select g.* into agency from identity.units t join identity.agencies g on g.id = t.agency_id where t.id = unit and g.is_active;
    if agency.id is null or not coalesce(
        me.role = 'NationalAdministrator'
            or me.role = 'AgencyAdministrator' and agency.id = me.agency_id and me.unit_id in (select security.unit_and_above(unit)), false) then
        perform security.refuse('You do not keep the accounts of this unit.');
    end if;
    if security.is_national(role) then
        perform security.refuse('A national role takes two national administrators: one proposes, another confirms.');
    end if;
    if not security.role_fits(role, agency.kind) then
        perform security.refuse('This agency has nobody in this role.');
    end if;
    if me.role = 'NationalAdministrator' and role <> 'AgencyAdministrator' then
        perform security.refuse('The administrator of the agency decides where its people work.');
    end if;
end
$$;

-- Refuses what would leave a unit, or the country, without an administrator at it or above it who has come and stays. Under a lock: of two who
-- remove each other at once the second finds nobody else left, and is refused.
create function security.must_leave_an_administrator(person uuid) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    held identity.users;
begin
    select * into held from identity.users u where u.id = person;
    if held.role not in ('AgencyAdministrator', 'NationalAdministrator') then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtextextended(
        'administrators ' || case when held.role = 'AgencyAdministrator' then held.agency_id::text else 'of the country' end, 0));
    select * into held from identity.users u where u.id = person;
    if not exists (
        select from identity.users o join identity.agencies g on g.id = o.agency_id join identity.postings p on p.user_id = o.id
        where o.id <> person and o.role = held.role and (held.role = 'NationalAdministrator' or o.unit_id in (select security.unit_and_above(held.unit_id)))
            and o.disabled_at is null and g.is_active and o.password_hash is not null
            and p.role = held.role and p.unit_id = o.unit_id and p.from_day <= security.today() and p.until_day is null) then
        perform security.refuse('The last administrator stays. Name another first, who has signed in once.');
    end if;
end
$$;
revoke all on function security.must_keep_account(uuid), security.must_keep_posting(uuid), security.must_grant(uuid, text),
    security.must_leave_an_administrator(uuid) from public;
