-- The lead of a case offered to another agency. Seen by who sees the case, and, once approved, by the unit it is offered to and those above it:
-- they decide on the few facts copied here, and see nothing of the case until they have accepted it.
create function security.is_mine_or_below(unit uuid) returns boolean
    language sql stable security definer
    set search_path = pg_catalog
as $$ select exists (select from security.unit_and_above(unit) u where u = (select security.my_case_unit())) $$;
revoke all on function security.is_mine_or_below(uuid) from public;
grant execute on function security.is_mine_or_below(uuid) to tipsom_app;

alter table casework.lead_transfers enable row level security;
create policy transfer_seen_with_its_case on casework.lead_transfers for select to tipsom_app
    using (exists (select from casework.case_access a where a.case_id = lead_transfers.case_id and a.unit_id = (select security.my_case_unit())));
create policy transfer_seen_by_who_is_offered_the_case on casework.lead_transfers for select to tipsom_app
    using (to_agency_id = (select security.my_agency()) and status in ('Approved', 'Accepted', 'Refused') and security.is_mine_or_below(to_unit_id));
create policy transfer_proposed_by_who_works_on_the_case on casework.lead_transfers for insert to tipsom_app
    with check (security.works_on_case(case_id) and proposed_by_id = (select security.my_user()));
create policy transfer_answered_by_both_sides on casework.lead_transfers for update to tipsom_app
    using (security.works_on_case(case_id) or to_agency_id = (select security.my_agency()) and status = 'Approved' and security.is_mine_or_below(to_unit_id))
    with check (true);
grant select, insert, update (status, approved_at, approved_by_name, answered_at, answered_by_name, sealed_answer)
    on casework.lead_transfers to tipsom_app;
create trigger audit_lead_transfers after insert or update on casework.lead_transfers for each row execute function audit.record('');

create function security.guard_transfer() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    name text := (select u.display_name from identity.users u where u.id = security.my_user());
    supervises boolean := coalesce(security.my_role() = 'Supervisor', false);
    held casework.cases;
begin
    if tg_op = 'UPDATE' then
        if not (old.status = 'Proposed' and new.status in ('Approved', 'TakenBack')
            or old.status = 'Approved' and new.status in ('Accepted', 'Refused', 'TakenBack')) then
            perform security.refuse('This hand-over was already answered or taken back.');
        end if;
        if new.status <> 'TakenBack' and not supervises then
            perform security.refuse('A supervisor decides on handing the lead to another agency.');
        end if;
        if new.status in ('Approved', 'TakenBack') and not security.works_on_case(new.case_id)
            or new.status in ('Accepted', 'Refused') and not security.is_mine_or_below(new.to_unit_id) then
            perform security.refuse('This step belongs to the other side.');
        end if;
        if new.status = 'Approved' then
            new.approved_by_name := coalesce(name, new.approved_by_name);
        else
            new.answered_by_name := coalesce(name, new.answered_by_name);
        end if;
        return new;
    end if;
    if session_user = 'tipsom_app' and not security.works_on_case(new.case_id) then
        return new;
    end if;
    select * into held from casework.cases c where c.id = new.case_id for share;
    if held.status <> 'Open' then
        perform security.refuse('This case is closed. Reopen it to hand it over.');
    end if;
    if new.to_agency_id = held.holding_agency_id or not exists (
        select from identity.agencies g where g.id = new.to_agency_id and g.is_active and g.kind in ('Fia', 'Police', 'ChildProtection')) then
        perform security.refuse('The lead goes to another agency: FIA, a police force or a child protection body.');
    end if;
    if new.status not in ('Proposed', 'Approved') then
        perform security.refuse('This hand-over was already answered or taken back.');
    end if;
    if new.status = 'Approved' and not supervises then
        perform security.refuse('A supervisor decides on handing the lead to another agency.');
    end if;
    -- What the other side is shown is the case's own, whatever was written.
    select held.number, held.kind, held.district_code, held.holding_unit_id, held.holding_agency_id, count(*), count(*) filter (where coalesce(v.age_years < 18, true))
    into new.case_number, new.case_kind, new.district_code, new.from_unit_id, new.from_agency_id, new.people, new.children
    from casework.victims v where v.case_id = held.id;
    new.proposed_by_id := coalesce(security.my_user(), new.proposed_by_id);
    new.proposed_by_name := coalesce(name, new.proposed_by_name);
    if new.status = 'Approved' then
        new.approved_by_name := new.proposed_by_name;
    end if;
    return new;
end
$$;

-- Each step is a line on the timeline, also of who answers and does not see the case before; and the accepted one moves it.
create function security.transfer_changed() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    me security.person := security.me();
begin
    insert into casework.case_events (id, case_id, kind, at, actor_id, actor_unit_id, actor_name)
    values (gen_random_uuid(), new.case_id, 'Transfer' || new.status, security.moment(), coalesce(me.user_id, new.proposed_by_id),
        coalesce(me.unit_id, new.from_unit_id), coalesce(new.answered_by_name, new.approved_by_name, new.proposed_by_name));
    update casework.cases c
    set updated_at = security.moment(),
        holding_unit_id = case when new.status = 'Accepted' then new.to_unit_id else c.holding_unit_id end,
        holding_agency_id = case when new.status = 'Accepted' then new.to_agency_id else c.holding_agency_id end
    where c.id = new.case_id;
    return null;
end
$$;
revoke all on function security.guard_transfer(), security.transfer_changed() from public;
create trigger guard_transfer before insert or update on casework.lead_transfers for each row execute function security.guard_transfer();
create trigger transfer_changed after insert or update on casework.lead_transfers for each row execute function security.transfer_changed();
