-- The row of law enforcement (counting rules 6 and 7): investigations, people charged, people convicted, by law and kind. A conviction under
-- one law is never counted under another.
create table statistics.enforcement (
    case_id uuid not null,
    indicator text not null,
    subject_id uuid not null,
    act text not null,
    kind text not null,
    day date not null,
    authority_id uuid not null,
    counted text[] not null,
    primary key (case_id, indicator, subject_id, act, day)
);
create table statistics.enforcement_cells (
    year_kind text not null,
    year integer not null,
    scope uuid not null,
    indicator text not null,
    act text not null,
    kind text not null,
    n integer not null,
    primary key (year_kind, year, scope, indicator, act, kind)
);
revoke all on statistics.enforcement, statistics.enforcement_cells from public;

-- The law of the count under which an offence of the catalogue falls. What is only charged beside trafficking falls under "other".
create view statistics.acts with (security_invoker = true) as
    select o.code::text, case
        when o.act like 'PTPA %' then 'Ptpa' when o.act like 'PSMA %' then 'Psma' when o.act like 'PPC %' and o.class = 'TipPpc' then 'Ppc'
        when o.class = 'TipLabour' then 'Blsa' when o.act like 'Emigration %' then 'Emigration' else 'Other' end as act
    from reference.offences o;
revoke all on statistics.acts from public;

create function statistics.keep_enforcement() returns void
    language sql
    set search_path = pg_catalog
as $$
    with held as (
        select c.id, c.holding_agency_id as authority_id, case
            when coalesce(bool_or('SEX' = any (e.types)), false) = coalesce(bool_or(exists (select from unnest(e.types) t where t like 'FL%')), false) then 'Unspecified'
            when bool_or('SEX' = any (e.types)) then 'Sex' else 'Labour' end as kind
        from statistics.recounting_cases r join casework.cases c on c.id = r.case_id left join casework.victims v on v.case_id = c.id
            left join lateral (
                select w.types from casework.exploitation_records w where w.victim_id = v.id order by w.version desc limit 1) e on true
        where c.closed_for is null or c.closed_for not in ('Duplicate', 'EnteredInError')
        group by c.id, c.holding_agency_id
    ),
    -- Begun with its first report, under each law that is chosen for it.
    investigation as (
        select h.id as case_id, 'Investigations' as indicator, h.id as subject_id, coalesce(a.act, 'Other') as act, min((f.recorded_at at time zone 'Asia/Karachi')::date) as day
        from held h join casework.first_information_reports f on f.case_id = h.id
            left join casework.case_offences o on o.case_id = h.id and o.dropped_at is null left join statistics.acts a on a.code = o.offence_code
        group by 1, 2, 3, 4
    ),
    charged as (
        select distinct c.case_id, 'Prosecutions', c.suspect_id, a.act, c.charged_on
        from held h join casework.charges c on c.case_id = h.id join casework.case_offences o on o.id = c.case_offence_id join statistics.acts a on a.code = o.offence_code
    ),
    convicted as (
        select distinct c.case_id, 'Convictions', c.suspect_id, a.act, c.decided_on
        from held h join casework.charges c on c.case_id = h.id join casework.case_offences o on o.id = c.case_offence_id join statistics.acts a on a.code = o.offence_code
        where c.verdict = 'Convicted'
    ),
    act as (select * from investigation union all select * from charged union all select * from convicted)
    insert into statistics.enforcement (case_id, indicator, subject_id, act, kind, day, authority_id, counted)
    select a.case_id, a.indicator, a.subject_id, a.act, h.kind, a.day, h.authority_id, array_remove(array[
        case when row_number() over (partition by a.indicator, a.subject_id, a.act, statistics.year_of('Calendar', a.day) order by a.day) = 1 then 'Calendar' end,
        case when row_number() over (partition by a.indicator, a.subject_id, a.act, statistics.year_of('Fiscal', a.day) order by a.day) = 1 then 'Fiscal' end,
        case when row_number() over (partition by a.indicator, a.subject_id, a.act, statistics.year_of('AprilToMarch', a.day) order by a.day) = 1 then 'AprilToMarch' end
    ], null)
    from act a join held h on h.id = a.case_id
$$;

create function statistics.put_on_enforcement_cells(sign integer) returns void
    language sql
    set search_path = pg_catalog
as $$
    insert into statistics.enforcement_cells as c (year_kind, year, scope, indicator, act, kind, n)
    select k.kind, statistics.year_of(k.kind, f.day), s.scope, f.indicator, f.act, f.kind, sign * count(*)
    from statistics.recounting_cases r join statistics.enforcement f on f.case_id = r.case_id cross join unnest(f.counted) k (kind)
        cross join lateral (values ('00000000-0000-0000-0000-000000000000'::uuid), (f.authority_id)) s (scope)
    group by 1, 2, 3, 4, 5, 6
    on conflict (year_kind, year, scope, indicator, act, kind) do update set n = c.n + excluded.n
$$;
revoke all on function statistics.keep_enforcement(), statistics.put_on_enforcement_cells(integer) from public;
