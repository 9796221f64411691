-- Who reads which figures: the national desk and analysts the country's and every agency's, a supervisor those of the own agency. Figures
-- name nobody; the list behind one is read through the rows of the cases, and shows those that the reader sees anyway.
create function security.reads_national_figures() returns boolean
    language sql stable
    set search_path = pg_catalog
as $$ select coalesce(security.my_role() in ('NationalCoordinator', 'NationalAdministrator', 'Analyst'), false) $$;

create function security.agency_of_figures() returns uuid
    language sql stable
    set search_path = pg_catalog
as $$ select case when security.my_role() = 'Supervisor' then security.my_agency() end $$;

do $$
declare
    part text;
begin
    foreach part in array array['cells', 'enforcement_cells'] loop
        execute format('alter table statistics.%I enable row level security', part);
        execute format('create policy %1$s_of_the_country_or_own_agency on statistics.%1$I for select to tipsom_app
            using ((select security.reads_national_figures()) or scope = (select security.agency_of_figures()))', part);
        execute format('grant select on statistics.%I to tipsom_app', part);
    end loop;
end
$$;
alter table statistics.people enable row level security;
create policy people_seen_with_the_case on statistics.people for select to tipsom_app using (exists (
    select from casework.case_access a
    where a.case_id = people.case_id and a.unit_id = (select security.my_case_unit()) and (a.until is null or a.until > security.moment())));
grant select on statistics.people to tipsom_app;
alter table statistics.counts enable row level security;
create policy counts_of_everybody_signed_in on statistics.counts for select to tipsom_app using ((select security.my_user()) is not null);
grant select on statistics.counts to tipsom_app;
revoke all on function security.reads_national_figures(), security.agency_of_figures() from public;
grant execute on function security.reads_national_figures(), security.agency_of_figures() to tipsom_app;

-- What was on record before is counted by the next who counts.
insert into statistics.changes (case_id) select c.id from casework.cases c;
