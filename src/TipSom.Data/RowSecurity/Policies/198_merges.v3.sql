-- The same person entered twice in one case. The second entry stays; its needs that nobody has in hand go on under the first.
call security.guard_case_part('casework.person_merges', 'undone_at, undone_by_id, undone_because', 'identity');
create trigger sign_with_own_name before insert on casework.person_merges for each row execute function security.sign_with_own_name();

create function security.is_merged(person uuid) returns boolean
    language sql stable security definer
    set search_path = pg_catalog
as $$ select exists (select from casework.person_merges m where m.victim_id = person and m.undone_at is null) $$;

create function security.guard_merge() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    -- A referral being sent for the second at this moment comes first or finds the merge: its foreign key waits for this lock.
    perform from casework.victims v where v.id in (new.victim_id, new.into_victim_id) order by v.id for update;
    if exists (
        select from casework.person_merges m
        where m.undone_at is null and (m.victim_id in (new.victim_id, new.into_victim_id) or m.into_victim_id = new.victim_id)) then
        perform security.refuse('One of the two is merged already. Undo that first.');
    end if;
    if exists (
        select from casework.referrals r
        where r.victim_id = new.victim_id and r.status in ('Sent', 'Seen', 'InformationRequested', 'Accepted', 'InCare')) then
        perform security.refuse('A referral of this person is not finished. Withdraw it, or let it come to its end first.');
    end if;
    return new;
end
$$;
create trigger guard_merge before insert on casework.person_merges for each row execute function security.guard_merge();

-- Asked after the foreign keys, which wait for a merge that is being written.
create function security.guard_referral_of_merged() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if security.is_merged(new.victim_id) then
        perform security.refuse('This person is the same as another in this case. Refer that one.');
    end if;
    return null;
end
$$;
create trigger refuse_merged after insert on casework.referrals for each row execute function security.guard_referral_of_merged();

-- What is open of the second becomes the first's, if the first has not the same need already; and is the second's again when it is undone.
create function security.merge_needs() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if new.undone_at is null then
        insert into casework.needs (id, victim_id, case_id, service, urgency)
        select gen_random_uuid(), new.into_victim_id, n.case_id, n.service, n.urgency
        from casework.needs n join casework.unplaced_needs u on u.need_id = n.id and u.settled_at is null
        where n.victim_id = new.victim_id
        on conflict (victim_id, service) where ended_at is null do nothing;
        update casework.unplaced_needs u set settled_at = security.moment() where u.victim_id = new.victim_id and u.settled_at is null;
    else
        perform security.review_need(n.id) from casework.needs n where n.victim_id = new.victim_id;
    end if;
    return null;
end
$$;
create trigger merge_needs after insert on casework.person_merges for each row execute function security.merge_needs();
create trigger merge_needs_undone after update on casework.person_merges
    for each row when (old.undone_at is null and new.undone_at is not null) execute function security.merge_needs();

create function security.skip_merged() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$ begin return case when security.is_merged(new.victim_id) then null else new end; end $$;
create trigger skip_merged before insert on casework.unplaced_needs for each row execute function security.skip_merged();

-- The needs of a second entry, and those that have ended, are nobody's on purpose.
alter function security.needs_of_nobody() rename to needs_of_no_entry;
create function security.needs_of_nobody() returns table (need_id uuid, lacks text)
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select o.need_id, o.lacks from security.needs_of_no_entry() o join casework.needs n on n.id = o.need_id
    where n.ended_at is null and not security.is_merged(n.victim_id)
$$;
revoke all on function security.needs_of_no_entry() from public, tipsom_app;
revoke all on function security.is_merged(uuid), security.guard_merge(), security.guard_referral_of_merged(), security.merge_needs(),
    security.skip_merged(), security.needs_of_nobody() from public;
grant execute on function security.needs_of_nobody() to tipsom_app;
