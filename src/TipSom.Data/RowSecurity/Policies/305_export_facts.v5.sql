-- What rows of an export are made of: codes of each person identified in the period who lets data without a name serve research and statistics.
-- No id, no number, no day and no sealed column leaves here; whoever may not ask gets a sentence. As PersonExport in the domain.
create function statistics.asks_for_exports() returns void
    language plpgsql stable
    set search_path = pg_catalog
as $$
begin
    if security.reads_national_figures() is not true then
        perform security.refuse('The national desk and analysts ask for exports.');
    end if;
end
$$;

-- The last answer of a person decides, under whichever entry it was given.
create function statistics.may_be_used(person uuid) returns boolean
    language sql stable
    set search_path = pg_catalog
as $$
    select coalesce((
        select k.is_given and k.withdrawn_at is null and coalesce(k.expires_at > security.moment(), true) and 'Research' = any (k.purposes)
        from statistics.identities i join casework.consents k on k.victim_id = i.victim_id
        where i.person_id = person order by k.given_at desc, k.id desc limit 1), false)
$$;

create function statistics.export_facts(first_day date, last_day date) returns table (
    year integer, event integer, sex text, age integer, age_when_exploited integer, citizenship text, border text, exploited_country text, exploited_province text,
    months integer, forms text[], sexual_forms text[], controls text[], recruitments text[], acts text[], means text[], is_forced_labour boolean, sector text, recruiter text,
    is_closed boolean, is_convicted boolean, stage integer, referred_year integer, authority_kind text, authority_province text)
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    perform statistics.asks_for_exports();
    return query
    with counted as materialized (
        select p.victim_id, p.person_id, p.case_id, p.identified_on, p.authority_id, p.stage as reached from statistics.people p
        where p.law = 'TIP' and p.identified_on between first_day and last_day and 'Calendar' = any (p.counted) and statistics.may_be_used(p.person_id)
    ),
    drawn as materialized (
        select d.case_id, row_number() over (order by random())::integer as number from (select distinct c.case_id from counted c) d
    )
    select extract(year from p.identified_on)::integer, d.number, v.sex::text, v.age_years, v.age_when_exploited, v.citizenship_code::text, c.border::text,
        x.country_code::text, xd.province_code::text,
        (extract(year from age(p.identified_on, x.since)) * 12 + extract(month from age(p.identified_on, x.since)))::integer,
        coalesce(e.types, '{}')::text[], coalesce(e.sexual_forms, '{}')::text[], coalesce(e.controls, '{}')::text[], coalesce(e.recruitments, '{}')::text[],
        coalesce(e.acts, '{}')::text[], coalesce(e.means, '{}')::text[], coalesce(e.is_forced_labour, false), e.industry_code::text, e.recruiter_code::text,
        c.status = 'Closed', exists (select from casework.charges h where h.case_id = p.case_id and h.verdict = 'Convicted'), p.reached::integer,
        (select extract(year from min(f.sent_at at time zone 'Asia/Karachi'))::integer from casework.referrals f
            where f.victim_id = p.victim_id and f.status not in ('Voided', 'Withdrawn')),
        g.kind::text, cd.province_code::text
    from counted p join drawn d on d.case_id = p.case_id join casework.victims v on v.id = p.victim_id join casework.cases c on c.id = p.case_id and c.erased_at is null
        join identity.agencies g on g.id = p.authority_id join reference.districts cd on cd.code = c.district_code
        left join lateral (
            select r.country_code, r.district_code, min(r.day) over () as since from casework.route_places r
            where r.victim_id = v.id and r.stage = 'Exploitation' and r.removed_at is null order by r.rank, r.id limit 1) x on true
        left join reference.districts xd on xd.code = x.district_code
        left join lateral (select w.* from casework.exploitation_records w where w.victim_id = v.id order by w.version desc limit 1) e on true
    order by random();
end
$$;
revoke all on function statistics.asks_for_exports(), statistics.may_be_used(uuid), statistics.export_facts(date, date) from public;
grant execute on function statistics.export_facts(date, date) to tipsom_app;
