-- Where somebody works, from which day on and until which: one posting at a time, and none is ever taken off the record. The account says
-- the same as the posting in force, and it is these functions that make it so: the runtime role writes neither.
alter table identity.postings add constraint ex_postings_one_at_a_time exclude using gist (
    user_id with =, daterange(from_day, until_day, '[)') with &&);
grant select on identity.postings to tipsom_app;

insert into identity.postings (id, user_id, unit_id, agency_id, role, from_day, made_at)
select gen_random_uuid(), u.id, u.unit_id, u.agency_id, u.role, security.today(), security.moment() from identity.users u;

-- An account begins with a posting.
create function security.account_begins() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    insert into identity.postings (id, user_id, unit_id, agency_id, role, from_day, made_at, made_by_id)
    values (gen_random_uuid(), new.id, new.unit_id, new.agency_id, new.role, security.today(), security.moment(), security.my_user());
    return null;
end
$$;
create trigger account_begins after insert on identity.users for each row execute function security.account_begins();

create function security.account_follows_posting() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    update identity.users u set unit_id = new.unit_id, agency_id = new.agency_id, role = new.role
    where u.id = new.user_id and new.from_day <= security.today() and coalesce(security.today() < new.until_day, true)
        and (u.unit_id, u.agency_id, u.role) is distinct from (new.unit_id, new.agency_id, new.role);
    return null;
end
$$;
create trigger account_follows_posting after insert or update on identity.postings
    for each row execute function security.account_follows_posting();

-- Who came when: a page that lists accounts says who has not used theirs. Written beside the session, never by a request.
create function security.signed_in() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    -- Whoever changes the own password holds the account until the new session is there: it is not waited for.
    update identity.users u set last_signed_in_at = new.started_at
    where u.id = (select o.id from identity.users o where o.id = new.user_id for no key update skip locked);
    return null;
end
$$;
create trigger signed_in after insert on identity.sessions
    for each row when (new.stage = 'Full') execute function security.signed_in();
revoke all on function security.account_begins(), security.account_follows_posting(), security.signed_in() from public;

-- Every change of who somebody is, where they belong and what they may do; and nothing of signing in, which has lines of its own.
create trigger audit_users after insert on identity.users for each row execute function audit.record('');
create trigger audit_users_changed after update on identity.users for each row
    when ((old.display_name, old.user_name, old.email, old.unit_id, old.agency_id, old.role, old.disabled_at)
        is distinct from (new.display_name, new.user_name, new.email, new.unit_id, new.agency_id, new.role, new.disabled_at))
    execute function audit.record('');
create trigger audit_postings after insert or update on identity.postings for each row execute function audit.record('');

-- What an administrator does to an account without changing a row that is kept: its sessions, its factors.
create function security.note_account(person uuid, what text) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    me security.person := security.me();
begin
    insert into audit.entries (at, actor_id, actor_unit_id, agency_id, session_id, place, transaction_id, table_name, row_id, act, fields)
    values (clock_timestamp(), me.user_id, me.unit_id, me.agency_id, me.session_id, me.place, pg_current_xact_id()::text::bigint,
        'users', person, 'UPDATE', array[what]);
end
$$;
revoke all on function security.note_account(uuid, text) from public;
