-- Distinct persons (counting rule 1): entries that are linked across cases, or merged within one, are one person, through however many steps.
create view statistics.same_persons with (security_invoker = true) as
    select l.victim_id, l.other_victim_id from casework.person_links l where l.undone_at is null
    union all select l.other_victim_id, l.victim_id from casework.person_links l where l.undone_at is null
    union all select m.victim_id, m.into_victim_id from casework.person_merges m where m.undone_at is null
    union all select m.into_victim_id, m.victim_id from casework.person_merges m where m.undone_at is null;
revoke all on statistics.same_persons from public;

-- Takes in everybody who is, or was, one person with somebody who is counted anew, and says who is one person now: all with the least id.
create function statistics.find_persons() returns void
    language plpgsql
    set search_path = pg_catalog
as $$
declare
    grown bigint;
begin
    analyze statistics.recounting;
    loop
        insert into statistics.recounting (victim_id, person_id)
        select o.victim_id, o.victim_id
        from statistics.recounting r join statistics.identities i on i.victim_id = r.victim_id join statistics.identities o on o.person_id = i.person_id
        union
        select s.other_victim_id, s.other_victim_id from statistics.recounting r join statistics.same_persons s on s.victim_id = r.victim_id
        on conflict do nothing;
        get diagnostics grown = row_count;
        exit when grown = 0;
    end loop;
    analyze statistics.recounting;
    loop
        update statistics.recounting r set person_id = n.person_id
        from (
            -- An id has no least of its own in this version of the server; its text has.
            select s.victim_id, min(o.person_id::text)::uuid as person_id
            from statistics.same_persons s join statistics.recounting o on o.victim_id = s.other_victim_id
            group by s.victim_id) n
        where n.victim_id = r.victim_id and n.person_id < r.person_id;
        get diagnostics grown = row_count;
        exit when grown = 0;
    end loop;
    insert into statistics.identities as i (victim_id, person_id) select r.victim_id, r.person_id from statistics.recounting r
    on conflict (victim_id) do update set person_id = excluded.person_id where i.person_id <> excluded.person_id;
end
$$;
revoke all on function statistics.find_persons() from public;
