-- How is the person, 30, 90 and 180 days after care ended? Asked only of those who can be asked, and only while consent is in force.
create function security.plan_follow_ups() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if new.outcome not in ('Died', 'LostContact', 'DidNotArrive') and security.consent_in_force(new.consent_id) then
        insert into casework.follow_ups (id, referral_id, days, due_on)
        select gen_random_uuid(), new.id, d, (new.status_since at time zone 'Asia/Karachi')::date + d from unnest(array[30, 90, 180]) d;
    end if;
    return null;
end
$$;
create trigger plan_follow_ups after update of status on casework.referrals
    for each row when (new.status = 'Closed' and old.status <> 'Closed') execute function security.plan_follow_ups();

create function security.call_off_follow_ups() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    update casework.follow_ups f set cancelled_at = new.withdrawn_at
    from casework.referrals r
    where r.consent_id = new.id and f.referral_id = r.id and f.answer is null and f.cancelled_at is null;
    return null;
end
$$;
create trigger call_off_follow_ups after update of withdrawn_at on casework.consents
    for each row when (old.withdrawn_at is null and new.withdrawn_at is not null) execute function security.call_off_follow_ups();

-- Both sides read the answers; nobody inserts. The provider answers once, the sender takes up once that help is needed.
alter table casework.follow_ups enable row level security;
create policy follow_up_read_by_both_sides on casework.follow_ups for select to tipsom_app
    using (security.my_side(referral_id) in ('Sender', 'Recipient'));
create policy follow_up_answered_by_provider_and_taken_up_by_sender on casework.follow_ups for update to tipsom_app
    using (security.my_side(referral_id) in ('Sender', 'Recipient'));
grant select, update (answer, sealed_note, answered_at, actor_id, actor_unit_id, actor_name, taken_up_at, taken_up_by_id)
    on casework.follow_ups to tipsom_app;

create function security.guard_follow_up() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    mine text := security.my_side(new.referral_id);
    -- What each side may write; calling off and asking are the database's own.
    its_own text[] := case mine
        when 'Recipient' then array['answer', 'sealed_note', 'answered_at', 'actor_id', 'actor_unit_id', 'actor_name']
        when 'Sender' then array['taken_up_at', 'taken_up_by_id']
    end;
begin
    if new.cancelled_at is distinct from old.cancelled_at or new.asked_at is distinct from old.asked_at then
        return new;
    end if;
    if to_jsonb(new) - its_own <> to_jsonb(old) - its_own then
        perform security.refuse('This step belongs to the other side.');
    end if;
    if mine = 'Recipient' then
        if new.answer is null then
            perform security.refuse('This step belongs to the other side.');
        end if;
        if old.cancelled_at is not null or not security.consent_in_force((select r.consent_id from casework.referrals r where r.id = new.referral_id)) then
            perform security.refuse('The consent has ended, so nobody is asked any more.');
        end if;
        if old.answer is not null then
            perform security.refuse('This question was already answered.');
        end if;
        new.actor_id := security.my_user();
        new.actor_unit_id := security.my_unit();
        new.actor_name := (select u.display_name from identity.users u where u.id = security.my_user());
    elsif mine = 'Sender' then
        if old.answer is distinct from 'NeedsHelp' then
            perform security.refuse('Nobody asked for help here.');
        end if;
        if old.taken_up_at is not null then
            perform security.refuse('Somebody has already taken this up.');
        end if;
        new.taken_up_by_id := security.my_user();
    end if;
    return new;
end
$$;
create trigger guard_follow_up before update on casework.follow_ups for each row execute function security.guard_follow_up();
create trigger audit_follow_ups after insert or update on casework.follow_ups for each row execute function audit.record('');
revoke all on function security.plan_follow_ups(), security.call_off_follow_ups(), security.guard_follow_up() from public;
