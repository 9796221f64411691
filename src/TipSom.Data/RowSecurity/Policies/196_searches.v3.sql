-- Who searched, by what kind of thing, and how much was found: written in the own name, read by its writer and by the auditor, changed by
-- nobody. Of the words there is a keyed hash.
alter table casework.searches enable row level security;
create policy search_seen_by_who_made_it on casework.searches for select to tipsom_app
    using (actor_id = (select security.my_user()) or (select security.my_role()) = 'Auditor');
create policy search_recorded_in_own_name on casework.searches for insert to tipsom_app
    with check (actor_id = (select security.my_user()) and actor_unit_id = (select security.my_case_unit()));
create trigger sign_with_own_name before insert on casework.searches for each row execute function security.sign_with_own_name();
grant select, insert on casework.searches to tipsom_app;

-- Two posts at the same moment must not both be the sixtieth.
create function security.guard_searches() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('search ' || new.actor_id, 0));
    if new.kind <> 'Duplicates' and (
        select count(*) from casework.searches s
        where s.actor_id = new.actor_id and s.kind <> 'Duplicates' and s.at > new.at - interval '1 hour') >= 60 then
        perform security.refuse('You searched 60 times within an hour. Wait a little before the next search.');
    end if;
    return new;
end
$$;
create trigger guard_searches before insert on casework.searches for each row execute function security.guard_searches();

-- Whom to ask about somebody one does not see: the unit that holds the case, and nothing else.
create function security.holding_units(people uuid[]) returns table (victim_id uuid, unit_id uuid)
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select v.id, c.holding_unit_id from casework.victims v join casework.cases c on c.id = v.case_id
    where v.id = any (people) and security.my_case_unit() is not null
$$;
revoke all on function security.guard_searches(), security.holding_units(uuid[]) from public;
grant execute on function security.holding_units(uuid[]) to tipsom_app;
