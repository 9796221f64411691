-- Who owes returns, and who has not reported. Kept and followed by the national coordinator and the national administrator.
alter table statistics.report_duties enable row level security;
create policy duty_read_by_who_follows_and_its_agency on statistics.report_duties for select to tipsom_app
    using ((select security.my_role()) in ('NationalCoordinator', 'NationalAdministrator')
        or agency_id = (select security.my_agency()) and (select security.my_role()) in ('Officer', 'Supervisor', 'Caseworker', 'ProviderManager'));
create policy duty_set_by_who_follows on statistics.report_duties for insert to tipsom_app
    with check ((select security.my_role()) in ('NationalCoordinator', 'NationalAdministrator') and set_by_id = (select security.my_user()) and ended_at is null);
create policy duty_ended_by_who_follows on statistics.report_duties for update to tipsom_app
    using ((select security.my_role()) in ('NationalCoordinator', 'NationalAdministrator') and ended_at is null)
    with check ((select security.my_role()) in ('NationalCoordinator', 'NationalAdministrator'));
grant select, insert, update (ended_at) on statistics.report_duties to tipsom_app;
create trigger audit_report_duties after insert or update on statistics.report_duties for each row execute function audit.record('');

create function statistics.guard_duty() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if tg_op = 'UPDATE' then
        new.ended_at := security.moment();
    elsif exists (select from identity.agencies g where g.id = new.agency_id and g.kind = 'Oversight') then
        perform security.refuse('Agencies of this kind report no figures.');
    else
        new.set_by_name := coalesce((select u.display_name from identity.users u where u.id = security.my_user()), new.set_by_name);
    end if;
    return new;
end
$$;
create trigger guard_duty before insert or update on statistics.report_duties for each row execute function statistics.guard_duty();
-- Kept by the functions that remind, and read by nobody else.
alter table statistics.return_reminders enable row level security;

-- As ReportPeriod.Name.
create function statistics.period_name(kind text, first_day date, last_day date) returns text
    language sql immutable
    set search_path = pg_catalog
as $$
    select case
        when kind = 'Month' then to_char(first_day, 'YYYY-MM')
        when kind = 'Quarter' then to_char(first_day, 'YYYY-"Q"Q')
        when extract(month from first_day) = 1 then to_char(first_day, 'YYYY')
        else to_char(first_day, 'YYYY-MM') || '/' || to_char(last_day, 'YYYY-MM')
    end
$$;

-- Periods owed that ended before a day and that no signed figures cover, by whatever periods these were written. Two years back: what is older
-- is nobody's work any more.
create function statistics.missing_returns(day date) returns table (unit_id uuid, period_kind text, first_day date, last_day date)
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select u.id, d.period_kind, p.first_day, p.last_day
    from statistics.report_duties d
        join identity.agencies g on g.id = d.agency_id and g.is_active
        join identity.units u on u.agency_id = g.id and u.ended_at is null and (g.kind = 'Committee' and u.parent_id is not null or g.kind <> 'Committee' and u.parent_id is null)
        cross join lateral (select case d.period_kind when 'Month' then interval '1 month' when 'Quarter' then interval '3 months' else interval '1 year' end as one) step
        cross join lateral (
            select s::date as first_day, (s + step.one - interval '1 day')::date as last_day
            from generate_series(d.since::timestamp, missing_returns.day::timestamp, step.one) s) p
    where d.ended_at is null and p.last_day < missing_returns.day and p.last_day >= missing_returns.day - 730
        and not exists (
            select from statistics.returns r where r.unit_id = u.id and r.status = 'SignedOff'
            having range_agg(daterange(r.first_day, r.last_day, '[]')) @> daterange(p.first_day, p.last_day, '[]'))
$$;

create function security.returns_missing()
    returns table (unit_id uuid, period_kind text, first_day date, last_day date, last_signed date, reminded_on date)
    language plpgsql stable security definer
    set search_path = pg_catalog
as $$
begin
    if security.my_role() is distinct from 'NationalCoordinator' and security.my_role() is distinct from 'NationalAdministrator' then
        raise exception 'Those who follow returns ask this.' using errcode = 'insufficient_privilege';
    end if;
    return query
        select m.unit_id, m.period_kind, m.first_day, m.last_day,
            (select max(r.last_day) from statistics.returns r where r.unit_id = m.unit_id and r.status = 'SignedOff'),
            (select (max(n.reminded_at) at time zone 'Asia/Karachi')::date from statistics.return_reminders n
             where n.unit_id = m.unit_id and n.period = statistics.period_name(m.period_kind, m.first_day, m.last_day))
        from statistics.missing_returns(security.today()) m;
end
$$;
revoke all on function statistics.guard_duty(), statistics.period_name(text, date, date), statistics.missing_returns(date), security.returns_missing() from public;
grant execute on function security.returns_missing() to tipsom_app;
