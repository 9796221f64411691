-- Returns: the totals an agency reports for a period. Written and signed by people posted in the unit that reports; drafts are seen by their
-- agency, signed ones by national readers too. What is signed never changes: the next version takes its place.
grant usage on schema statistics to tipsom_app;
alter table statistics.returns add constraint ex_returns_one_at_a_time exclude using gist (
    unit_id with =, daterange(first_day, last_day, '[]') with &&) where (status = 'SignedOff') deferrable initially deferred;

alter table statistics.returns enable row level security;
create policy return_read_by_its_agency_and_signed_by_national_readers on statistics.returns for select to tipsom_app
    using (
        agency_id = (select security.my_agency()) and (select security.my_role()) in ('Officer', 'Supervisor', 'Caseworker', 'ProviderManager')
        or status <> 'Draft' and (select security.my_role()) in ('NationalCoordinator', 'NationalAdministrator', 'Analyst'));
create policy return_begun_in_the_own_unit on statistics.returns for insert to tipsom_app
    with check (unit_id = (select security.my_unit()) and agency_id = (select security.my_agency())
        and (select security.my_role()) in ('Officer', 'Supervisor', 'Caseworker', 'ProviderManager'));
create policy return_changed_in_the_own_unit on statistics.returns for update to tipsom_app
    using (unit_id = (select security.my_unit()) and (select security.my_role()) in ('Officer', 'Supervisor', 'Caseworker', 'ProviderManager'));
grant select, insert, update (status, note, written_by_id, written_by_name, written_at, signed_by_id, signed_by_name, signed_at)
    on statistics.returns to tipsom_app;
create trigger audit_returns after insert or update on statistics.returns for each row execute function audit.record('');

alter table statistics.return_figures enable row level security;
create policy figure_read_with_its_return on statistics.return_figures for select to tipsom_app
    using (exists (select from statistics.returns r where r.id = return_id));
create policy figure_written_with_its_return on statistics.return_figures for insert to tipsom_app
    with check (exists (select from statistics.returns r where r.id = return_id and r.unit_id = (select security.my_unit())));
create policy figure_changed_with_its_return on statistics.return_figures for update to tipsom_app
    using (exists (select from statistics.returns r where r.id = return_id and r.unit_id = (select security.my_unit())));
grant select, insert, update (value) on statistics.return_figures to tipsom_app;

-- Waits for who is just signing it.
create function statistics.guard_return_figure() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    standing text;
begin
    select r.status into standing from statistics.returns r where r.id = new.return_id for share;
    if standing <> 'Draft' and session_user = 'tipsom_app' then
        perform security.refuse('This return is signed. Correct it by a new version.');
    end if;
    return new;
end
$$;
create trigger guard_return_figure before insert or update on statistics.return_figures for each row execute function statistics.guard_return_figure();
revoke all on function statistics.guard_return_figure() from public;
