-- Several providers may be asked together for one need, and only together; one of them takes the person.
alter table casework.referrals add constraint ex_referrals_one_round_per_need exclude using gist (need_id with =, round_id with <>)
    where (status in ('Sent', 'Seen', 'InformationRequested', 'Accepted', 'InCare'));

create or replace function security.referral_changed() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    update casework.referral_access
    set status = new.status, is_settled = not exists (select from security.referral_transitions t where t.from_status = new.status),
        status_since = new.status_since, due_at = new.due_at
    where referral_id = new.id;
    -- The provider cannot see the identity copy before it accepts, so this is where its disclosure is noted.
    if new.status = 'Accepted' then
        update casework.disclosures set disclosed_at = new.status_since where referral_id = new.id and disclosed_at is null;
    end if;
    return null;
end
$$;

-- The first acceptance takes back what was asked of the others; who accepted is nothing they learn.
create function security.give_way() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    other casework.referrals;
begin
    for other in
        update casework.referrals r
        set status = 'Withdrawn', withdraw_reason = 'PlacedElsewhere', status_since = new.status_since, ended_at = new.status_since,
            due_at = null, paused_since = null, steps = r.steps + 1
        where r.need_id = new.need_id and r.id <> new.id and r.status in ('Sent', 'Seen', 'InformationRequested')
        returning r.*
    loop
        insert into casework.referral_events (id, referral_id, position, verb, status, at, actor_name)
        values (gen_random_uuid(), other.id, other.steps, 'Withdraw', 'Withdrawn', new.status_since, '');
    end loop;
    return null;
end
$$;
create trigger give_way after update of status on casework.referrals
    for each row when (new.status = 'Accepted' and old.status <> 'Accepted') execute function security.give_way();

-- Taken before a step that touches the other referrals of the need, so that two who accept at once wait for each other.
create function security.wait_for_need_of(referral uuid) returns void
    language sql security definer
    set search_path = pg_catalog
as $$ select pg_advisory_xact_lock(hashtextextended(r.need_id::text, 0)) from casework.referrals r where r.id = referral $$;
revoke all on function security.give_way(), security.wait_for_need_of(uuid) from public;
grant execute on function security.wait_for_need_of(uuid) to tipsom_app;

drop policy referral_changed_by_its_two_sides on casework.referrals;
create policy referral_changed_by_its_sides on casework.referrals for update to tipsom_app using (security.my_side(id) is not null);
grant update (steps, answer_due_at, paused_since, paused_for, review_note, void_reason, parent_id) on casework.referrals to tipsom_app;

drop policy referral_event_written_in_own_name on casework.referral_events;
create policy referral_event_written_in_own_name on casework.referral_events for insert to tipsom_app
    with check (
        security.my_side(referral_id) is not null
        and actor_id = (select security.my_user()) and actor_unit_id = (select security.my_unit()));
-- A referral that gave way names nobody.
create or replace function security.sign_with_own_name() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if new.actor_id is not null then
        new.actor_name := coalesce((select u.display_name from identity.users u where u.id = security.my_user()), new.actor_name);
    end if;
    return new;
end
$$;
