-- The tree of an agency is kept by its administrators, each at the own unit and below. The runtime role writes no unit itself: these functions
-- do, and check anew who asks. Nothing is deleted: a unit ends, because old cases name it.
create trigger audit_units after insert or update on identity.units for each row execute function audit.record('');

create function security.keeps_unit(unit uuid) returns boolean
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select exists (
        select from identity.units t, security.me() me
        where t.id = unit and me.role = 'AgencyAdministrator' and t.agency_id = me.agency_id
            and me.unit_id in (select security.unit_and_above(t.id)))
$$;

-- Kinds that an administrator adds (Unit.KindsOf says the same). No head office, and no national desk: who sits there sees every referral.
create function security.unit_fits(kind text, agency text) returns boolean
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
    end, false)
$$;

-- Under a lock that everything which names the unit anew waits for (254_where_nothing_new_goes).
create function security.must_keep_unit(unit uuid) returns identity.units
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    held identity.units;
begin
    if not coalesce(security.keeps_unit(unit), false) then
        perform security.refuse('You do not keep this unit.');
    end if;
    select * into held from identity.units t where t.id = unit for update;
    if held.ended_at is not null then
        perform security.refuse('This unit has ended. Choose another.');
    end if;
    return held;
end
$$;

create function security.add_unit(unit uuid, above uuid, kind text, code text, name_en text, name_ur text, district_code text, phone text) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    parent identity.units := security.must_keep_unit(above);
begin
    if not security.unit_fits(kind, (select g.kind from identity.agencies g where g.id = parent.agency_id)) then
        perform security.refuse('This agency has no unit of this kind.');
    end if;
    if code !~ '^[A-Z0-9-]{2,30}$' then
        perform security.refuse('A code has 2 to 30 capital letters, digits and -.');
    end if;
    if exists (select from identity.units t where t.code = add_unit.code) then
        perform security.refuse('Another unit has this code.');
    end if;
    insert into identity.units (id, agency_id, parent_id, kind, code, name_en, name_ur, district_code, phone)
    values (unit, parent.agency_id, parent.id, add_unit.kind, add_unit.code, add_unit.name_en, add_unit.name_ur, add_unit.district_code, add_unit.phone);
end
$$;

create function security.change_unit(unit uuid, name_en text, name_ur text, phone text) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    perform security.must_keep_unit(unit);
    update identity.units t set name_en = change_unit.name_en, name_ur = change_unit.name_ur, phone = change_unit.phone where t.id = unit;
end
$$;
revoke all on function security.keeps_unit(uuid), security.unit_fits(text, text), security.must_keep_unit(uuid),
    security.add_unit(uuid, uuid, text, text, text, text, text, text), security.change_unit(uuid, text, text, text) from public;
grant execute on function security.keeps_unit(uuid), security.add_unit(uuid, uuid, text, text, text, text, text, text),
    security.change_unit(uuid, text, text, text) to tipsom_app;
