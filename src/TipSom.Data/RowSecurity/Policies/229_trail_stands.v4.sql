-- The trail is written once, for the owner too. Whoever may switch triggers off can still change it; the anchors outside the database show that.
create function audit.stands() returns trigger
    language plpgsql
    set search_path = pg_catalog
as $$
begin
    raise exception 'The audit trail is written once.' using errcode = 'insufficient_privilege';
end
$$;

-- Links and heads are written by the linking alone, which runs inside a trigger, and a head only grows.
create function audit.only_linking() returns trigger
    language plpgsql
    set search_path = pg_catalog
as $$
begin
    if pg_trigger_depth() < 2 or tg_op = 'UPDATE' and (new.chain <> old.chain or new.position <= old.position) then
        raise exception 'The audit trail is written once.' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
revoke all on function audit.stands(), audit.only_linking() from public;

create trigger stands before update or delete on audit.entries for each row execute function audit.stands();
create trigger stands before update or delete on audit.links for each row execute function audit.stands();
create trigger stands before delete on audit.heads for each row execute function audit.stands();
create trigger stands_whole before truncate on audit.entries for each statement execute function audit.stands();
create trigger stands_whole before truncate on audit.links for each statement execute function audit.stands();
create trigger stands_whole before truncate on audit.heads for each statement execute function audit.stands();
create trigger only_linking before insert on audit.links for each row execute function audit.only_linking();
create trigger only_linking before insert or update on audit.heads for each row execute function audit.only_linking();
