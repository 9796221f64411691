-- Committees against trafficking report figures. Their people have the roles of officer and supervisor, and no case: they hold none, are shared
-- none and open none in an emergency (Grants.cs, Unit.cs and RolePermissions.cs say the same).
create or replace function security.role_fits(role text, kind text) returns boolean
    language sql immutable
    set search_path = pg_catalog
as $$
    select coalesce(case
        when role in ('Officer', 'Supervisor') then kind in ('Fia', 'Police', 'ChildProtection', 'Labour', 'Committee')
        when role in ('Caseworker', 'ProviderManager') then kind in ('CareProvider', 'ChildProtection')
        when role = 'AgencyAdministrator' then true
        when role in ('NationalCoordinator', 'NationalAdministrator') then kind = 'Fia'
        when role in ('Analyst', 'Auditor') then kind in ('Fia', 'Oversight')
    end, false)
$$;

create or replace function security.unit_fits(kind text, agency text) returns boolean
    language sql immutable
    set search_path = pg_catalog
as $$
    select coalesce(case agency
        when 'Fia' then kind in ('Zone', 'Circle', 'Office')
        when 'Police' then kind in ('District', 'Station', 'Office')
        when 'CareProvider' then kind in ('Shelter', 'Office')
        when 'ChildProtection' then kind in ('District', 'Shelter', 'Office')
        when 'Labour' then kind in ('District', 'Office')
        when 'Oversight' then kind = 'Office'
        when 'Committee' then kind in ('District', 'Office')
    end, false)
$$;

-- Every policy on cases asks this, so that somebody of a committee neither logs a case nor sees one.
create or replace function security.my_case_unit() returns uuid
    language sql stable
    set search_path = pg_catalog
as $$
    select case when me.role in ('Officer', 'Supervisor')
        and not exists (select from identity.agencies g where g.id = me.agency_id and g.kind = 'Committee') then me.unit_id end
    from security.me() me
$$;

create or replace function security.add_agency(
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
    values (agency, add_agency.code, add_agency.kind, add_agency.name_en, add_agency.name_ur, true, add_agency.kind <> 'Committee');
    insert into identity.units (id, agency_id, kind, code, name_en, name_ur, district_code, phone)
    values (root, agency, 'Headquarters', add_agency.code || '-HQ', add_agency.name_en, add_agency.name_ur, add_agency.district_code, add_agency.phone);
end
$$;

-- Whoever switches it, and by whatever hand.
alter table identity.agencies add constraint ck_agencies_committees_open_nothing check (kind <> 'Committee' or not allows_emergency_opening);
