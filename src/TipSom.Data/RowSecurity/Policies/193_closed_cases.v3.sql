-- Nothing of a closed case is changed. What may still happen to it: it is read, printed and opened again, and consent is withdrawn.
create function security.refuse_on_closed_case() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    standing text;
begin
    -- Strangers are refused by the policy a moment later, and learn nothing of the case here.
    if security.works_on_case(new.case_id) then
        -- Who closes the case and who adds to it take turns.
        select c.status into standing from casework.cases c where c.id = new.case_id for no key update;
        if standing <> 'Open' then
            perform security.refuse('This case is closed. Reopen it to change anything.');
        end if;
    end if;
    return new;
end
$$;

-- Hangs the rule on a table whose rows are a part of a case. Called by the owner, when the table is made.
--   acts  'insert' where a row may still be ended on a closed case
create procedure security.stands_still_when_closed(part regclass, acts text default 'insert or update')
    language plpgsql
    set search_path = pg_catalog
as $$
begin
    execute format('create trigger refuse_on_closed_case before %s on %s for each row execute function security.refuse_on_closed_case()', acts, part);
end
$$;
revoke all on procedure security.stands_still_when_closed(regclass, text) from public;
call security.stands_still_when_closed('casework.victims');
call security.stands_still_when_closed('casework.needs');
call security.stands_still_when_closed('casework.victim_identities');
call security.stands_still_when_closed('casework.consents', 'insert');

create function security.guard_closed_case() returns trigger
    language plpgsql
    set search_path = pg_catalog
as $$
begin
    if (new.kind, new.border, new.proposed_lead, new.district_code, new.station_reference, new.sealed_narrative, new.closed_for)
        is distinct from (old.kind, old.border, old.proposed_lead, old.district_code, old.station_reference, old.sealed_narrative, old.closed_for) then
        perform security.refuse('This case is closed. Reopen it to change anything.');
    end if;
    return new;
end
$$;
create trigger guard_closed_case before update on casework.cases
    for each row when (old.status = 'Closed' and new.status = 'Closed') execute function security.guard_closed_case();

-- A declined referral that nobody follows up any more does not come back to a provider.
create function security.guard_return_in_closed_case() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if exists (select from casework.cases c where c.id = new.case_id and c.status <> 'Open') then
        perform security.refuse('This case is closed: its sender no longer looks for a place.');
    end if;
    return new;
end
$$;
create trigger guard_return_in_closed_case before update on casework.referrals
    for each row when (old.status = 'Declined' and new.status = 'Seen') execute function security.guard_return_in_closed_case();
revoke all on function security.refuse_on_closed_case(), security.guard_closed_case(), security.guard_return_in_closed_case() from public;
