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

-- Openings in an emergency stand among all looks, under a name of their own.
create or replace function audit.looks(since timestamptz, until timestamptz) returns table (
    look_id uuid, at timestamptz, kind text, subject text, case_id uuid, person uuid, actor_id uuid, actor_name text, actor_unit_id uuid, reason text)
    language plpgsql stable
    set search_path = pg_catalog
as $$
begin
    return query
        select o.id, o.at, case when o.emergency_access_id is null then 'Identity' else 'Emergency' end, 'identity_openings', o.case_id, o.victim_id,
            o.actor_id, o.actor_name::text, o.actor_unit_id, o.reason::text
        from casework.identity_openings o where o.at >= since and o.at < until
        union all
        select p.id, p.at, p.kind || case when p.with_names then 'WithNames' else '' end, 'prints', p.case_id, p.victim_id, p.actor_id, p.actor_name::text,
            p.actor_unit_id, p.reason::text
        from casework.prints p where p.at >= since and p.at < until
        union all
        select d.id, d.at, 'ByProvider', 'disclosure_openings', r.case_id, r.victim_id, d.actor_id, d.actor_name::text, d.actor_unit_id, null
        from casework.disclosure_openings d join casework.referrals r on r.id = d.referral_id where d.at >= since and d.at < until
        union all
        select d.id, d.at, 'Document', 'document_openings', d.case_id, null, d.actor_id, d.actor_name::text, d.actor_unit_id, d.reason::text
        from casework.document_openings d where d.at >= since and d.at < until
        union all
        select s.id, s.at, 'Suspect', 'suspect_openings', s.case_id, s.suspect_id, s.by_id, s.by_name::text, u.unit_id, s.reason::text
        from casework.suspect_openings s join identity.users u on u.id = s.by_id where s.at >= since and s.at < until;
end
$$;
