-- Puts the kept facts of those who are counted anew on the cells, or takes them off. The country's are the sum of the authorities': everybody is
-- counted under one.
create function statistics.put_on_cells(sign integer) returns void
    language sql
    set search_path = pg_catalog
as $$
    with fact as (
        select k.kind, statistics.year_of(k.kind, f.identified_on) as year, f.law, f.authority_id, f.person_group, f.marks,
            1 as identified, (f.stage >= 1)::integer as referred, (f.stage >= 2)::integer as accepted, (f.stage >= 3)::integer as in_care,
            (f.stage = 4)::integer as ended, 0 as referrals, 0 as people_referred
        from statistics.recounting r join statistics.people f on f.victim_id = r.victim_id cross join unnest(f.counted) k (kind)
        union all
        select k.kind, statistics.year_of(k.kind, f.sent_on), f.law, f.authority_id, f.person_group, f.marks,
            0, 0, 0, 0, 0, 1, (k.kind = any (f.counted))::integer
        from statistics.recounting r join statistics.referrals f on f.victim_id = r.victim_id
            cross join (values ('Calendar'), ('Fiscal'), ('AprilToMarch')) k (kind)
    ),
    of_authority as materialized (
        select f.kind, f.year, f.law, f.authority_id as scope, m.mark, f.person_group, sum(f.identified) as identified, sum(f.referred) as referred,
            sum(f.accepted) as accepted, sum(f.in_care) as in_care, sum(f.ended) as ended, sum(f.referrals) as referrals, sum(f.people_referred) as people_referred
        from fact f cross join lateral unnest('all='::text || f.marks || ('authority=' || f.authority_id)) m (mark)
        group by 1, 2, 3, 4, 5, 6
    ),
    of_both as (
        select * from of_authority
        union all
        select o.kind, o.year, o.law, '00000000-0000-0000-0000-000000000000'::uuid, o.mark, o.person_group, sum(o.identified), sum(o.referred),
            sum(o.accepted), sum(o.in_care), sum(o.ended), sum(o.referrals), sum(o.people_referred)
        from of_authority o
        group by 1, 2, 3, 4, 5, 6
    )
    insert into statistics.cells as c (year_kind, year, law, scope, dimension, value, person_group,
        identified, then_referred, then_accepted, then_in_care, then_ended, referrals, people_referred)
    select b.kind, b.year, b.law, b.scope, split_part(b.mark, '=', 1), split_part(b.mark, '=', 2), b.person_group, sign * b.identified,
        sign * b.referred, sign * b.accepted, sign * b.in_care, sign * b.ended, sign * b.referrals, sign * b.people_referred
    from of_both b
    on conflict (year_kind, year, law, scope, dimension, value, person_group) do update set
        identified = c.identified + excluded.identified, then_referred = c.then_referred + excluded.then_referred,
        then_accepted = c.then_accepted + excluded.then_accepted, then_in_care = c.then_in_care + excluded.then_in_care,
        then_ended = c.then_ended + excluded.then_ended, referrals = c.referrals + excluded.referrals,
        people_referred = c.people_referred + excluded.people_referred;
$$;
revoke all on function statistics.put_on_cells(integer) from public;
