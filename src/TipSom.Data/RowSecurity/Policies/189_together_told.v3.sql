-- Notes between those who see a case: read by all of them, written in the own name, changed by nobody.
alter table casework.case_notes enable row level security;
create policy case_note_seen_with_its_case on casework.case_notes for select to tipsom_app
    using (exists (select from casework.case_access a where a.case_id = case_notes.case_id and a.unit_id = (select security.my_case_unit())));
create policy case_note_written_by_who_sees_the_case on casework.case_notes for insert to tipsom_app
    with check (security.sees_case(case_id) and actor_id = (select security.my_user()) and actor_unit_id = (select security.my_unit()));
create trigger sign_with_own_name before insert on casework.case_notes for each row execute function security.sign_with_own_name();
grant select, insert on casework.case_notes to tipsom_app;
create trigger audit_case_notes after insert or update on casework.case_notes for each row execute function audit.record('');

-- Told of it: everybody at the units that see the case, but the writer's own.
create function telling.case_note_is_told() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    perform security.tell('CaseNote', array(
        select distinct p
        from (
            select c.holding_unit_id as unit_id from casework.cases c where c.id = new.case_id
            union
            select s.unit_id from casework.case_shares s
            where s.case_id = new.case_id and s.status = 'InForce' and s.last_day >= security.today()
        ) seen, telling.people_at(seen.unit_id, null, 'Sender') p
        where seen.unit_id <> new.actor_unit_id
    ), null, (select c.number from casework.cases c where c.id = new.case_id), false, false);
    return null;
end
$$;
create trigger case_note_is_told after insert on casework.case_notes for each row execute function telling.case_note_is_told();

-- What was asked of supervisors about a case is done, unless another of its kind still waits.
create function telling.settle_case(number text, kinds text[]) returns void
    language sql security definer
    set search_path = pg_catalog
as $$
    update telling.notifications n set settled_at = security.moment()
    where n.number = settle_case.number and n.kind = any (kinds) and n.referral_id is null and n.is_work and n.settled_at is null
$$;

create function telling.share_is_told() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    held casework.cases;
begin
    if tg_op = 'UPDATE' and old.status = new.status then
        return null;
    end if;
    select * into held from casework.cases c where c.id = new.case_id;
    if new.status = 'Asked' then
        perform security.tell('ShareToDecide', array(select telling.people_at(held.holding_unit_id, null, 'SenderSupervisors')), null, held.number, true, false);
    elsif not exists (select from casework.case_shares s where s.case_id = new.case_id and s.status = 'Asked') then
        perform telling.settle_case(held.number, array['ShareToDecide']);
    end if;
    if new.status = 'InForce' then
        perform security.tell('CaseShared', array(select telling.people_at(new.unit_id, null, 'Sender')), null, held.number, false, false);
    elsif tg_op = 'UPDATE' and old.status = 'InForce' then
        perform security.tell('ShareEnded', array(select telling.people_at(new.unit_id, null, 'Sender')), null, held.number, false, false);
    end if;
    if tg_op = 'UPDATE' and old.status = 'Asked' and new.status <> 'Ended' then
        perform security.tell('ShareDecided', array[new.asked_by_id], null, held.number, false, false);
    end if;
    return null;
end
$$;
create trigger share_is_told after insert or update on casework.case_shares for each row execute function telling.share_is_told();

create function telling.transfer_is_told() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    perform telling.settle_case(new.case_number, array['TransferToApprove', 'TransferToAnswer']);
    if new.status = 'Proposed' then
        perform security.tell('TransferToApprove', array(select telling.people_at(new.from_unit_id, null, 'SenderSupervisors')), null, new.case_number, true, false);
    elsif new.status = 'Approved' then
        perform security.tell('TransferToAnswer', array(select telling.people_at(new.to_unit_id, null, 'SenderSupervisors')), null, new.case_number, true, false);
    elsif new.status in ('Accepted', 'Refused') then
        perform security.tell('Transfer' || new.status, array(select telling.people_at(new.from_unit_id, null, 'Sender')), null, new.case_number, false, false);
    elsif old.status = 'Approved' then
        perform security.tell('TransferTakenBack', array(select telling.people_at(new.to_unit_id, null, 'SenderSupervisors')), null, new.case_number, false, false);
    end if;
    if new.status = 'Accepted' then
        perform security.tell('HandedOver', array(select telling.people_at(new.to_unit_id, null, 'Sender')), null, new.case_number, false, false);
    end if;
    return null;
end
$$;
create trigger transfer_is_told after insert or update on casework.lead_transfers for each row execute function telling.transfer_is_told();
revoke all on function telling.case_note_is_told(), telling.settle_case(text, text[]), telling.share_is_told(), telling.transfer_is_told() from public;
