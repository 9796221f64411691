-- Who is asking, in which session and from where: the program signs "user|expiry|session|place". Session and place may be empty; a
-- context of the form that was before, without them, is nobody's.
alter type security.person add attribute session_id uuid, add attribute place text;

create or replace function security.me() returns security.person
    language plpgsql stable security definer
    set search_path = pg_catalog
as $$
declare
    parts text[] := string_to_array(coalesce(current_setting('tipsom.context', true), ''), '|');
    found security.person;
begin
    -- Checked step by step: a cast of forged text must not become an error that tells something.
    if array_length(parts, 1) is distinct from 5 or parts[2] !~ '^[0-9]{1,12}$' or parts[1] !~ '^[0-9a-f-]{36}$'
        or parts[3] !~ '^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$' or parts[4] !~ '^([0-9a-f]{16})?$' then
        return null;
    end if;
    if security.context_mac(array_to_string(parts[1:4], '|')) is distinct from parts[5]
        or to_timestamp(parts[2]::bigint) < clock_timestamp() then
        return null;
    end if;
    select u.id, u.unit_id, u.agency_id, u.role, nullif(parts[3], '')::uuid, nullif(parts[4], '') into found
    from identity.users u join identity.agencies a on a.id = u.agency_id
    where u.id = parts[1]::uuid and u.disabled_at is null and a.is_active;
    return found;
end
$$;
