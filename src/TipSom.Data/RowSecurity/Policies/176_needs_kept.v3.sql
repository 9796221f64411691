-- A need may become more or less urgent, or end; not while a provider has it in hand, nor after it has ended.
create function security.need_in_hand(need uuid) returns boolean
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select exists (
        select from casework.referrals r
        where r.need_id = need and r.status in ('Sent', 'Seen', 'InformationRequested', 'Accepted', 'InCare'))
$$;

create function security.guard_need() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    -- The same lock as for sending: who ends a need and who sends it wait for each other.
    perform pg_advisory_xact_lock(hashtextextended(new.id::text, 0));
    if old.ended_at is not null then
        perform security.refuse('This need is no longer open.');
    end if;
    if security.need_in_hand(new.id) then
        perform security.refuse('A referral for this need is under way. Take it back first, or wait for its end.');
    end if;
    return new;
end
$$;
create trigger guard_need before update on casework.needs for each row execute function security.guard_need();
grant update (ended_at, ending) on casework.needs to tipsom_app;

-- Named so that it comes after the guard that takes the lock.
create function security.guard_referral_of_need() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if exists (select from casework.needs n where n.id = new.need_id and n.ended_at is not null) then
        perform security.refuse('This need is no longer open.');
    end if;
    return new;
end
$$;
create trigger guard_new_referral_of_need before insert on casework.referrals for each row execute function security.guard_referral_of_need();

-- A need that has ended leaves the queue of those in nobody's hands; a more urgent one is due sooner.
create function security.need_changed() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if new.urgency <> old.urgency then
        update casework.unplaced_needs u
        set urgency = new.urgency, due_at = u.since + security.clock(new.urgency, case u.turn when 'National' then 'Answered' else 'Seen' end, u.is_child)
        where u.need_id = new.id and u.settled_at is null;
    end if;
    perform security.review_need(new.id);
    return null;
end
$$;
create trigger need_changed after update on casework.needs for each row execute function security.need_changed();
revoke all on function security.need_in_hand(uuid), security.guard_need(), security.guard_referral_of_need(), security.need_changed() from public;
