-- No need is ever nobody's: one that is in no provider's hands has a row that says whose turn it is and until when. The rows follow the
-- needs, the referrals, the consents and the cases; nobody writes them by hand.
create function security.clock(urgency text, step text, is_child boolean) returns interval
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select c.allowed from reference.clock_rules c
    where c.step = clock.step
        and c.urgency = case when not clock.is_child then clock.urgency when clock.urgency = 'Routine' then 'Urgent' else 'Emergency' end
$$;

-- How a need stands without a provider: null where one has it in hand or nothing more is owed.
create function security.unplaced_cause(wanted uuid) returns text
    language plpgsql stable security definer
    set search_path = pg_catalog
as $$
declare
    need casework.needs;
    last casework.referrals;
    consent casework.consents;
begin
    select * into need from casework.needs n where n.id = wanted;
    if not exists (select from casework.cases c where c.id = need.case_id and c.status = 'Open')
        or exists (
            select from casework.referrals r
            where r.need_id = wanted
                and (r.status in ('Sent', 'Seen', 'InformationRequested', 'Accepted', 'InCare')
                    or r.status = 'Closed' and r.outcome <> 'DidNotArrive')) then
        return null;
    end if;
    -- Who refused or took back consent is not asked again by a machine.
    select * into consent from casework.consents c where c.victim_id = need.victim_id order by c.given_at desc, c.id desc limit 1;
    if consent.id is not null and (not consent.is_given or consent.withdrawn_at is not null) then
        return null;
    end if;
    select * into last from casework.referrals r where r.need_id = wanted and r.status <> 'Rerouted' order by r.status_since desc, r.id desc limit 1;
    return case
        when last.id is null then 'NotSent'
        when last.status in ('Declined', 'DeclineConfirmed') then last.status
        when last.status = 'Closed' then 'DidNotArrive'
        when last.status = 'Withdrawn' and last.withdraw_reason not in ('Safety', 'SentByMistake') then null
        else 'CameBack'
    end;
end
$$;

create function security.review_need(wanted uuid) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    why text := security.unplaced_cause(wanted);
    at timestamptz := security.moment();
    desk boolean := why = 'DeclineConfirmed';
begin
    -- A declined referral asks for nothing while its need is in other hands, or is owed to nobody.
    update casework.referral_access a set is_settled = why is null
    from casework.referrals r
    where r.need_id = wanted and r.status in ('Declined', 'DeclineConfirmed') and a.referral_id = r.id and a.is_settled <> (why is null);
    if why is null then
        update casework.unplaced_needs u set settled_at = at where u.need_id = wanted and u.settled_at is null;
        return;
    end if;
    insert into casework.unplaced_needs as u (
        id, need_id, victim_id, case_id, from_unit_id, from_agency_id, service, urgency, sex, age_years, is_child, district_code, province_code,
        cause, turn, since, due_at)
    select gen_random_uuid(), n.id, n.victim_id, n.case_id, c.holding_unit_id, c.holding_agency_id, n.service, n.urgency, v.sex, v.age_years,
        coalesce(v.age_years < 18, true), c.district_code, d.province_code, why, case when desk then 'National' else 'Sender' end, at,
        at + security.clock(n.urgency, case when desk then 'Answered' else 'Seen' end, coalesce(v.age_years < 18, true))
    from casework.needs n join casework.victims v on v.id = n.victim_id join casework.cases c on c.id = n.case_id
        join reference.districts d on d.code = c.district_code
    where n.id = wanted
    on conflict (need_id) where settled_at is null do update
    set cause = excluded.cause, turn = excluded.turn, since = excluded.since, due_at = excluded.due_at, proposed_service_id = null, note = null
    where excluded.cause = 'DeclineConfirmed' and u.turn = 'Sender';
    if desk then
        perform security.count_gap(wanted, why);
    end if;
end
$$;

-- Once for each need, however often it is found.
create function security.count_gap(wanted uuid, why text) returns void
    language sql security definer
    set search_path = pg_catalog
as $$
    insert into casework.service_gaps (need_id, case_id, at, district_code, province_code, service, sex, is_child, cause, decline_reason)
    select u.need_id, u.case_id, security.moment(), u.district_code, u.province_code, u.service, u.sex, u.is_child, why, (
        select r.decline_reason from casework.referrals r
        where r.need_id = wanted and r.decline_reason is not null order by r.status_since desc limit 1)
    from casework.unplaced_needs u where u.need_id = wanted and u.settled_at is null
    on conflict (need_id) do nothing
$$;

create function security.review_needs() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if tg_table_name = 'needs' then
        perform security.review_need(new.id);
    elsif tg_table_name = 'referrals' then
        perform security.review_need(new.need_id);
    elsif tg_table_name = 'consents' then
        perform security.review_need(n.id) from casework.needs n where n.victim_id = new.victim_id;
    else
        perform security.review_need(n.id) from casework.needs n where n.case_id = new.id;
    end if;
    return null;
end
$$;
create trigger review_needs after insert on casework.needs for each row execute function security.review_needs();
create trigger review_needs_when_sent after insert on casework.referrals for each row execute function security.review_needs();
create trigger review_needs_after_step after update on casework.referrals
    for each row when (old.status is distinct from new.status) execute function security.review_needs();
create trigger review_needs after insert or update on casework.consents for each row execute function security.review_needs();
create trigger review_needs after update on casework.cases
    for each row when (old.status is distinct from new.status) execute function security.review_needs();

revoke all on function security.clock(text, text, boolean), security.unplaced_cause(uuid), security.review_need(uuid),
    security.count_gap(uuid, text), security.review_needs() from public;
