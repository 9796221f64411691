-- Keys of the program, sealed: read by every portal, made by the first, changed by none.
grant select, insert on identity.purpose_keys to tipsom_app;

-- Which master key each portal seals under, so that nobody takes an old one away too early.
grant select, insert, update (key_id, since, seen_at) on identity.key_uses to tipsom_app;

-- A run of re-wrapping is the owner's. No row of a person changes by it, so the rows' own triggers rest meanwhile, and the trail gets this
-- one entry for all of them.
create trigger audit_key_runs after insert on identity.key_runs for each row execute function audit.record('');
