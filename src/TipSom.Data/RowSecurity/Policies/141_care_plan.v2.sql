-- The plan of care: written, reached or given up by the provider while the person is in care, and read by nobody else.
alter table casework.care_plan_items enable row level security;
create policy plan_item_read_by_provider on casework.care_plan_items for select to tipsom_app
    using (security.my_side(referral_id) = 'Recipient');
create policy plan_item_written_by_provider_in_own_name on casework.care_plan_items for insert to tipsom_app
    with check (
        security.my_side(referral_id) = 'Recipient'
        and actor_id = (select security.my_user()) and actor_unit_id = (select security.my_unit()));
create policy plan_item_closed_by_provider on casework.care_plan_items for update to tipsom_app
    using (security.my_side(referral_id) = 'Recipient');
create trigger sign_with_own_name before insert on casework.care_plan_items for each row execute function security.sign_with_own_name();
grant select, insert, update (done_at, dropped_at, drop_reason) on casework.care_plan_items to tipsom_app;

create function security.guard_plan_item() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    stands text;
begin
    -- Everybody else is refused by the policy; the reminder of the program itself has no side.
    if security.my_side(new.referral_id) is distinct from 'Recipient' then
        return new;
    end if;
    if tg_op = 'UPDATE' and (old.done_at is not null or old.dropped_at is not null) then
        perform security.refuse('This part of the plan is already closed.');
    end if;
    select r.status into stands from casework.referrals r where r.id = new.referral_id for no key update;
    if stands <> 'InCare' then
        perform security.refuse('A plan is kept while the person is in care.');
    end if;
    return new;
end
$$;
revoke all on function security.guard_plan_item() from public;
create trigger guard_plan_item before insert or update on casework.care_plan_items
    for each row execute function security.guard_plan_item();
create trigger audit_care_plan_items after insert or update on casework.care_plan_items
    for each row execute function audit.record('');

-- Open parts of plans due by a day, each told once, of people still in care. For the program's own reminders: whoever is signed in
-- is told nothing.
create function security.plan_items_due(day date) returns table (item_id uuid, referral_id uuid)
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if security.my_user() is not null then
        return;
    end if;
    return query
        update casework.care_plan_items i set reminded_at = security.moment()
        from casework.referrals r
        where r.id = i.referral_id and r.status = 'InCare' and i.due_on <= day
            and i.done_at is null and i.dropped_at is null and i.reminded_at is null
        returning i.id, i.referral_id;
end
$$;
revoke all on function security.plan_items_due(date) from public;
grant execute on function security.plan_items_due(date) to tipsom_app;
