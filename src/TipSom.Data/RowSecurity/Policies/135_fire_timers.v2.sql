-- The worker of the clocks has no account. It may fire timers that are due, and nothing else. Several may run: a timer is one worker's
-- until its transaction ends, and what a transaction did not finish, it did not do. The moment is never one to come.

-- Whom a rung of the ladder concerns, once each; it is work for whose turn it is and for the desk, and a missing person is everybody's.
create function telling.concerned(rule reference.escalation_rules, from_unit uuid, to_unit uuid)
    returns table (people uuid[], is_work boolean, is_desk boolean)
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select array_agg(one.person), one.is_work, one.is_desk
    from (
        select p as person, bool_or(rule.turn = 'Arrival' or a = 'NationalDesk' or starts_with(a, rule.turn)) as is_work, bool_or(a = 'NationalDesk') as is_desk
        from unnest(rule.audiences) a, telling.people_at(from_unit, to_unit, a) p group by p
    ) one group by one.is_work, one.is_desk
$$;

-- False where somebody takes a step at this very moment: it is asked again soon, if the step does not do away with it.
create function telling.fire(timer telling.timers, moment timestamptz) returns boolean
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    s record;
    rule reference.escalation_rules;
    told record;
begin
    if timer.referral_id is not null then
        select r.from_unit_id as from_unit, r.to_unit_id as to_unit, r.urgency, r.number, telling.turn_in(r.status) as turn, r.status_since as since
        into s from casework.referrals r where r.id = timer.referral_id for share skip locked;
    else
        select c.holding_unit_id as from_unit, null::uuid as to_unit, u.urgency, c.number, u.turn, u.since
        into s from casework.unplaced_needs u join casework.cases c on c.id = u.case_id
        where u.id = timer.unplaced_need_id and u.settled_at is null for share of u skip locked;
    end if;
    if s.since is distinct from timer.turn_since then
        return false;
    end if;
    update telling.timers t set fired_at = moment where t.id = timer.id;
    select * into rule from reference.escalation_rules e where e.turn = s.turn and e.rung = timer.rung;
    for told in select * from telling.concerned(rule, s.from_unit, s.to_unit) loop
        -- The desk works without the number of the case.
        perform telling.write(
            rule.kind, told.people, timer.referral_id, case when timer.unplaced_need_id is not null and told.is_desk then '' else s.number end,
            told.is_work, s.urgency = 'Emergency' or rule.kind = 'ArrivalMissed', moment, true, timer.unplaced_need_id);
    end loop;
    return true;
end
$$;

-- How many were fired, and how many failed. One that fails is put off, so that it never stands in the way of the others.
create function security.fire_timers(at timestamptz, batch integer, out fired integer, out failed integer)
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    moment timestamptz := telling.no_later_than_now(at);
    timer telling.timers;
begin
    fired := 0;
    failed := 0;
    -- The program's own work: nobody signed in sets it off.
    if security.my_user() is not null then
        return;
    end if;
    for timer in
        select t.* from telling.timers t where t.fired_at is null and t.fire_at <= moment order by t.fire_at limit batch for update skip locked
    loop
        begin
            fired := fired + telling.fire(timer, moment)::integer;
        exception when others then
            raise warning 'timer % failed: %', timer.id, sqlstate;
            update telling.timers t set fire_at = moment + interval '5 minutes' where t.id = timer.id;
            failed := failed + 1;
        end;
    end loop;
end
$$;
revoke all on function telling.concerned(reference.escalation_rules, uuid, uuid), telling.fire(telling.timers, timestamptz),
    security.fire_timers(timestamptz, integer) from public;
grant execute on function security.fire_timers(timestamptz, integer) to tipsom_app;

-- A need that is open, with no live referral and nobody's turn; and one whose turn no clock watches. There is never one. Asked of the
-- tables alone, not of the functions that keep them. Tells the national administrator which, and nothing about anybody.
create function security.needs_of_nobody() returns table (need_id uuid, lacks text)
    language sql stable security definer
    set search_path = pg_catalog
as $$
    with open_needs as (
        select n.id from casework.needs n join casework.cases c on c.id = n.case_id
        where c.status = 'Open' and (session_user <> 'tipsom_app' or security.my_role() = 'NationalAdministrator')
            -- Refused or taken back: nothing more is owed.
            and coalesce((
                select k.is_given and k.withdrawn_at is null from casework.consents k
                where k.victim_id = n.victim_id order by k.given_at desc, k.id desc limit 1), true)
            and not exists (
                select from casework.referrals r
                where r.need_id = n.id and (r.status = 'InCare' or r.status = 'Closed' and r.outcome <> 'DidNotArrive'))
            -- Taken back by the sender because the need was met otherwise, or no longer stands.
            and coalesce((
                select r.status <> 'Withdrawn' or r.withdraw_reason in ('Safety', 'SentByMistake') from casework.referrals r
                where r.need_id = n.id and r.status <> 'Rerouted' order by r.status_since desc, r.id desc limit 1), true)
    ),
    turns as (
        select r.need_id, exists (select from telling.timers t where t.referral_id = r.id and t.turn_since = r.status_since) as is_watched
        from casework.referrals r where r.status in ('Sent', 'Seen', 'InformationRequested', 'Accepted')
        union all
        select u.need_id, exists (select from telling.timers t where t.unplaced_need_id = u.id and t.turn_since = u.since)
        from casework.unplaced_needs u where u.settled_at is null
    ),
    standing as (select t.need_id, bool_and(t.is_watched) as is_watched from turns t group by t.need_id)
    select o.id, case when s.need_id is null then 'Turn' else 'Clock' end
    from open_needs o left join standing s on s.need_id = o.id
    where not coalesce(s.is_watched, false)
$$;
revoke all on function security.needs_of_nobody() from public;
grant execute on function security.needs_of_nobody() to tipsom_app;
