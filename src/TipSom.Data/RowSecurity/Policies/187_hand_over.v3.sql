-- A case goes to another unit of the own tree by its supervisor's hand, and to another agency by an accepted transfer and nothing else.
create or replace function security.guard_hand_over() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    mine uuid := security.my_unit();
begin
    -- What is being sent from this case just now comes first, so that it is taken along.
    perform pg_advisory_xact_lock(hashtextextended(n.id::text, 0))
    from (select id from casework.needs where case_id = new.id order by id) n;
    if old.status <> 'Open' then
        perform security.refuse('This case is closed. Reopen it to hand it over.');
    end if;
    if new.holding_agency_id <> old.holding_agency_id then
        -- Inside the step that accepts, never before it and never again after it.
        if pg_trigger_depth() < 2 or not exists (
            select from casework.lead_transfers t
            where t.case_id = new.id and t.status = 'Accepted' and t.from_agency_id = old.holding_agency_id
                and t.to_unit_id = new.holding_unit_id and t.to_agency_id = new.holding_agency_id) then
            perform security.refuse('A case goes to another agency only when a supervisor there has accepted it.');
        end if;
        return new;
    end if;
    if security.my_role() is distinct from 'Supervisor'
        or not exists (select from security.unit_and_above(old.holding_unit_id) u where u = mine)
        or not exists (select from security.unit_and_above(new.holding_unit_id) u where u = mine) then
        perform security.refuse('A supervisor hands a case over within the own tree of units.');
    end if;
    return new;
end
$$;
drop trigger guard_hand_over on casework.cases;
create trigger guard_hand_over before update on casework.cases
    for each row when (old.holding_unit_id is distinct from new.holding_unit_id or old.holding_agency_id is distinct from new.holding_agency_id)
    execute function security.guard_hand_over();

create or replace function security.case_handed_over() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    r casework.referrals;
begin
    -- Who holds it now needs no share. Those of others stay, and are the new holder's to take back.
    update casework.case_shares s set status = 'Ended', ended_at = security.moment()
    where s.case_id = new.id and s.status in ('Asked', 'InForce') and s.unit_id in (select security.unit_and_above(new.holding_unit_id));
    perform security.renew_case_access(new.id);
    update casework.unplaced_needs set from_unit_id = new.holding_unit_id, from_agency_id = new.holding_agency_id
    where case_id = new.id and settled_at is null;
    for r in select * from casework.referrals f where f.case_id = new.id loop
        insert into casework.referral_access
            (referral_id, unit_id, side, status, is_settled, status_since, due_at, sent_at, province_code)
        select a.referral_id, u, a.side, a.status, a.is_settled, a.status_since, a.due_at, a.sent_at, a.province_code
        from (select * from casework.referral_access f where f.referral_id = r.id and f.side = 'Sender' limit 1) a,
            security.unit_and_above(new.holding_unit_id) u
        on conflict do nothing;
        delete from casework.referral_access a
        where a.referral_id = r.id and a.side = 'Sender' and a.unit_id not in (select security.unit_and_above(new.holding_unit_id));
        -- A finished one stays counted for the unit that sent it.
        if exists (select from security.referral_transitions t where t.from_status = r.status) then
            update casework.referrals f set from_unit_id = new.holding_unit_id, from_agency_id = new.holding_agency_id where f.id = r.id;
            perform security.tell(
                'HandedOver', array(select p from security.people_of(r.id, 'Sender') p), r.id, r.number, true, r.urgency = 'Emergency');
        end if;
    end loop;
    return null;
end
$$;

-- A referral changes its agency only together with its case; everything else about it is a step, as before.
create function security.guard_referral_moved() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if pg_trigger_depth() < 2 or to_jsonb(new) - array['from_unit_id', 'from_agency_id'] <> to_jsonb(old) - array['from_unit_id', 'from_agency_id']
        or not exists (select from casework.cases c where c.id = new.case_id and c.holding_agency_id = new.from_agency_id) then
        perform security.refuse('Nothing but a step changes a referral.');
    end if;
    return new;
end
$$;
revoke all on function security.guard_referral_moved() from public;
drop trigger guard_referral_step on casework.referrals;
create trigger guard_referral_step before update on casework.referrals
    for each row when (old.from_agency_id = new.from_agency_id) execute function security.guard_referral_step();
create trigger guard_referral_moved before update on casework.referrals
    for each row when (old.from_agency_id <> new.from_agency_id) execute function security.guard_referral_moved();

-- What is on the way goes on under the agreement it was sent under, whoever leads the case by then.
create or replace function security.ground_refusal(r casework.referrals) returns text
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    as_sent casework.referrals := r;
begin
    as_sent.from_agency_id := r.sent_by_agency_id;
    return coalesce(
        case
            when r.override_reason is null then security.agreement_refusal(as_sent)
            when exists (select from casework.override_reviews o where o.referral_id = r.id and not o.is_upheld)
                then 'The national desk reviewed the emergency override and did not uphold it.'
        end,
        security.consent_refusal(r));
end
$$;
