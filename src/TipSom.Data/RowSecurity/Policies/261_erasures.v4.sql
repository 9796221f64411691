-- The erasing of who the people of a case are: seen and decided by supervisors who hold the case, and by the agency's administrator, who sees
-- its number and nothing else. Asked for by a supervisor; proposed by the program when the time is over.
alter table casework.erasures enable row level security;
create policy erasure_seen_by_who_decides on casework.erasures for select to tipsom_app
    using (
        (select security.my_role()) = 'Supervisor' and exists (
            select from casework.case_access a
            where a.case_id = erasures.case_id and a.unit_id = (select security.my_case_unit()) and a.works)
        or (select security.my_role()) = 'AgencyAdministrator' and agency_id = (select security.my_agency()));
create policy erasure_asked_by_a_supervisor_who_holds_the_case on casework.erasures for insert to tipsom_app
    with check (
        (select security.my_role()) = 'Supervisor' and security.works_on_case(case_id) and status = 'Approved' and ground <> 'TimeIsOver'
        and approved_by_id = (select security.my_user()));
create policy erasure_decided_by_who_sees_it on casework.erasures for update to tipsom_app
    using (
        (select security.my_role()) = 'Supervisor' and security.works_on_case(case_id)
        or (select security.my_role()) = 'AgencyAdministrator' and agency_id = (select security.my_agency()));
grant select, insert, update (status, approved_at, approved_by_id, approved_by_name, ended_at, ended_by_id, ended_by_name)
    on casework.erasures to tipsom_app;
create trigger audit_erasures after insert or update on casework.erasures for each row execute function audit.record('');
create index ix_erasures_carried_out_in on casework.erasures (carried_out_in) where carried_out_in is not null;

-- Two people, one after the other, and neither while something holds the case. Whose act it is comes from the context.
create function security.guard_erasure() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    me security.person := security.me();
    refusal text;
begin
    -- Strangers are refused by the policy a moment later, and learn nothing of the case here. The program's proposals hold what they need.
    if tg_op = 'INSERT' and not security.works_on_case(new.case_id) then
        return new;
    end if;
    -- What is no step changes nothing, but for the mark that erasing sets and takes away.
    if tg_op = 'UPDATE' and old.status = new.status then
        old.carried_out_in := new.carried_out_in;
        return old;
    end if;
    if tg_op = 'UPDATE' and (old.status, new.status) not in (
        ('Proposed', 'Approved'), ('Approved', 'CarriedOut'), ('Proposed', 'PutAside'), ('Approved', 'PutAside')) then
        perform security.refuse('This was decided already.');
    end if;
    if tg_op = 'INSERT' then
        select c.number, c.holding_unit_id, c.holding_agency_id into new.case_number, new.unit_id, new.agency_id
        from casework.cases c where c.id = new.case_id for no key update;
    end if;
    if new.status in ('Approved', 'CarriedOut') then
        perform 1 from casework.cases c where c.id = new.case_id for no key update;
        refusal := security.erasure_refusal(new.case_id);
        if refusal is not null then
            perform security.refuse(refusal);
        end if;
    end if;
    if new.status = 'Approved' then
        if me.role is distinct from 'Supervisor' then
            perform security.refuse('A supervisor of the unit that holds the case approves its erasing first.');
        end if;
        new.approved_by_id := me.user_id;
        new.approved_by_name := (select u.display_name from identity.users u where u.id = me.user_id);
    elsif new.status in ('CarriedOut', 'PutAside') then
        if new.status = 'CarriedOut' and me.user_id is not distinct from old.approved_by_id then
            perform security.refuse('Somebody else than who approved it confirms the erasing.');
        end if;
        new.ended_by_id := me.user_id;
        new.ended_by_name := (select u.display_name from identity.users u where u.id = me.user_id);
    end if;
    return new;
end
$$;
create trigger guard_erasure before insert or update on casework.erasures for each row execute function security.guard_erasure();

-- What is over is proposed: the case and its last referral ended longer ago than the schedule keeps them, nothing holds it, and nobody put it
-- aside within the time of the schedule.
create function security.propose_erasures(batch integer) returns integer
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    proposed integer;
begin
    perform security.must_work_as('clocks');
    insert into casework.erasures (id, case_id, case_number, unit_id, agency_id, ground, status, proposed_at)
    select gen_random_uuid(), c.id, c.number, c.holding_unit_id, c.holding_agency_id, 'TimeIsOver', 'Proposed', security.moment()
    from casework.cases c
    where c.status = 'Closed' and c.erased_at is null
        and greatest(
            (select max(s.at) from casework.case_status_changes s where s.case_id = c.id and s.status = 'Closed'),
            (select max(r.ended_at) from casework.referrals r where r.case_id = c.id)) + security.kept_for('CASE') < security.moment()
        and not exists (
            select from casework.erasures e
            where e.case_id = c.id and (e.status in ('Proposed', 'Approved')
                or e.status = 'PutAside' and e.ended_at + security.kept_for('REFUSED_ERASURE') > security.moment()))
        and security.erasure_refusal(c.id) is null
    order by c.id limit batch
    on conflict do nothing;
    get diagnostics proposed = row_count;
    return proposed;
end
$$;
revoke all on function security.guard_erasure(), security.propose_erasures(integer) from public;
grant execute on function security.propose_erasures(integer) to tipsom_app;
