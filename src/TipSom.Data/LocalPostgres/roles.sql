-- The two roles of the program, without passwords: whoever runs this file sets those where they are needed.
-- Run by a superuser, in any database of the cluster, as often as one likes: the program at each start of its
-- own server, and the first start of the database of docker-compose.yml.
do $$
begin
    -- Two programs may set up one server at the same moment; the second waits.
    perform pg_advisory_xact_lock(hashtext('tipsom roles'));

    if not exists (select from pg_roles where rolname = 'tipsom_owner') then
        create role tipsom_owner;
    end if;
    if not exists (select from pg_roles where rolname = 'tipsom_app') then
        create role tipsom_app;
    end if;

    -- Owns the tables and runs the migrations; never serves a request.
    -- Inherits, because an owner's right to create in schema public comes by way of pg_database_owner.
    alter role tipsom_owner
        login nosuperuser nobypassrls nocreatedb nocreaterole noreplication inherit;

    -- Serves every request. Owns nothing, so that row-level security binds it.
    alter role tipsom_app
        login nosuperuser nobypassrls nocreatedb nocreaterole noreplication noinherit;

    -- No request may hold the others up: not by a slow statement, a lock, or a transaction left open.
    alter role tipsom_app set statement_timeout = '10s';
    alter role tipsom_app set lock_timeout = '5s';
    alter role tipsom_app set idle_in_transaction_session_timeout = '15s';
    -- Compiling a statement costs more than running any of ours.
    alter role tipsom_app set jit = off;
end
$$;
