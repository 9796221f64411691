-- What must hold of the figures of a return before it is signed. The domain says the same (FigureSet.Problems, Return.IsCovered).
-- For the one question whether there is any problem.
create function statistics.figures_fit(of_return uuid) returns boolean
    language sql stable security definer
    set search_path = pg_catalog
as $$
    with given as (
        select split_part(f.cell, '/', 1) as indicator, split_part(f.cell, '/', 2) as category, f.value::bigint as value
        from statistics.return_figures f where f.return_id = of_return and f.value is not null
    ), groups as (
        -- Nobody has to report that none is of unknown age or sex.
        select g.indicator, sum(g.value) as sum, count(*) filter (where g.category <> 'Unknown') = 4 as whole
        from given g where g.indicator in ('Identified', 'Referred', 'InCare') and g.category <> 'Total' group by g.indicator
    ), figures as (
        select * from given
        union all
        select g.indicator, 'Total', g.sum from groups g
        where g.whole and not exists (select from given t where t.indicator = g.indicator and t.category = 'Total')
    ), parts (part, whole) as (
        values ('ForcedLabour', 'Identified'), ('SexualExploitation', 'Identified'), ('OrganisedBegging', 'Identified'), ('Referred', 'Identified'),
            ('ReferredToGovernment', 'Referred'), ('ReferredToNgo', 'Referred'), ('InCare', 'Referred')
    )
    select not exists (
            select from given t join groups g on g.indicator = t.indicator
            where t.category = 'Total' and g.sum <> t.value and (g.whole or g.sum > t.value))
        and not exists (
            select from parts p join figures f on f.indicator = p.part
                join figures w on w.indicator = p.whole and w.category = f.category
            where f.value > w.value)
$$;

-- Whether signed figures other than those it corrects cover days of it.
create function statistics.is_covered(of_return statistics.returns) returns boolean
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select exists (
        select from statistics.returns r
        where r.unit_id = of_return.unit_id and r.status = 'SignedOff' and r.id <> of_return.id and r.id is distinct from of_return.replaces_id
            and r.first_day <= of_return.last_day and r.last_day >= of_return.first_day)
$$;
revoke all on function statistics.figures_fit(uuid), statistics.is_covered(statistics.returns) from public;
