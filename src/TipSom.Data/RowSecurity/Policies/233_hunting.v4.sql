-- Searches that hunt: the same words again and again without a find, or one miss after the other within an hour; and refusals without end.
create function audit.hunting(since timestamptz, until timestamptz) returns table (pattern text, actor_id uuid, day date, subject text, times bigint)
    language plpgsql stable
    set search_path = pg_catalog
as $$
begin
    return query
        with missed as (
            select s.actor_id, s.at, count(*) over (partition by s.actor_id, s.query_hash) as alike,
                count(*) over (partition by s.actor_id order by s.at range interval '1 hour' preceding) as in_an_hour
            from casework.searches s
            where s.at >= since and s.at < until and s.finds = 0 and s.beyond = 0 and s.kind <> 'Duplicates'
        )
        select x.pattern, m.actor_id, (m.at at time zone 'Asia/Karachi')::date, 'searches', max(x.measure)
        from missed m cross join lateral (values ('SameSearch', m.alike, 2), ('ManyMisses', m.in_an_hour, 10)) x (pattern, measure, most)
        where x.measure > x.most
        group by x.pattern, m.actor_id, (m.at at time zone 'Asia/Karachi')::date
        union all
        -- Of a refused sign-in the account is known, and not who tried.
        select 'ManyRefusals', coalesce(e.actor_id, e.row_id), (e.at at time zone 'Asia/Karachi')::date, min(e.table_name), count(*)
        from audit.entries e
        where e.at >= since and e.at < until and e.act in ('REFUSED', 'REFUSED_BY_RULE', 'SIGN_IN_REFUSED', 'STEP_UP_REFUSED')
            and coalesce(e.actor_id, e.row_id) is not null
        group by coalesce(e.actor_id, e.row_id), (e.at at time zone 'Asia/Karachi')::date
        having count(*) >= 10;
end
$$;

create function audit.patterns(since timestamptz, until timestamptz) returns table (pattern text, actor_id uuid, day date, subject text, times bigint)
    language plpgsql stable security definer
    set search_path = pg_catalog
as $$
begin
    if security.my_role() is distinct from 'Auditor' then
        return;
    end if;
    return query
        select * from audit.fast_looks(since, until)
        union all select * from audit.idle_looks(since, until)
        union all select * from audit.hunting(since, until);
end
$$;
revoke all on function audit.hunting(timestamptz, timestamptz), audit.patterns(timestamptz, timestamptz) from public;
grant execute on function audit.patterns(timestamptz, timestamptz) to tipsom_app;
