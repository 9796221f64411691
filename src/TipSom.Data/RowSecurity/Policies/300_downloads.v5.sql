-- A file of figures is seen by who asked for it and by nobody else, as long as that person may take figures out.
grant usage on schema statistics to tipsom_app;

-- As Permission.ReadStatistics; a test compares them.
create function security.may_download(role text) returns boolean
    language sql immutable
    set search_path = pg_catalog
as $$ select coalesce(role in ('Supervisor', 'NationalCoordinator', 'NationalAdministrator', 'Analyst'), false) $$;

alter table statistics.downloads enable row level security;
create policy download_of_own_user on statistics.downloads for select to tipsom_app
    using (user_id = (select security.my_user()) and (select security.may_download(security.my_role())));
create policy download_asked_in_own_name on statistics.downloads for insert to tipsom_app
    with check (
        user_id = (select security.my_user()) and unit_id = (select security.my_unit()) and role = (select security.my_role())
        and (select security.may_download(security.my_role())) and status = 'Waiting');
create policy download_changed_by_own_user on statistics.downloads for update to tipsom_app
    using (user_id = (select security.my_user()) and (select security.may_download(security.my_role())));
grant select, insert, update (status, finished_at, times_fetched) on statistics.downloads to tipsom_app;
create trigger audit_downloads after insert or update of status on statistics.downloads for each row execute function audit.record();

-- One of a kind at once, and ten a day (Download.MostADay; a test compares them). Two requests of one person ask one after the other.
create function security.guard_download() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('downloads ' || new.user_id, 0));
    if exists (select from statistics.downloads d where d.user_id = new.user_id and d.kind = new.kind and d.status in ('Waiting', 'Running')) then
        perform security.refuse('You have asked for this already. Wait until it is ready, or cancel it.');
    end if;
    if (select count(*) from statistics.downloads d where d.user_id = new.user_id
            and (d.asked_at at time zone 'Asia/Karachi')::date = (new.asked_at at time zone 'Asia/Karachi')::date) >= 10 then
        perform security.refuse('You have asked for 10 files today. Ask again tomorrow.');
    end if;
    return new;
end
$$;
create trigger guard_download before insert on statistics.downloads for each row execute function security.guard_download();

-- A request gives up what has not ended, and counts that a file was taken out: by the role and in the unit for which it was made.
create function security.guard_download_step() returns trigger
    language plpgsql
    set search_path = pg_catalog
as $$
begin
    if current_user <> 'tipsom_app' then
        return new;
    end if;
    if new.status <> old.status and (new.status <> 'Cancelled' or old.status not in ('Waiting', 'Running')) then
        perform security.refuse('This download has ended already.');
    end if;
    if new.times_fetched <> old.times_fetched then
        if old.status <> 'Ready' or old.kept_until <= security.moment() then
            perform security.refuse('This file is not kept. Ask for it again.');
        end if;
        if old.role <> security.my_role() or old.unit_id <> security.my_unit() then
            perform security.refuse('Your role or unit has changed since you asked for this file. Ask for it again.');
        end if;
    end if;
    return new;
end
$$;
create trigger guard_download_step before update on statistics.downloads for each row execute function security.guard_download_step();

revoke all on function security.may_download(text), security.guard_download(), security.guard_download_step() from public;
grant execute on function security.may_download(text) to tipsom_app;
