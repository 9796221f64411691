-- Every entry is a link of a chain: the chain of the actor's agency, or one for what nobody signed in did. The hash of a link covers the hash
-- before it and the whole entry, so that an entry changed, taken out or moved breaks every link after it.

-- A value as its length and its text, or "-" where there is none.
create function audit.part(value text) returns text
    language plpgsql immutable
    set search_path = pg_catalog
as $$ begin return coalesce(octet_length(value) || ':' || value, '-'); end $$;

-- The entry as bytes: a version, and every column as a part. The program knows the same form. In plpgsql, which keeps its plans.
create function audit.canonical(entry audit.entries) returns bytea
    language plpgsql stable
    set search_path = pg_catalog
as $$
declare
    names text := '';
    name text;
begin
    foreach name in array entry.fields loop
        names := names || audit.part(name);
    end loop;
    return '\x01'::bytea || convert_to(
        audit.part(entry.id::text) || audit.part((extract(epoch from entry.at) * 1000000)::bigint::text)
        || audit.part(entry.actor_id::text) || audit.part(entry.actor_unit_id::text) || audit.part(entry.agency_id::text)
        || audit.part(entry.session_id::text) || audit.part(entry.place) || audit.part(entry.transaction_id::text)
        || audit.part(entry.table_name) || audit.part(entry.row_id::text) || audit.part(entry.act) || audit.part(names) || audit.part(entry.detail), 'UTF8');
end
$$;

-- Links what one transaction wrote and nobody linked yet, chain by chain in one order, so that two transactions never wait for each other.
create function audit.link_entries(first_id bigint, of_transaction bigint) returns void
    language plpgsql
    set search_path = pg_catalog
as $$
declare
    entry audit.entries;
    head audit.heads;
    own_chain uuid;
begin
    for entry in
        select e.* from audit.entries e
        where e.id >= first_id and e.transaction_id = of_transaction and not exists (select from audit.links l where l.entry_id = e.id)
        order by coalesce(e.agency_id, '00000000-0000-0000-0000-000000000000'::uuid), e.id
    loop
        own_chain := coalesce(entry.agency_id, '00000000-0000-0000-0000-000000000000'::uuid);
        if head.chain is distinct from own_chain then
            update audit.heads h set position = head.position, hash = head.hash where h.chain = head.chain;
            insert into audit.heads (chain, position, hash) values (own_chain, 0, sha256(uuid_send(own_chain))) on conflict do nothing;
            select h.* into head from audit.heads h where h.chain = own_chain for update;
        end if;
        head.position := head.position + 1;
        head.hash := sha256(head.hash || audit.canonical(entry));
        insert into audit.links (chain, position, entry_id, hash) values (own_chain, head.position, entry.id, head.hash);
    end loop;
    update audit.heads h set position = head.position, hash = head.hash where h.chain = head.chain;
end
$$;

-- At commit: the lock on the head is the last a transaction takes, and is held for no longer than the commit.
create function audit.link_at_commit() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if not exists (select from audit.links l where l.entry_id = new.id) then
        perform audit.link_entries(new.id, new.transaction_id);
    end if;
    return null;
end
$$;

-- The heads as they stand, for the worker that signs them; they say nothing about anybody.
create function audit.current_heads() returns table (chain uuid, at_position bigint, hash bytea)
    language sql stable security definer
    set search_path = pg_catalog
as $$ select h.chain, h.position, h.hash from audit.heads h order by h.chain $$;

revoke all on function
    audit.part(text), audit.canonical(audit.entries), audit.link_entries(bigint, bigint), audit.link_at_commit(), audit.current_heads()
from public;
grant execute on function audit.current_heads() to tipsom_app;

-- What was written before there were chains, in its order.
select audit.link_entries(0, 0);
create constraint trigger link_at_commit after insert on audit.entries
    deferrable initially deferred for each row execute function audit.link_at_commit();
alter table audit.links enable row level security;
alter table audit.heads enable row level security;
