-- A supervisor hands a case to another unit of the own tree. Who sees the case, its referrals and its unplaced needs follows, in the same
-- transaction: a case is never in nobody's hands, and the unit that gave it away sees it no longer.
create function security.guard_hand_over() returns trigger
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
    if security.my_role() is distinct from 'Supervisor'
        or not exists (select from security.unit_and_above(old.holding_unit_id) u where u = mine)
        or not exists (select from security.unit_and_above(new.holding_unit_id) u where u = mine) then
        perform security.refuse('A supervisor hands a case over within the own tree of units.');
    end if;
    return new;
end
$$;
create trigger guard_hand_over before update on casework.cases
    for each row when (old.holding_unit_id is distinct from new.holding_unit_id) execute function security.guard_hand_over();

create function security.case_handed_over() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    r casework.referrals;
begin
    insert into casework.case_access (case_id, unit_id, sees_identity, status, updated_at)
    select new.id, u, true, new.status, new.updated_at from security.unit_and_above(new.holding_unit_id) u
    on conflict do nothing;
    -- What the unit above keeps is left alone; the rest is the former holder's.
    delete from casework.case_access a
    where a.case_id = new.id
        and a.unit_id in (select security.unit_and_above(old.holding_unit_id))
        and a.unit_id not in (select security.unit_and_above(new.holding_unit_id));
    update casework.unplaced_needs set from_unit_id = new.holding_unit_id where case_id = new.id and settled_at is null;
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
            update casework.referrals f set from_unit_id = new.holding_unit_id where f.id = r.id;
            perform security.tell(
                'HandedOver', array(select p from security.people_of(r.id, 'Sender') p), r.id, r.number, true, r.urgency = 'Emergency');
        end if;
    end loop;
    return null;
end
$$;
create trigger case_handed_over after update on casework.cases
    for each row when (old.holding_unit_id is distinct from new.holding_unit_id) execute function security.case_handed_over();
revoke all on function security.guard_hand_over(), security.case_handed_over() from public;
-- The guard above says whose it may become.
grant update (holding_unit_id) on casework.cases to tipsom_app;
