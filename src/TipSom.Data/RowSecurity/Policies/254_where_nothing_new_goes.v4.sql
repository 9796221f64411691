-- A unit ends when nobody is posted there, nothing hangs below it and nothing waits there; and nothing new goes to one that has ended, or to an
-- agency that is suspended.
create function security.use_of_unit(unit uuid, out people integer, out units integer, out work integer)
    language plpgsql stable security definer
    set search_path = pg_catalog
as $$
begin
    if not coalesce(security.keeps_unit(unit), false) then
        perform security.refuse('You do not keep this unit.');
    end if;
    select (select count(*) from identity.postings p where p.unit_id = unit and coalesce(p.until_day > security.today(), true))
        + (select count(*) from identity.role_proposals r where r.unit_id = unit and r.decided_at is null and r.ends_at > security.moment()) into people;
    select count(*) into units from identity.units t where t.parent_id = unit and t.ended_at is null;
    select (select count(*) from casework.cases c where c.holding_unit_id = unit and c.status = 'Open')
        + (select count(*) from casework.referral_access a where a.unit_id = unit and not a.is_settled)
        + (select count(*) from casework.case_shares s where s.unit_id = unit and s.status in ('Asked', 'InForce'))
        + (select count(*) from casework.lead_transfers l where unit in (l.from_unit_id, l.to_unit_id) and l.status in ('Proposed', 'Approved'))
        + (select count(*) from casework.provider_services s where s.unit_id = unit and s.stopped_at is null)
        + (select count(*) from casework.connect_requests c where c.to_unit_id = unit and c.answer is null)
        + (select count(*) from casework.register_imports i where i.unit_id = unit and i.status in ('Uploaded', 'Running', 'Cancelling')) into work;
end
$$;

create function security.end_unit(unit uuid) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    held identity.units := security.must_keep_unit(unit);
    open record;
begin
    select * into open from security.use_of_unit(unit);
    if held.parent_id is null then
        perform security.refuse('The first unit of an agency stays.');
    elsif open.units > 0 then
        perform security.refuse('Units below this one are in use. End them first.');
    elsif open.people > 0 then
        perform security.refuse('People are posted to this unit. Move them first.');
    elsif open.work > 0 then
        perform security.refuse('Open work is at this unit: cases, referrals, services or questions. Hand it over or finish it first.');
    end if;
    update identity.units t set ended_at = security.moment() where t.id = unit;
end
$$;

-- Waits for who is just ending the unit.
create function security.guard_unit_in_use() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    ended timestamptz;
begin
    select t.ended_at into ended from identity.units t where t.id = (to_jsonb(new) ->> tg_argv[0])::uuid for key share;
    if ended is not null then
        perform security.refuse('This unit has ended. Choose another.');
    end if;
    return new;
end
$$;
create trigger guard_unit_in_use before insert on identity.postings for each row execute function security.guard_unit_in_use('unit_id');
create trigger guard_unit_in_use before insert on identity.role_proposals for each row execute function security.guard_unit_in_use('unit_id');
create trigger guard_unit_in_use before insert or update of holding_unit_id on casework.cases
    for each row execute function security.guard_unit_in_use('holding_unit_id');
create trigger guard_unit_in_use before insert on casework.case_shares for each row execute function security.guard_unit_in_use('unit_id');
create trigger guard_unit_in_use before insert on casework.lead_transfers for each row execute function security.guard_unit_in_use('to_unit_id');
create trigger guard_unit_in_use before insert on casework.provider_services for each row execute function security.guard_unit_in_use('unit_id');
create trigger guard_unit_in_use before insert on casework.register_imports for each row execute function security.guard_unit_in_use('unit_id');

create function security.guard_recipient_takes_part() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if exists (
        select from casework.provider_services s join identity.agencies g on g.id = s.agency_id where s.id = new.provider_service_id and not g.is_active) then
        perform security.refuse('This agency takes no part at present. Choose another.');
    end if;
    return new;
end
$$;
create trigger guard_recipient_takes_part before insert on casework.referrals for each row execute function security.guard_recipient_takes_part();
revoke all on function security.use_of_unit(uuid), security.end_unit(uuid), security.guard_unit_in_use(), security.guard_recipient_takes_part() from public;
grant execute on function security.use_of_unit(uuid), security.end_unit(uuid) to tipsom_app;
