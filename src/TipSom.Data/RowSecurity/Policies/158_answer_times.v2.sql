-- How long the providers of a service took to answer: a median over the latest answers of the last ninety days, at most so many for
-- each that the work stays the same however long the portal has run. Tells no referral apart; everybody signed in may ask.
create function security.answer_times(service text) returns table (provider_service_id uuid, median_seconds double precision, answers integer)
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select s.id, percentile_cont(0.5) within group (order by extract(epoch from r.answered_at - r.sent_at)::double precision), count(*)::integer
    from casework.provider_services s
    cross join lateral (
        select a.answered_at, a.sent_at from casework.referrals a
        where a.provider_service_id = s.id and a.answered_at > security.moment() - interval '90 days'
        order by a.answered_at desc limit 200
    ) r
    where s.service = answer_times.service and s.stopped_at is null and (select security.my_user()) is not null
    group by s.id
$$;
revoke all on function security.answer_times(text) from public;
grant execute on function security.answer_times(text) to tipsom_app;
