-- Counts anew those that stand in recounting_cases, and everybody who is or was one person with somebody of them.
create function statistics.count_again() returns void
    language plpgsql
    set search_path = pg_catalog
as $$
begin
    -- Or the server takes the few for many, and reads every case to find them.
    analyze statistics.recounting_cases;
    insert into statistics.recounting (victim_id, person_id)
    select v.id, v.id from statistics.recounting_cases r join casework.victims v on v.case_id = r.case_id;
    perform statistics.find_persons();
    perform statistics.put_on_cells(-1);
    delete from statistics.people p using statistics.recounting r where p.victim_id = r.victim_id;
    delete from statistics.referrals f using statistics.recounting r where f.victim_id = r.victim_id;
    perform statistics.keep_people();
    perform statistics.keep_referrals();
    -- After a count from nothing the server believes the tables empty still.
    if (select count(*) from (select from statistics.recounting limit 10000) r) = 10000 then
        analyze statistics.people;
        analyze statistics.referrals;
    end if;
    perform statistics.put_on_cells(1);
    delete from statistics.cells c where c.identified = 0 and c.referrals = 0;
    perform statistics.put_on_enforcement_cells(-1);
    delete from statistics.enforcement e using statistics.recounting_cases r where e.case_id = r.case_id;
    perform statistics.keep_enforcement();
    perform statistics.put_on_enforcement_cells(1);
    delete from statistics.enforcement_cells c where c.n = 0;
    truncate statistics.recounting, statistics.recounting_cases;
end
$$;

-- Counts what changed, the oldest changes first. How many changes were left for the next time; nothing where another portal counts just now.
create function statistics.recount(most integer) returns integer
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    waiting integer;
begin
    if not pg_try_advisory_xact_lock(hashtextextended('statistics', 0)) then
        return 0;
    end if;
    with taken as (
        delete from statistics.changes c where c.id in (select o.id from statistics.changes o order by o.id limit most) returning c.case_id)
    insert into statistics.recounting_cases (case_id) select distinct t.case_id from taken t;
    if found then
        perform statistics.count_again();
    end if;
    select count(*) into waiting from (select from statistics.changes limit 1) c;
    if waiting = 0 then
        insert into statistics.counts as c (counted_at) values (security.moment())
        on conflict (only_row) do update set counted_at = excluded.counted_at;
    end if;
    return waiting;
end
$$;

-- Counts everything from nothing. For the owner of the database: on a large one it takes minutes, while the figures stand as they were.
create function statistics.rebuild() returns interval
    language plpgsql
    set search_path = pg_catalog
as $$
declare
    began timestamptz := clock_timestamp();
begin
    perform pg_advisory_xact_lock(hashtextextended('statistics', 0));
    delete from statistics.changes;
    delete from statistics.identities;
    delete from statistics.people;
    delete from statistics.referrals;
    delete from statistics.cells;
    delete from statistics.enforcement;
    delete from statistics.enforcement_cells;
    insert into statistics.recounting_cases (case_id) select c.id from casework.cases c;
    perform statistics.count_again();
    insert into statistics.counts as c (counted_at, rebuilt_at, rebuilt_in) values (security.moment(), security.moment(), clock_timestamp() - began)
    on conflict (only_row) do update set counted_at = excluded.counted_at, rebuilt_at = excluded.rebuilt_at, rebuilt_in = excluded.rebuilt_in;
    return clock_timestamp() - began;
end
$$;
-- The same, and how many cells were another before: none, where every change was followed. What still waited is counted first.
create function statistics.rebuild_and_compare() returns table (took interval, changed bigint)
    language plpgsql
    set search_path = pg_catalog
as $$
begin
    while statistics.recount(1000) > 0 loop
    end loop;
    create temporary table followed on commit drop as select * from statistics.cells;
    took := statistics.rebuild();
    select count(*) into changed from (
        (select * from statistics.cells except select * from pg_temp.followed) union all (select * from pg_temp.followed except select * from statistics.cells)) d;
    return next;
end
$$;
revoke all on function statistics.count_again(), statistics.recount(integer), statistics.rebuild(), statistics.rebuild_and_compare() from public;
grant execute on function statistics.recount(integer) to tipsom_app;
call security.leave_to_program('statistics.recount(integer)', 'counting');
