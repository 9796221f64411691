-- Who is accepted holds a place until the referral leaves care: counted here, in the transaction of the step, whoever takes it.
-- The history is written with each change by these functions alone and read by the provider's own people.
alter table casework.place_changes enable row level security;
create policy place_change_visible_to_its_unit_and_above on casework.place_changes for select to tipsom_app
    using (security.keeps_services_of(unit_id));
grant select on casework.place_changes to tipsom_app;

create function security.note_places(s casework.provider_services, kind text, referral uuid, took boolean) returns void
    language sql security definer
    set search_path = pg_catalog
as $$
    insert into casework.place_changes
        (provider_service_id, unit_id, agency_id, at, kind, referral_id, took_free_place, places_total, places_free, places_held, actor_id)
    values (s.id, s.unit_id, s.agency_id, case when kind = 'Confirmed' then s.places_confirmed_at else security.moment() end, kind, referral, took,
        s.places_total, s.places_free, s.places_held, case when kind = 'Confirmed' then s.places_confirmed_by_id else security.my_user() end)
$$;

create function security.places_confirmed() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    perform security.note_places(new, 'Confirmed', null, false);
    return null;
end
$$;
create trigger places_known after insert on casework.provider_services
    for each row when (new.places_confirmed_at is not null) execute function security.places_confirmed();
create trigger places_confirmed after update on casework.provider_services
    for each row when (new.places_confirmed_at is not null and old.places_confirmed_at is distinct from new.places_confirmed_at)
    execute function security.places_confirmed();

create function security.hold_place() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    holds boolean := new.status in ('Accepted', 'InCare');
    s casework.provider_services;
    -- Whether a free place goes with it: who is taken in beyond the last one takes none, and gives none back.
    took boolean;
begin
    if holds = (old.status in ('Accepted', 'InCare')) then
        return null;
    end if;
    -- Two who accept at once take turns here.
    select * into s from casework.provider_services p where p.id = new.provider_service_id for no key update;
    if s.places_total is null then
        return null;
    end if;
    if holds then
        took := s.places_free > 0;
    else
        select c.took_free_place into took from casework.place_changes c
        where c.referral_id = new.id and c.kind = 'Held'
            and not exists (select from casework.place_changes r where r.referral_id = new.id and r.kind = 'Released' and r.at >= c.at)
        order by c.at desc limit 1;
        if took is null then
            return null;
        end if;
    end if;
    update casework.provider_services p
    set places_held = greatest(p.places_held + case when holds then 1 else -1 end, 0),
        places_free = greatest(least(p.places_free + case when not took then 0 when holds then -1 else 1 end, p.places_total), 0)
    where p.id = s.id returning * into s;
    perform security.note_places(s, case when holds then 'Held' else 'Released' end, new.id, took);
    return null;
end
$$;
create trigger hold_place after update of status on casework.referrals for each row execute function security.hold_place();
revoke all on function security.note_places(casework.provider_services, text, uuid, boolean), security.places_confirmed(), security.hold_place() from public;

-- Who was accepted before places were held gives a place back like everybody else.
insert into casework.place_changes
    (provider_service_id, unit_id, agency_id, at, kind, referral_id, took_free_place, places_total, places_free, places_held, actor_id)
select s.id, s.unit_id, s.agency_id, r.answered_at, 'Held', r.id, s.places_free < s.places_total, s.places_total, s.places_free, 0, null
from casework.referrals r join casework.provider_services s on s.id = r.provider_service_id
where r.status in ('Accepted', 'InCare') and s.places_total is not null;
update casework.provider_services s set places_held = held.count
from (select c.provider_service_id, count(*) from casework.place_changes c where c.kind = 'Held' group by 1) held
where held.provider_service_id = s.id;
