-- What a provider offers is kept by its own people: the manager of the unit or of one above says whom it takes, caseworkers there
-- confirm places too. Everybody signed in reads it, as before.
create function security.keeps_services_of(unit uuid) returns boolean
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select coalesce((select security.my_role()) in ('Caseworker', 'ProviderManager'), false)
        and (select security.my_unit()) in (select security.unit_and_above(unit))
$$;
revoke all on function security.keeps_services_of(uuid) from public;
grant execute on function security.keeps_services_of(uuid) to tipsom_app;

create policy service_offered_by_its_manager on casework.provider_services for insert to tipsom_app
    with check (
        (select security.my_role()) = 'ProviderManager' and agency_id = (select security.my_agency())
        and security.keeps_services_of(unit_id) and places_held = 0 and stopped_at is null);
create policy service_kept_by_its_unit_and_above on casework.provider_services for update to tipsom_app
    using (security.keeps_services_of(unit_id));
-- Where it is, what it is and whose, is fixed: referrals rest on it. Held places are counted by the steps alone.
grant insert, update (
    groups, min_age, max_age, takes_children, boys_under, is_accessible, security, language_codes, needs_court_order,
    needs_identity_papers, is_round_the_clock, hours_en, hours_ur, stopped_at,
    places_total, places_free, places_confirmed_at, places_confirmed_by_id
) on casework.provider_services to tipsom_app;

-- Asks who changes the row, so it runs with that one's rights.
create function security.guard_service() returns trigger
    language plpgsql
    set search_path = pg_catalog
as $$
declare
    places text[] := array['places_total', 'places_free', 'places_confirmed_at', 'places_confirmed_by_id'];
begin
    -- The count of held places, and what the owner lays out.
    if current_user <> 'tipsom_app' then
        return new;
    end if;
    if tg_op = 'UPDATE' then
        if old.stopped_at is not null then
            perform security.refuse('This service is no longer offered.');
        end if;
        if security.my_role() is distinct from 'ProviderManager' and to_jsonb(new) - places <> to_jsonb(old) - places then
            raise insufficient_privilege using message = 'whom a service takes is changed by the manager';
        end if;
        if (new.places_total, new.places_free, new.places_confirmed_at, new.places_confirmed_by_id)
            is not distinct from (old.places_total, old.places_free, old.places_confirmed_at, old.places_confirmed_by_id) then
            return new;
        end if;
        if new.places_confirmed_at is not distinct from old.places_confirmed_at then
            raise insufficient_privilege using message = 'places change when somebody confirms them';
        end if;
    end if;
    if num_nulls(new.places_total, new.places_free, new.places_confirmed_at) <> 0
        and (tg_op = 'UPDATE' or num_nonnulls(new.places_total, new.places_free, new.places_confirmed_at, new.places_confirmed_by_id) <> 0) then
        raise insufficient_privilege using message = 'a confirmation names all places, the free ones and the moment';
    end if;
    if new.places_confirmed_at is not null and new.places_confirmed_by_id is distinct from security.my_user() then
        raise insufficient_privilege using message = 'places are confirmed in the own name';
    end if;
    return new;
end
$$;
create trigger guard_service before insert or update on casework.provider_services for each row execute function security.guard_service();

-- Nobody is referred to what is no longer offered, whatever page was left open.
create function security.guard_offer() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if exists (select from casework.provider_services s where s.id = new.provider_service_id and s.stopped_at is not null) then
        perform security.refuse('This provider no longer offers the service.');
    end if;
    return new;
end
$$;
create trigger guard_offer before insert on casework.referrals for each row execute function security.guard_offer();
revoke all on function security.guard_service(), security.guard_offer() from public;

-- What a provider must know of a person is kept by those who work on the case.
grant update (
    placement_children_along, placement_oldest_boy, placement_needs_access, placement_has_court_order,
    placement_has_identity_papers, placement_security
) on casework.victims to tipsom_app;
