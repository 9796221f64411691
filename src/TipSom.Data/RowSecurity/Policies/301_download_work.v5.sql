-- The work of a download. A portal takes it in hand for a while and says that it goes on; when it says nothing any more, another takes it.
-- The role is null where the person no longer has it, or sits in another unit, or the account is shut.
create function security.take_download(in_hand interval, out download_id uuid, out user_id uuid, out attempt integer, out role text)
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    d statistics.downloads;
begin
    select w.* into d from statistics.downloads w
    where w.status in ('Waiting', 'Running') and coalesce(w.in_hand_until < security.moment(), true)
    order by w.asked_at limit 1 for update of w skip locked;
    if d.id is null then
        return;
    end if;
    update statistics.downloads w
    set status = 'Running', attempts = d.attempts + 1, started_at = security.moment(), done = 0, "of" = 0, in_hand_until = security.moment() + in_hand
    where w.id = d.id;
    select d.id, d.user_id, d.attempts + 1 into download_id, user_id, attempt;
    select u.role into take_download.role from identity.users u join identity.agencies a on a.id = u.agency_id
    where u.id = d.user_id and u.disabled_at is null and a.is_active and u.role = d.role and u.unit_id = d.unit_id;
end
$$;

-- How much is done. False where it was cancelled, or another portal has it.
create function security.download_goes_on(download uuid, attempt integer, done integer, whole integer, in_hand interval) returns boolean
    language sql security definer
    set search_path = pg_catalog
as $$
    with gone_on as (
        update statistics.downloads d set done = $3, "of" = $4, in_hand_until = security.moment() + in_hand
        where d.id = download and d.status = 'Running' and d.attempts = attempt
        returning 1)
    select exists (select from gone_on)
$$;

-- It is ready: said in the name of who asked, and only while that person has the role and the unit with which it was asked for.
create function security.finish_download(
    download uuid, attempt integer, content bytea, file_name text, length integer, sha256 bytea, rows integer, kept_until timestamptz) returns boolean
    language sql security definer
    set search_path = pg_catalog
as $$
    with finished as (
        update statistics.downloads d
        set status = 'Ready', sealed_content = content, file_name = $4, length = $5, sha256 = $6, rows = $7, kept_until = $8,
            done = d."of", finished_at = security.moment(), in_hand_until = null
        where d.id = download and d.status = 'Running' and d.attempts = attempt
            and d.user_id = security.my_user() and d.role = security.my_role() and d.unit_id = security.my_unit() and security.may_download(d.role)
        returning 1)
    select exists (select from finished)
$$;

create function security.fail_download(download uuid, attempt integer, why text) returns boolean
    language sql security definer
    set search_path = pg_catalog
as $$
    with failed as (
        update statistics.downloads d set status = 'Failed', failure = why, finished_at = security.moment(), in_hand_until = null
        where d.id = download and d.status = 'Running' and d.attempts = attempt
        returning 1)
    select exists (select from failed)
$$;

-- Files whose day is over. How many were emptied.
create function security.empty_old_downloads(now_is timestamptz) returns integer
    language sql security definer
    set search_path = pg_catalog
as $$
    with emptied as (
        update statistics.downloads set status = 'Expired', sealed_content = null where status = 'Ready' and kept_until <= now_is
        returning 1)
    select count(*)::integer from emptied
$$;

revoke all on function security.take_download(interval), security.download_goes_on(uuid, integer, integer, integer, interval),
    security.finish_download(uuid, integer, bytea, text, integer, bytea, integer, timestamptz), security.fail_download(uuid, integer, text),
    security.empty_old_downloads(timestamptz) from public;
grant execute on function security.finish_download(uuid, integer, bytea, text, integer, bytea, integer, timestamptz) to tipsom_app;
call security.leave_to_program('security.take_download(interval)', 'downloads');
call security.leave_to_program('security.download_goes_on(uuid, integer, integer, integer, interval)', 'downloads');
call security.leave_to_program('security.fail_download(uuid, integer, text)', 'downloads');
call security.leave_to_program('security.empty_old_downloads(timestamptz)', 'downloads');
