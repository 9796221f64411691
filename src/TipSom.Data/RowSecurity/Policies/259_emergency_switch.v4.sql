-- An agency that misuses it loses it: the national administrator switches it off and on. It holds with the next statement.
create function security.allow_emergency_opening(agency uuid, allowed boolean) returns boolean
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if security.my_role() is distinct from 'NationalAdministrator' then
        raise exception 'The national administrator switches this.' using errcode = 'insufficient_privilege';
    end if;
    update identity.agencies g set allows_emergency_opening = allowed where g.id = agency and g.allows_emergency_opening <> allowed;
    return found;
end
$$;
create trigger audit_emergency_switch after update of allows_emergency_opening on identity.agencies for each row execute function audit.record();
revoke all on function security.allow_emergency_opening(uuid, boolean) from public;
grant execute on function security.allow_emergency_opening(uuid, boolean) to tipsom_app;
