-- Who is asking. The program signs "user|expiry" with a key that only these functions can read; a context that anybody else sets,
-- or that has expired, or that belongs to a disabled account, is nobody's: no rows.
create schema if not exists security;

create table security.context_key (
    only_one boolean primary key default true check (only_one),
    inner_pad bytea not null check (length(inner_pad) = 64),
    outer_pad bytea not null check (length(outer_pad) = 64)
);

create type security.person as (user_id uuid, unit_id uuid, agency_id uuid, role text);

-- The moment by which rules are checked. Only the owner (seeding, migrations) may set another than the clock's.
create function security.moment() returns timestamptz
    language sql stable
    set search_path = pg_catalog
as $$
    select case
        when session_user = 'tipsom_app' then clock_timestamp()
        else coalesce(nullif(current_setting('tipsom.moment', true), '')::timestamptz, clock_timestamp())
    end
$$;

-- The working day of the agreements.
create function security.today() returns date
    language sql stable
    set search_path = pg_catalog
as $$ select (security.moment() at time zone 'Asia/Karachi')::date $$;

-- HMAC-SHA-256 built from the server's own sha256, with the pads of the key kept ready: no extension, and no key in any argument.
create function security.context_mac(claim text) returns text
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select encode(sha256(k.outer_pad || sha256(k.inner_pad || convert_to(claim, 'UTF8'))), 'hex') from security.context_key k
$$;

create function security.me() returns security.person
    language plpgsql stable security definer
    set search_path = pg_catalog
as $$
declare
    parts text[] := string_to_array(coalesce(current_setting('tipsom.context', true), ''), '|');
    found security.person;
begin
    -- Checked step by step: a cast of forged text must not become an error that tells something.
    if array_length(parts, 1) is distinct from 3 or parts[2] !~ '^[0-9]{1,12}$' or parts[1] !~ '^[0-9a-f-]{36}$' then
        return null;
    end if;
    if security.context_mac(parts[1] || '|' || parts[2]) is distinct from parts[3]
        or to_timestamp(parts[2]::bigint) < clock_timestamp() then
        return null;
    end if;
    select u.id, u.unit_id, u.agency_id, u.role into found
    from identity.users u join identity.agencies a on a.id = u.agency_id
    where u.id = parts[1]::uuid and u.disabled_at is null and a.is_active;
    return found;
end
$$;

create function security.my_user() returns uuid language sql stable set search_path = pg_catalog as $$ select (security.me()).user_id $$;
create function security.my_agency() returns uuid language sql stable set search_path = pg_catalog as $$ select (security.me()).agency_id $$;
create function security.my_unit() returns uuid language sql stable set search_path = pg_catalog as $$ select (security.me()).unit_id $$;
create function security.my_role() returns text language sql stable set search_path = pg_catalog as $$ select (security.me()).role $$;

-- The unit through which somebody sees cases: only those who work on cases have one.
create function security.my_case_unit() returns uuid
    language sql stable
    set search_path = pg_catalog
as $$ select case when me.role in ('Officer', 'Supervisor') then me.unit_id end from security.me() me $$;

-- The side from which somebody sees referrals. An officer and a caseworker may share a unit; each sees the own side only.
create function security.my_referral_side() returns text
    language sql stable
    set search_path = pg_catalog
as $$
    select case
        when me.role in ('Officer', 'Supervisor') then 'Sender'
        when me.role in ('Caseworker', 'ProviderManager') then 'Recipient'
        when me.role = 'NationalCoordinator' then 'National'
    end
    from security.me() me
$$;

-- A unit and every unit above it.
create function security.unit_and_above(start_unit uuid) returns setof uuid
    language sql stable security definer
    set search_path = pg_catalog
as $$
    with recursive up as (
        select u.id, u.parent_id from identity.units u where u.id = start_unit
        union all
        select p.id, p.parent_id from identity.units p join up on p.id = up.parent_id
    )
    select id from up
$$;

-- A refusal by a rule of the product, with a sentence a person understands; the program shows it beside the form.
create function security.refuse(sentence text) returns void
    language plpgsql
    set search_path = pg_catalog
as $$ begin raise exception using errcode = 'TS001', message = sentence; end $$;

revoke all on all tables in schema security from public;
revoke all on all functions in schema security from public;
grant usage on schema security to tipsom_app;
grant execute on function
    security.me(), security.my_user(), security.my_agency(), security.my_unit(), security.my_role(),
    security.my_case_unit(), security.my_referral_side(), security.moment(), security.today(), security.refuse(text)
to tipsom_app;
