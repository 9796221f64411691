-- When to remind, to say that it is late, and to bring the national desk in: made whenever a turn begins, from the rules of that moment.
-- The timers of a turn that ended before they fired go with it, so nobody is reminded of what was done.
alter table telling.timers enable row level security;

create function telling.turn_in(status text) returns text
    language sql immutable
    set search_path = pg_catalog
as $$
    select case when status in ('Sent', 'Seen') then 'Recipient' when status = 'InformationRequested' then 'Sender' when status = 'Accepted' then 'Arrival' end
$$;

-- A turn that begins after its time has passed is late at once; the desk hears of it when as long again as the provider had to look has passed.
create function telling.begin_turn(referral uuid, unplaced uuid, turn text, since timestamptz, due timestamptz, grace interval) returns void
    language sql security definer
    set search_path = pg_catalog
as $$
    insert into telling.timers (id, referral_id, unplaced_need_id, turn_since, rung, fire_at)
    select gen_random_uuid(), referral, unplaced, since, r.rung, case
        when due > since then since + make_interval(secs => (extract(epoch from due - since) * r.share)::double precision)
        when r.rung = 'Due' then since
        else since + grace
    end
    from reference.escalation_rules r
    where r.turn = begin_turn.turn and due is not null and (due > since or r.rung <> 'Half')
    on conflict do nothing
$$;

create function telling.referral_turns() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if tg_op = 'UPDATE' then
        delete from telling.timers t where t.referral_id = new.id and t.fired_at is null;
        perform security.settle(new.id, array['Reminder', 'Overdue', 'Escalated', 'ArrivalMissed'], new.status_since);
    end if;
    perform telling.begin_turn(
        new.id, null, telling.turn_in(new.status), new.status_since, new.due_at, security.clock(new.urgency, 'Seen', new.is_child));
    return null;
end
$$;
create trigger referral_turns_begin after insert on casework.referrals for each row execute function telling.referral_turns();
create trigger referral_turns after update on casework.referrals
    for each row when (old.status is distinct from new.status or old.due_at is distinct from new.due_at) execute function telling.referral_turns();

create function telling.need_turns() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if tg_op = 'UPDATE' then
        delete from telling.timers t where t.unplaced_need_id = new.id and t.fired_at is null;
        update telling.notifications n set settled_at = security.moment()
        where n.unplaced_need_id = new.id and n.is_work and n.settled_at is null;
    end if;
    if new.settled_at is null then
        perform telling.begin_turn(null, new.id, new.turn, new.since, new.due_at, null);
    end if;
    return null;
end
$$;
create trigger need_turns_begin after insert on casework.unplaced_needs for each row execute function telling.need_turns();
create trigger need_turns after update on casework.unplaced_needs
    for each row when ((old.turn, old.since, old.due_at, old.settled_at) is distinct from (new.turn, new.since, new.due_at, new.settled_at))
    execute function telling.need_turns();

-- For turns that began before there were rules: called after the rules were loaded.
create function telling.begin_missing_turns() returns void
    language sql security definer
    set search_path = pg_catalog
as $$
    select telling.begin_turn(r.id, null, telling.turn_in(r.status), r.status_since, r.due_at, security.clock(r.urgency, 'Seen', r.is_child))
    from casework.referrals r
    where r.status in ('Sent', 'Seen', 'InformationRequested', 'Accepted')
        and not exists (select from telling.timers t where t.referral_id = r.id and t.turn_since = r.status_since);
    select telling.begin_turn(null, u.id, u.turn, u.since, u.due_at, null) from casework.unplaced_needs u
    where u.settled_at is null and not exists (select from telling.timers t where t.unplaced_need_id = u.id and t.turn_since = u.since)
$$;
revoke all on function telling.turn_in(text), telling.begin_turn(uuid, uuid, text, timestamptz, timestamptz, interval),
    telling.referral_turns(), telling.need_turns(), telling.begin_missing_turns() from public;
