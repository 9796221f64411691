-- The report of a district committee has beside it what the case records of that district say of the month: counts only. National readers ask
-- for the country (the zero id) or for one agency; a supervisor gets the own agency's, whatever was asked, and everybody else nothing.
create index ix_referrals_sent_on on statistics.referrals (law, sent_on);

-- People found in the district in the month, each once in a calendar year; and those of them whom the year's first referral was sent for in it.
create function security.figures_of_district(district text, month date, scope uuid)
    returns table (law text, person_group text, identified integer, people_referred integer, in_care integer)
    language sql stable security definer
    set search_path = pg_catalog
as $$
    with asked as materialized (
        select case when security.reads_national_figures() then nullif(figures_of_district.scope, '00000000-0000-0000-0000-000000000000') else security.agency_of_figures() end as agency,
            security.reads_national_figures() as is_national, figures_of_district.month as first_day,
            (figures_of_district.month + interval '1 month' - interval '1 day')::date as last_day, array['found=' || figures_of_district.district] as mark
    ),
    fact as (
        select p.law, p.person_group, p.authority_id, 1 as identified, 0 as people_referred, (p.stage >= 3)::integer as in_care
        from asked a join statistics.people p on p.law in ('TIP', 'SOM') and p.identified_on between a.first_day and a.last_day
            and 'Calendar' = any (p.counted) and p.marks @> a.mark
        union all
        select r.law, r.person_group, r.authority_id, 0, 1, 0
        from asked a join statistics.referrals r on r.law in ('TIP', 'SOM') and r.sent_on between a.first_day and a.last_day
            and 'Calendar' = any (r.counted) and r.marks @> a.mark
    )
    select f.law, f.person_group, sum(f.identified)::integer, sum(f.people_referred)::integer, sum(f.in_care)::integer
    from fact f cross join asked a
    where f.authority_id = a.agency or a.is_national and a.agency is null
    group by f.law, f.person_group
$$;
revoke all on function security.figures_of_district(text, date, uuid) from public;
grant execute on function security.figures_of_district(text, date, uuid) to tipsom_app;
