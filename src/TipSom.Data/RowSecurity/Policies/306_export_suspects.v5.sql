-- Suspects recorded in the period, in codes alone. Who is entered as a victim too is no perpetrator here (non-punishment), nor is who was cleared.
create function statistics.export_suspects(first_day date, last_day date) returns table (
    year integer, sex text, age integer, citizenship text, roles text[], standing text, act text, sentence_years integer, is_for_life boolean)
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    perform statistics.asks_for_exports();
    return query
    select extract(year from s.at at time zone 'Asia/Karachi')::integer, s.sex::text, s.age_years, s.citizenship_code::text, s.role_codes::text[],
        case when h.verdict = 'Convicted' then 'Convicted' when h.verdict = 'Acquitted' then 'Acquitted' when h.verdict is not null then 'Charged' else 'Suspected' end,
        a.act, case when h.verdict = 'Convicted' then h.sentence_years end, coalesce(h.verdict = 'Convicted' and h.is_for_life, false)
    from casework.suspects s join casework.cases c on c.id = s.case_id and c.erased_at is null
        left join lateral (
            select k.verdict::text, k.sentence_years, k.is_for_life, k.case_offence_id from casework.charges k where k.suspect_id = s.id
            order by k.verdict = 'Convicted' desc, k.verdict = 'Acquitted' desc, k.charged_on, k.id limit 1) h on true
        left join casework.case_offences o on o.id = h.case_offence_id left join statistics.acts a on a.code = o.offence_code
    where (s.at at time zone 'Asia/Karachi')::date between first_day and last_day and s.status <> 'Cleared' and s.victim_id is null
        and (c.closed_for is null or c.closed_for not in ('NotTrafficking', 'Duplicate', 'EnteredInError'))
    order by random();
end
$$;
revoke all on function statistics.export_suspects(date, date) from public;
grant execute on function statistics.export_suspects(date, date) to tipsom_app;
