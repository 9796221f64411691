-- What is kept to sign in stands outside row security, as the accounts do: nobody is known yet. The runtime role may keep it; whose session
-- or whose factor a row is, it can say only when it makes the row.
revoke update on identity.sessions from tipsom_app;
grant update (key_hash, used_at, idle_until, stepped_up_at, hidden_at, hidden_url) on identity.sessions to tipsom_app;

grant select, insert, delete, update (id, sealed_secret, made_at, last_step) on identity.authenticators to tipsom_app;
grant select, insert, delete, update (id, sealed_key, code_hashes, next_code, made_at) on identity.code_cards to tipsom_app;
grant select, insert, delete, update (data) on identity.user_passkeys to tipsom_app;
grant select, insert, update (seen_at) on identity.known_devices, identity.known_places to tipsom_app;
grant select, insert, delete, update (tries, waits_until, tried_at) on identity.guess_counts to tipsom_app;
grant select, insert on identity.used_ceremonies to tipsom_app;

-- Takes away what is over, a batch of each kind at a time, by a worker that is nobody. By the clock of the database, so that nobody can be early.
create function security.take_away_ended_sign_ins(batch integer) returns integer
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    now constant timestamptz := security.moment();
    total integer := 0;
    taken integer;
begin
    perform security.must_work_as('clocks');
    delete from identity.sessions where ctid = any (array(
        select s.ctid from identity.sessions s where s.idle_until < now - interval '1 hour' or s.ends_at < now - interval '1 hour' limit batch));
    get diagnostics taken = row_count;
    total := total + taken;
    delete from identity.guess_counts where ctid = any (array(
        select c.ctid from identity.guess_counts c where c.tried_at < now - interval '2 days' limit batch));
    get diagnostics taken = row_count;
    total := total + taken;
    delete from identity.used_ceremonies where ctid = any (array(
        select u.ctid from identity.used_ceremonies u where u.ends_at < now - interval '1 hour' limit batch));
    get diagnostics taken = row_count;
    total := total + taken;
    delete from identity.known_places where ctid = any (array(
        select p.ctid from identity.known_places p where p.seen_at < now - interval '90 days' limit batch));
    delete from identity.known_devices where ctid = any (array(
        select d.ctid from identity.known_devices d where d.seen_at < now - interval '1 year' limit batch));
    -- A form of last week is sent by nobody any more.
    delete from casework.idempotency_keys where ctid = any (array(
        select k.ctid from casework.idempotency_keys k where k.at < now - interval '7 days' limit batch));
    get diagnostics taken = row_count;
    return total + taken;
end
$$;
revoke all on function security.take_away_ended_sign_ins(integer) from public;
grant execute on function security.take_away_ended_sign_ins(integer) to tipsom_app;
