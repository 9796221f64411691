-- Reminders of returns: by the clock 7 and 14 days after the period, and by who follows them at most once a day. Told is the unit that reports.
create function statistics.tell_of_return(unit uuid, period text, rung integer, at timestamptz) returns boolean
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    insert into statistics.return_reminders (unit_id, period, rung, reminded_at) values (unit, tell_of_return.period, tell_of_return.rung, at)
    on conflict do nothing;
    if not found then
        return false;
    end if;
    perform security.tell('ReturnDue', array(
        select p.id from identity.users p where p.unit_id = unit and p.role in ('Officer', 'Supervisor', 'Caseworker', 'ProviderManager') and p.disabled_at is null
    ), null, tell_of_return.period, true, false, at);
    return true;
end
$$;

create function statistics.tell_of_returns(at timestamptz) returns integer
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    day date := (at at time zone 'Asia/Karachi')::date;
    due record;
    told integer := 0;
begin
    -- What was missed while nothing ran is told within the month, once.
    for due in select * from statistics.missing_returns(day) m where m.last_day between day - 30 and day - 7 loop
        if statistics.tell_of_return(due.unit_id, statistics.period_name(due.period_kind, due.first_day, due.last_day),
            case when due.last_day <= day - 14 then 14 else 7 end, at) then
            told := told + 1;
        end if;
    end loop;
    return told;
end
$$;

-- The work of the day is what it was, and this.
alter function program.tell_of_the_day(timestamptz) rename to tell_of_cases_and_agreements;
create function program.tell_of_the_day(at timestamptz) returns integer
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if security.my_user() is not null then
        return 0;
    end if;
    return program.tell_of_cases_and_agreements(at) + statistics.tell_of_returns(telling.no_later_than_now(at));
end
$$;

create function security.remind_of_return(unit uuid, period_kind text, first_day date) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    owed record;
begin
    select m.* into owed from security.returns_missing() m
    where m.unit_id = unit and m.period_kind = remind_of_return.period_kind and m.first_day = remind_of_return.first_day;
    if not found then
        perform security.refuse('This return is signed by now, or nobody owes it.');
    end if;
    if not statistics.tell_of_return(unit, statistics.period_name(owed.period_kind, owed.first_day, owed.last_day),
        to_char(security.today(), 'YYYYMMDD')::integer, security.moment()) then
        perform security.refuse('They were reminded of this return today already.');
    end if;
end
$$;

-- Once it is signed, nobody is asked for it any more.
create function statistics.return_is_done() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    update telling.notifications n set settled_at = security.moment()
    from identity.users p
    where p.id = n.user_id and p.unit_id = new.unit_id and n.kind = 'ReturnDue' and n.settled_at is null
        and not exists (
            select from statistics.missing_returns(security.today()) m
            where m.unit_id = new.unit_id and statistics.period_name(m.period_kind, m.first_day, m.last_day) = n.number);
    return null;
end
$$;
create trigger return_is_done after update on statistics.returns
    for each row when (old.status = 'Draft' and new.status = 'SignedOff') execute function statistics.return_is_done();
revoke all on function statistics.tell_of_return(uuid, text, integer, timestamptz), statistics.tell_of_returns(timestamptz),
    program.tell_of_the_day(timestamptz), security.remind_of_return(uuid, text, date), statistics.return_is_done() from public;
grant execute on function security.remind_of_return(uuid, text, date) to tipsom_app;
