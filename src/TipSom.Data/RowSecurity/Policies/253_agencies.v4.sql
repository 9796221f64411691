-- Agencies are the national administrator's: made with the first unit of their tree, renamed, suspended and resumed; never deleted. Code and
-- kind stay, because agreements and roles rest on them.
create trigger audit_agencies after insert or update of name_en, name_ur, is_active on identity.agencies
    for each row execute function audit.record('');

create function security.must_keep_agencies() returns void
    language plpgsql stable security definer
    set search_path = pg_catalog
as $$
begin
    if security.my_role() is distinct from 'NationalAdministrator' then
        perform security.refuse('The national administrator keeps the agencies.');
    end if;
end
$$;

create function security.add_agency(
    agency uuid, code text, kind text, name_en text, name_ur text, root uuid, district_code text, phone text) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    perform security.must_keep_agencies();
    if code !~ '^[A-Z0-9-]{2,30}$' then
        perform security.refuse('A code has 2 to 30 capital letters, digits and -.');
    end if;
    if exists (select from identity.agencies g where g.code = add_agency.code) or exists (select from identity.units t where t.code = add_agency.code || '-HQ') then
        perform security.refuse('Another agency has this code.');
    end if;
    insert into identity.agencies (id, code, kind, name_en, name_ur, is_active, allows_emergency_opening)
    values (agency, add_agency.code, add_agency.kind, add_agency.name_en, add_agency.name_ur, true, true);
    insert into identity.units (id, agency_id, kind, code, name_en, name_ur, district_code, phone)
    values (root, agency, 'Headquarters', add_agency.code || '-HQ', add_agency.name_en, add_agency.name_ur, add_agency.district_code, add_agency.phone);
end
$$;

create function security.rename_agency(agency uuid, name_en text, name_ur text) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    perform security.must_keep_agencies();
    update identity.agencies g set name_en = rename_agency.name_en, name_ur = rename_agency.name_ur where g.id = agency;
end
$$;

-- Whoever belongs to a suspended agency is nobody with the next statement (security.me). No copy of a cookie and no code outlives it. Of two
-- administrators who suspend each other's agencies at once, the second is nobody when its turn comes.
create function security.suspend_agency(agency uuid, suspended boolean) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('administrators of the country', 0));
    perform security.must_keep_agencies();
    if agency = security.my_agency() then
        perform security.refuse('Nobody suspends their own agency.');
    end if;
    update identity.agencies g set is_active = not suspended where g.id = agency and g.is_active = suspended;
    if not found then
        if suspended then
            perform security.refuse('This agency is suspended already.');
        end if;
        perform security.refuse('This agency is not suspended.');
    end if;
    if suspended then
        delete from identity.sessions s using identity.users u where s.user_id = u.id and u.agency_id = agency;
        update identity.account_codes c set ended_at = security.moment()
        from identity.users u where u.id in (c.user_id, c.issued_by) and u.agency_id = agency and c.ended_at is null;
    end if;
end
$$;

-- What waits there, in numbers, for who decides about it.
create function security.held_by_agency(agency uuid, out people integer, out cases integer, out referrals integer)
    language plpgsql stable security definer
    set search_path = pg_catalog
as $$
begin
    perform security.must_keep_agencies();
    select count(*) into people from identity.users u where u.agency_id = agency and u.disabled_at is null;
    select count(*) into cases from casework.cases c where c.holding_agency_id = agency and c.status = 'Open';
    select count(distinct a.referral_id) into referrals
    from casework.referral_access a join identity.units t on t.id = a.unit_id where t.agency_id = agency and a.side <> 'National' and not a.is_settled;
end
$$;
revoke all on function security.must_keep_agencies(), security.add_agency(uuid, text, text, text, text, uuid, text, text),
    security.rename_agency(uuid, text, text), security.suspend_agency(uuid, boolean), security.held_by_agency(uuid) from public;
grant execute on function security.add_agency(uuid, text, text, text, text, uuid, text, text), security.rename_agency(uuid, text, text),
    security.suspend_agency(uuid, boolean), security.held_by_agency(uuid) to tipsom_app;
