-- Two people of two cases are the same. Each side reads the link; those who work on both cases make it, or the answer to a request does.
alter table casework.person_links enable row level security;
create policy link_seen_with_either_case on casework.person_links for select to tipsom_app
    using (security.sees_case(case_id, true) or security.sees_case(other_case_id, true));
create policy link_made_by_who_works_on_both on casework.person_links for insert to tipsom_app
    with check (security.works_on_case(case_id) and security.works_on_case(other_case_id)
        and security.sees_case(case_id, true) and security.sees_case(other_case_id, true)
        and actor_id = (select security.my_user()) and actor_unit_id = (select security.my_unit()));
create policy link_undone_by_who_works_on_either on casework.person_links for update to tipsom_app
    using (undone_at is null and (security.works_on_case(case_id) or security.works_on_case(other_case_id)))
    with check (undone_by_id = (select security.my_user()));
create trigger sign_with_own_name before insert on casework.person_links for each row execute function security.sign_with_own_name();
create trigger audit_person_links after insert or update on casework.person_links for each row execute function audit.record();
grant select, insert, update (undone_at, undone_by_id, undone_because) on casework.person_links to tipsom_app;

-- A line on the timeline of a case that who acts may not write to. The cases follow, so that lists show them.
create function security.note_on_case(case_id uuid, kind text, victim uuid, actor uuid, actor_unit uuid, actor_name text) returns void
    language sql security definer
    set search_path = pg_catalog
as $$
    insert into casework.case_events (id, case_id, kind, at, actor_id, actor_unit_id, actor_name, person)
    select gen_random_uuid(), note_on_case.case_id, note_on_case.kind, security.moment(), note_on_case.actor, note_on_case.actor_unit, note_on_case.actor_name,
        (select v.position from casework.victims v where v.id = note_on_case.victim);
    update casework.cases c set updated_at = security.moment() where c.id = note_on_case.case_id;
$$;

-- The numbers are what the other side reads: they are the cases' own.
create function security.number_link() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    select c.number into new.number from casework.cases c where c.id = new.case_id;
    select c.number into new.other_number from casework.cases c where c.id = new.other_case_id;
    return new;
end
$$;
create trigger number_link before insert on casework.person_links for each row execute function security.number_link();

create function security.note_link() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    what text := case tg_op when 'INSERT' then 'PersonLinked' else 'LinkUndone' end;
    who uuid := case tg_op when 'INSERT' then new.actor_id else new.undone_by_id end;
    actor identity.users;
begin
    select * into actor from identity.users u where u.id = who;
    perform security.note_on_case(new.case_id, what, new.victim_id, actor.id, actor.unit_id, actor.display_name);
    perform security.note_on_case(new.other_case_id, what, new.other_victim_id, actor.id, actor.unit_id, actor.display_name);
    return null;
end
$$;
create trigger note_link after insert on casework.person_links for each row execute function security.note_link();
create trigger note_link_undone after update on casework.person_links
    for each row when (old.undone_at is null and new.undone_at is not null) execute function security.note_link();

-- In which other cases somebody is, as far as the reader sees the link; with a hyphen before those whose case the reader does not see.
create function security.also_in(person uuid) returns text
    language sql stable
    set search_path = pg_catalog
as $$
    select string_agg(distinct case when security.sees_case(o.case_id) then '' else '-' end || o.number, ' ')
    from casework.person_links l, lateral (
        select case when l.victim_id = person then l.other_case_id else l.case_id end as case_id,
            case when l.victim_id = person then l.other_number else l.number end as number) o
    where l.undone_at is null and (l.victim_id = person or l.other_victim_id = person)
$$;

-- What an officer said of somebody who was shown. It concerns the case of who was shown; the person who was added, if one was, is the officer's.
alter table casework.duplicate_choices enable row level security;
create policy choice_seen_with_its_cases on casework.duplicate_choices for select to tipsom_app
    using (security.sees_case(known_case_id, true) or case_id is not null and security.sees_case(case_id, true));
create policy choice_made_in_own_name on casework.duplicate_choices for insert to tipsom_app
    with check (security.sees_case(known_case_id, true) and (case_id is null or security.works_on_case(case_id))
        and actor_id = (select security.my_user()) and actor_unit_id = (select security.my_unit()));
create policy choice_settled_by_who_works_on_it on casework.duplicate_choices for update to tipsom_app
    using (security.works_on_case(case_id));
create trigger sign_with_own_name before insert on casework.duplicate_choices for each row execute function security.sign_with_own_name();
create trigger audit_duplicate_choices after insert or update on casework.duplicate_choices for each row execute function audit.record();
grant select, insert, update (settled_at) on casework.duplicate_choices to tipsom_app;
revoke all on function security.note_on_case(uuid, text, uuid, uuid, uuid, text), security.number_link(), security.note_link(), security.also_in(uuid) from public;
grant execute on function security.also_in(uuid) to tipsom_app;
