-- A verdict is given once; what comes after it is an appeal.
create function security.guard_charge() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if not security.works_on_case(new.case_id) then
        return new;
    end if;
    if tg_op = 'INSERT' and exists (select from casework.case_offences o where o.id = new.case_offence_id and o.dropped_at is not null) then
        perform security.refuse('Choose an offence of this case.');
    end if;
    if new.charged_on > security.today() or new.decided_on > security.today() or new.decided_on < new.charged_on then
        perform security.refuse('A charge is decided on or after its own day, and not in the future.');
    end if;
    if tg_op = 'UPDATE' and old.verdict <> 'Pending' and (
        (old.plea, old.verdict, old.decided_on, old.sentence_years, old.sentence_months, old.is_for_life, old.fine_rupees)
        is distinct from (new.plea, new.verdict, new.decided_on, new.sentence_years, new.sentence_months, new.is_for_life, new.fine_rupees)) then
        perform security.refuse('This charge is already decided. Record the appeal instead.');
    end if;
    return new;
end
$$;
create trigger guard_charge before insert or update on casework.charges for each row execute function security.guard_charge();

create function security.guard_compensation() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if security.works_on_case(new.case_id) and greatest(new.asked_on, new.ordered_on, new.paid_on) > security.today() then
        perform security.refuse('Each amount has its day, none lies in the future, and no more is paid than was ordered.');
    end if;
    return new;
end
$$;
create trigger guard_compensation before insert or update on casework.compensations for each row execute function security.guard_compensation();

-- A case moves to the other law with a row that says who, when and why, and that row only with the case.
create function security.guard_kind() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if session_user = 'tipsom_app' and new.status <> 'Open' then
        perform security.refuse('This case is closed. Reopen it to change anything.');
    end if;
    return new;
end
$$;
create trigger guard_kind before update on casework.cases
    for each row when ((old.kind, old.border, old.proposed_lead) is distinct from (new.kind, new.border, new.proposed_lead)) execute function security.guard_kind();

create function security.guard_reclassification() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    of_case uuid := coalesce((to_jsonb(new) ->> 'case_id')::uuid, new.id);
    moved text := (select r.to_kind from casework.case_reclassifications r where r.case_id = of_case order by r.at desc, r.id desc limit 1);
begin
    if session_user = 'tipsom_app' and moved is distinct from (select c.kind from casework.cases c where c.id = of_case) then
        perform security.refuse('A case is moved to the other law with a reason, and a reason is given for a move.');
    end if;
    return null;
end
$$;
create constraint trigger guard_reclassification after update on casework.cases deferrable initially deferred
    for each row when (old.kind is distinct from new.kind) execute function security.guard_reclassification();
create constraint trigger guard_reclassification after insert on casework.case_reclassifications deferrable initially deferred
    for each row execute function security.guard_reclassification();
revoke all on function security.guard_charge(), security.guard_compensation(), security.guard_kind(), security.guard_reclassification() from public;
