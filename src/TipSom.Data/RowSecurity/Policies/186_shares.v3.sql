-- Who sees a case follows from who holds it and with whom it is shared. One function says it, and the rows of case_access follow.
-- Of overlapping shares the widest counts, but nothing of it for longer than it was given: where no single share gives all of it, the row ends
-- with the first of them and what is left is written anew.
create function security.access_due(wanted uuid)
    returns table (unit_id uuid, works boolean, sees_identity boolean, sees_investigation boolean, sees_documents boolean, until timestamptz)
    language sql stable security definer
    set search_path = pg_catalog
as $$
    with held as (
        select u as unit_id from casework.cases c, security.unit_and_above(c.holding_unit_id) u where c.id = wanted
    ), shared as (
        select u as unit_id, s.sees_identity, s.sees_investigation, s.sees_documents, (s.last_day + 1)::timestamp at time zone 'Asia/Karachi' as ends
        from casework.case_shares s, security.unit_and_above(s.unit_id) u
        where s.case_id = wanted and s.status = 'InForce' and s.last_day >= security.today() and u not in (select h.unit_id from held h)
    ), widest as (
        select s.unit_id, bool_or(s.sees_identity) as identity, bool_or(s.sees_investigation) as investigation, bool_or(s.sees_documents) as documents
        from shared s group by s.unit_id
    )
    select h.unit_id, true, true, true, true, null::timestamptz from held h
    union all
    select w.unit_id, false, w.identity, w.investigation, w.documents, coalesce(
        max(s.ends) filter (where s.sees_identity = w.identity and s.sees_investigation = w.investigation and s.sees_documents = w.documents),
        min(s.ends))
    from widest w join shared s on s.unit_id = w.unit_id
    group by w.unit_id, w.identity, w.investigation, w.documents
$$;

create function security.renew_case_access(wanted uuid) returns void
    language sql security definer
    set search_path = pg_catalog
as $$
    delete from casework.case_access a
    where a.case_id = wanted and a.unit_id not in (select d.unit_id from security.access_due(wanted) d);
    insert into casework.case_access as a (case_id, unit_id, works, sees_identity, sees_investigation, sees_documents, until, status, updated_at)
    select c.id, d.unit_id, d.works, d.sees_identity, d.sees_investigation, d.sees_documents, d.until, c.status, c.updated_at
    from casework.cases c, security.access_due(wanted) d where c.id = wanted
    on conflict (unit_id, case_id) do update
    set works = excluded.works, sees_identity = excluded.sees_identity, sees_investigation = excluded.sees_investigation,
        sees_documents = excluded.sees_documents, until = excluded.until;
$$;

-- A share that has run out is nobody's row already; this clears it away, and writes what a longer one leaves. Asked by the worker, who is nobody.
create function security.tidy_shares() returns integer
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    over uuid[];
begin
    if security.my_user() is not null then
        return 0;
    end if;
    over := array(select distinct a.case_id from casework.case_access a where a.until <= security.moment());
    perform security.renew_case_access(o) from unnest(over) o;
    return cardinality(over);
end
$$;
revoke all on function security.access_due(uuid), security.renew_case_access(uuid), security.tidy_shares() from public;
grant execute on function security.tidy_shares() to tipsom_app;

call security.guard_case_part('casework.case_shares', 'status, decided_at, decided_by_name, ended_at, ended_by_name');

create function security.guard_share() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    name text := (select u.display_name from identity.users u where u.id = security.my_user());
begin
    -- A case handed over ends what the new holder needs no longer; and who does not work on the case is refused by the policy a moment later.
    if pg_trigger_depth() > 1 or session_user = 'tipsom_app' and not security.works_on_case(new.case_id) then
        return new;
    end if;
    if new.status in ('InForce', 'Refused') and security.my_role() is distinct from 'Supervisor' then
        perform security.refuse('A supervisor of the unit that holds the case decides whether it is shared.');
    end if;
    if tg_op = 'UPDATE' then
        if not (old.status = 'Asked' and new.status in ('InForce', 'Refused', 'Ended') or old.status = 'InForce' and new.status = 'Ended') then
            perform security.refuse('This share was already decided, or has ended.');
        end if;
        if new.status = 'Ended' then
            new.ended_by_name := coalesce(name, new.ended_by_name);
        else
            new.decided_by_name := coalesce(name, new.decided_by_name);
        end if;
    else
        new.asked_by_id := coalesce(security.my_user(), new.asked_by_id);
        new.asked_by_name := coalesce(name, new.asked_by_name);
        if new.status in ('Refused', 'Ended') then
            perform security.refuse('This share was already decided, or has ended.');
        end if;
    end if;
    if new.status in ('Asked', 'InForce') then
        perform security.refuse_share(new);
    end if;
    return new;
end
$$;

-- Whether a case may be shared so, when it is asked and once more when it is given (CaseShare says the same; a test compares them).
create function security.refuse_share(s casework.case_shares) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if not exists (
        select from identity.agencies g where g.id = s.agency_id and g.is_active and g.kind in ('Fia', 'Police', 'ChildProtection', 'Labour')) then
        perform security.refuse('A case is never shared with a care provider or an oversight body.');
    end if;
    if s.sees_investigation and exists (select from casework.provider_services p where p.agency_id = s.agency_id) then
        perform security.refuse('An agency that gives care is never shown the investigation.');
    end if;
    if exists (select from casework.cases c, security.unit_and_above(c.holding_unit_id) u where c.id = s.case_id and u = s.unit_id) then
        perform security.refuse('This unit sees the case already.');
    end if;
    if s.last_day < security.today() or s.last_day > security.today() + 365 then
        perform security.refuse('Choose a day from today on, at most a year ahead.');
    end if;
end
$$;

create function security.share_changed() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    perform security.renew_case_access(new.case_id);
    return null;
end
$$;
revoke all on function security.guard_share(), security.refuse_share(casework.case_shares), security.share_changed() from public;
create trigger guard_share before insert or update on casework.case_shares for each row execute function security.guard_share();
create trigger share_changed after insert or update on casework.case_shares for each row execute function security.share_changed();
