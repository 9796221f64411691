-- What is tied to a person and not to their unit, and who takes it over. Cases, needs, referrals, transfers and reviews belong to units; a
-- person has what was told them as work, decisions that only their role takes, and registers that are being brought in under their name.
create function security.side_of(role text) returns text[]
    language sql immutable
    set search_path = pg_catalog
as $$
    select case
        when role in ('Officer', 'Supervisor') then array['Officer', 'Supervisor']
        when role in ('Caseworker', 'ProviderManager') then array['Caseworker', 'ProviderManager']
        else array[role]
    end
$$;

-- Told as work to one role of a unit only.
create function security.is_decision(kind text) returns boolean
    language sql immutable
    set search_path = pg_catalog
as $$ select kind in ('ShareToDecide', 'TransferToApprove', 'TransferToAnswer', 'AgreementToApprove', 'OverrideToReview') $$;

-- Who may take work over: somebody in use at the same unit or above it, who therefore sees what it is about; for decisions in the same role.
create function security.may_take_over(person uuid, taker uuid, decisions boolean) returns boolean
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select exists (
        select from identity.users u, identity.users t
        where u.id = person and t.id = taker and t.id <> u.id and t.disabled_at is null and t.password_hash is not null
            and t.agency_id = u.agency_id and t.unit_id in (select security.unit_and_above(u.unit_id))
            and case when decisions then t.role = u.role else t.role = any (security.side_of(u.role)) end
            and exists (
                select from identity.postings p
                where p.user_id = t.id and p.from_day <= security.today() and coalesce(security.today() < p.until_day, true)))
$$;

-- How much of each, for who keeps the account. Drafts are counted and never shown: they are the person's alone, and are emptied on their day.
create function security.open_work_of(person uuid, out work integer, out decisions integer, out registers integer, out drafts integer, out sessions integer)
    language plpgsql stable security definer
    set search_path = pg_catalog
as $$
begin
    if not coalesce(security.keeps_account(person), false) then
        return;
    end if;
    select count(*) filter (where not security.is_decision(n.kind)), count(*) filter (where security.is_decision(n.kind)) into work, decisions
    from telling.notifications n where n.user_id = person and n.is_work and n.settled_at is null;
    select count(*) into registers from casework.register_imports i
    where i.user_id = person and i.status in ('Uploaded', 'Running', 'Cancelling');
    select count(*) into drafts from casework.drafts d where d.user_id = person and d.ended_at is null;
    select count(*) into sessions from identity.sessions s
    where s.user_id = person and s.stage = 'Full' and s.idle_until > security.moment() and s.ends_at > security.moment();
end
$$;

-- Which kinds of second factor the accounts have, of those that who asks keeps.
create function security.factors_of(people uuid[]) returns table (user_id uuid, has_app boolean, has_card boolean, has_key boolean)
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select u.id, exists (select from identity.authenticators a where a.user_id = u.id), exists (select from identity.code_cards c where c.user_id = u.id),
        exists (select from identity.user_passkeys k where k.user_id = u.id)
    from identity.users u where u.id = any (people) and security.keeps_account(u.id)
$$;

-- Hands it on, in the transaction of the move. What the other was told already is not told twice.
create function security.hand_on_work(person uuid, work_to uuid, decisions_to uuid) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    update telling.notifications n set settled_at = security.moment()
    where n.user_id = person and n.is_work and n.settled_at is null and exists (
        select from telling.notifications o
        where o.user_id = case when security.is_decision(n.kind) then decisions_to else work_to end and o.is_work and o.settled_at is null
            and (o.kind, o.referral_id, o.unplaced_need_id, o.case_id, o.number)
                is not distinct from (n.kind, n.referral_id, n.unplaced_need_id, n.case_id, n.number));
    update telling.notifications n set user_id = case when security.is_decision(n.kind) then decisions_to else work_to end, read_at = null
    where n.user_id = person and n.is_work and n.settled_at is null
        and case when security.is_decision(n.kind) then decisions_to else work_to end is not null;
    update casework.register_imports i set user_id = t.id, user_unit_id = t.unit_id
    from identity.users t
    where i.user_id = person and i.status in ('Uploaded', 'Running', 'Cancelling') and t.id = decisions_to;
end
$$;

create function security.must_hand_on(person uuid, work_to uuid, decisions_to uuid) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    open record;
    held identity.users;
begin
    select * into open from security.open_work_of(person);
    if open.work > 0 and work_to is null or open.decisions + open.registers > 0 and decisions_to is null then
        perform security.refuse('Work waits for this person. Choose who takes it over.');
    end if;
    if work_to is not null and not security.may_take_over(person, work_to, false)
        or decisions_to is not null and not security.may_take_over(person, decisions_to, true) then
        perform security.refuse('Work is taken over by somebody in use at the same unit or above it, decisions by somebody in the same role.');
    end if;
    -- What the unit holds is told to those of the unit, and to those above where it has nobody: somebody must be left.
    select * into held from identity.users u where u.id = person;
    if cardinality(security.side_of(held.role)) = 2
        and not exists (select from identity.users t where t.agency_id = held.agency_id and security.may_take_over(person, t.id, false))
        and (exists (select from casework.cases c where held.role in ('Officer', 'Supervisor') and c.holding_unit_id = held.unit_id and c.status = 'Open')
            or exists (select from casework.referral_access a where a.unit_id = held.unit_id and not a.is_settled
                and a.side = case when held.role in ('Officer', 'Supervisor') then 'Sender' else 'Recipient' end)) then
        perform security.refuse('Nobody would be left to work on what this unit holds. Invite somebody first.');
    end if;
    perform security.hand_on_work(person, work_to, decisions_to);
end
$$;
revoke all on function security.side_of(text), security.is_decision(text), security.may_take_over(uuid, uuid, boolean), security.open_work_of(uuid),
    security.factors_of(uuid[]), security.hand_on_work(uuid, uuid, uuid), security.must_hand_on(uuid, uuid, uuid) from public;
grant execute on function security.open_work_of(uuid), security.factors_of(uuid[]) to tipsom_app;
