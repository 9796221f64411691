-- The trail nobody can forget to write: a trigger on every table that matters. The actor comes from the verified context only.
create function audit.record() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    me security.person := security.me();
    row_id uuid := coalesce(to_jsonb(new) ->> 'id', to_jsonb(new) ->> tg_argv[0])::uuid;
    changed text[] := '{}';
begin
    if tg_op = 'UPDATE' then
        select coalesce(array_agg(n.key order by n.key), '{}') into changed
        from jsonb_each(to_jsonb(new)) n join jsonb_each(to_jsonb(old)) o using (key) where n.value is distinct from o.value;
    end if;
    insert into audit.entries (at, actor_id, actor_unit_id, table_name, row_id, act, fields)
    values (clock_timestamp(), me.user_id, me.unit_id, tg_table_name, row_id, tg_op, changed);
    return null;
end
$$;
revoke all on function audit.record() from public;

do $$
declare
    audited record;
begin
    for audited in select * from (values
        ('agreements', ''), ('provider_services', ''), ('cases', ''), ('victims', ''), ('needs', ''), ('victim_identities', 'victim_id'),
        ('identity_openings', ''), ('consents', ''), ('referrals', ''), ('disclosures', ''), ('disclosure_openings', ''),
        ('arrival_arrangements', 'referral_id')
    ) t (name, key)
    loop
        execute format('create trigger audit_%1$s after insert or update on casework.%1$I for each row execute function audit.record(%2$L)',
            audited.name, audited.key);
    end loop;
end
$$;

alter table audit.entries enable row level security;
create policy trail_readable_by_auditors on audit.entries for select to tipsom_app using ((select security.my_role()) = 'Auditor');
grant usage on schema audit to tipsom_app;
grant select on audit.entries to tipsom_app;
