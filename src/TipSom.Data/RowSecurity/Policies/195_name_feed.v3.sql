-- Every portal keeps an index of names in its memory. It is filled page by page, and kept current by a feed: whose name, numbers or viewers
-- changed, written in the transaction of the change itself. Both are the program's own work and speak to nobody who is signed in; what
-- they hand out is sealed.
create table security.name_changes (
    id bigint generated always as identity primary key,
    victim_id uuid not null,
    -- Transactions do not commit in the order in which they begin: a reader's position is a transaction below which all have ended.
    changed_in bigint not null default pg_current_xact_id()::text::bigint,
    at timestamptz not null default clock_timestamp()
);
create index ix_name_changes_changed_in on security.name_changes (changed_in);
create index ix_name_changes_at on security.name_changes (at);
revoke all on security.name_changes from public;

create function security.identity_changed() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$ begin insert into security.name_changes (victim_id) values (new.victim_id); return null; end $$;
create trigger feed_names after insert or update of sealed_details on casework.victim_identities
    for each row execute function security.identity_changed();

create function security.age_changed() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$ begin insert into security.name_changes (victim_id) values (new.id); return null; end $$;
create trigger feed_names after update of age_years on casework.victims
    for each row when (old.age_years is distinct from new.age_years) execute function security.age_changed();

create function security.viewers_changed() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    insert into security.name_changes (victim_id)
    select v.id from casework.victims v where v.case_id = case tg_op when 'DELETE' then old.case_id else new.case_id end;
    return null;
end
$$;
create trigger feed_names after insert or delete or update of sees_identity, until on casework.case_access
    for each row execute function security.viewers_changed();

-- What the index holds of some people; without sealed details for those of whom nothing is kept.
create function security.indexed(people uuid[])
    returns table (victim_id uuid, case_id uuid, sealed_details bytea, birth_year integer, district_code text, units uuid[])
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select w.id, v.case_id, i.sealed_details, extract(year from c.logged_at at time zone 'Asia/Karachi')::integer - v.age_years, c.district_code::text,
        array(select a.unit_id from casework.case_access a
            where a.case_id = v.case_id and a.sees_identity and (a.until is null or a.until > security.moment()))
    from unnest(people) w (id) left join casework.victims v on v.id = w.id left join casework.cases c on c.id = v.case_id
        left join casework.victim_identities i on i.victim_id = w.id
$$;

-- The program's own work: a request, which is somebody's, is told nothing.
create function security.is_program() returns boolean
    language sql stable
    set search_path = pg_catalog
as $$ select coalesce(current_setting('tipsom.context', true), '') = '' $$;

create function security.identities_after(last uuid, batch integer)
    returns table (victim_id uuid, case_id uuid, sealed_details bytea, birth_year integer, district_code text, units uuid[])
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select i.* from security.indexed(array(
        select k.victim_id from casework.victim_identities k
        where k.victim_id > identities_after.last and security.is_program() order by k.victim_id limit batch)) i
    order by i.victim_id
$$;

-- How many there are to come, about; and the position from which the feed is to be read once they are there.
create function security.name_feed(out identities bigint, out horizon bigint)
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select case when security.is_program() then (select count(*) from casework.victim_identities) end,
        pg_snapshot_xmin(pg_current_snapshot())::text::bigint
$$;
create function security.name_horizon() returns bigint
    language sql stable
    set search_path = pg_catalog
as $$ select pg_snapshot_xmin(pg_current_snapshot())::text::bigint $$;

-- Whoever changed in or after a transaction. Asked after the horizon was taken, it misses nobody: what had not ended by then is asked
-- for again the next time.
create function security.names_changed_since(horizon bigint)
    returns table (victim_id uuid, case_id uuid, sealed_details bytea, birth_year integer, district_code text, units uuid[])
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select i.* from security.indexed(array(
        select distinct n.victim_id from security.name_changes n where n.changed_in >= horizon and security.is_program())) i
$$;

-- A portal that was away for longer fills its index anew.
create function security.sweep_name_changes() returns integer
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    swept integer := 0;
begin
    if security.is_program() then
        delete from security.name_changes where at < clock_timestamp() - interval '1 day';
        get diagnostics swept = row_count;
    end if;
    return swept;
end
$$;
revoke all on function security.identity_changed(), security.age_changed(), security.viewers_changed(), security.indexed(uuid[]),
    security.is_program(), security.identities_after(uuid, integer), security.name_feed(), security.name_horizon(),
    security.names_changed_since(bigint), security.sweep_name_changes() from public;
grant execute on function security.identities_after(uuid, integer), security.name_feed(), security.name_horizon(),
    security.names_changed_since(bigint), security.sweep_name_changes() to tipsom_app;
