-- One unit asks another whether a person is the same. The asker sees the question and its answer; those who see the record that is asked about
-- see the question; which record that is, only they see.
create function security.is_asked(request uuid) returns boolean
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select exists (
        select from casework.connect_targets t join casework.case_access a on a.case_id = t.case_id
        where t.request_id = request and a.unit_id = (select security.my_case_unit()) and a.works and a.sees_identity)
$$;
create function security.asks(request uuid) returns boolean
    language sql stable security definer
    set search_path = pg_catalog
as $$ select exists (select from casework.connect_requests r where r.id = request and r.actor_id = (select security.my_user()) and r.answer is null) $$;

alter table casework.connect_requests enable row level security;
create policy request_seen_by_both_sides on casework.connect_requests for select to tipsom_app
    using (security.sees_case(case_id, true) or security.is_asked(id));
create policy request_made_by_who_works_on_the_case on casework.connect_requests for insert to tipsom_app
    with check (security.works_on_case(case_id) and security.sees_case(case_id, true) and answer is null and from_case_number is null and to_case_number is null
        and actor_id = (select security.my_user()) and actor_unit_id = (select security.my_unit()) and from_unit_id = (select security.my_unit()));
create policy request_answered_by_who_is_asked on casework.connect_requests for update to tipsom_app
    using (answer is null and security.is_asked(id)) with check (answered_by_id = (select security.my_user()));
create trigger sign_with_own_name before insert on casework.connect_requests for each row execute function security.sign_with_own_name();
create trigger audit_connect_requests after insert or update on casework.connect_requests for each row execute function audit.record();
grant select, insert, update (answer, answered_at, answered_by_id) on casework.connect_requests to tipsom_app;

alter table casework.connect_targets enable row level security;
create policy target_seen_with_its_case on casework.connect_targets for select to tipsom_app using (security.sees_case(case_id, true));
create policy target_named_by_who_asks on casework.connect_targets for insert to tipsom_app with check (security.asks(request_id));
create trigger audit_connect_targets after insert or update on casework.connect_targets for each row execute function audit.record();
grant select, insert on casework.connect_targets to tipsom_app;

-- The unit that holds the record is told that it is asked something; the unit that asked, that it was answered.
create function security.tell_of_target() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    r casework.connect_requests;
    holder uuid := (select c.holding_unit_id from casework.cases c where c.id = new.case_id);
begin
    select * into r from casework.connect_requests q where q.id = new.request_id for update;
    if holder <> r.to_unit_id or r.case_id = new.case_id then
        perform security.refuse('That record is not where it was. Search again.');
    end if;
    perform telling.write('ConnectAsked', array(select p from telling.people_at(holder, holder, 'Sender') p), null, r.number, true, r.purpose = 'Danger', security.moment(), true);
    return null;
end
$$;
create trigger tell_of_target after insert on casework.connect_targets for each row execute function security.tell_of_target();

-- With "the same person" each side learns the other's case number, which opens nothing.
create function security.exchange_numbers() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    new.from_case_number := case when new.answer = 'Same' then (select c.number from casework.cases c where c.id = new.case_id) end;
    new.to_case_number := case when new.answer = 'Same' then (
        select c.number from casework.connect_targets t join casework.cases c on c.id = t.case_id where t.request_id = new.id) end;
    return new;
end
$$;
create trigger exchange_numbers before update on casework.connect_requests for each row execute function security.exchange_numbers();

create function security.connect_answered() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    t casework.connect_targets;
    a identity.users;
begin
    select * into t from casework.connect_targets g where g.request_id = new.id;
    select * into a from identity.users u where u.id = new.answered_by_id;
    if new.answer = 'Same' then
        insert into casework.person_links
            (id, case_id, victim_id, number, other_case_id, other_victim_id, other_number, because, at, actor_id, actor_unit_id, actor_name)
        select gen_random_uuid(), least_case, least(new.victim_id, t.victim_id), '', other_case, greatest(new.victim_id, t.victim_id), '',
            'UnitSaysSo', security.moment(), a.id, a.unit_id, a.display_name
        from (select case when new.victim_id < t.victim_id then new.case_id else t.case_id end as least_case,
            case when new.victim_id < t.victim_id then t.case_id else new.case_id end as other_case) s
        on conflict do nothing;
    end if;
    perform security.note_on_case(new.case_id, 'ConnectAnswered', new.victim_id, a.id, a.unit_id, a.display_name);
    update telling.notifications n set settled_at = security.moment() where n.kind = 'ConnectAsked' and n.number = new.number and n.settled_at is null;
    perform telling.write('ConnectAnswered', array(select p from telling.people_at(new.from_unit_id, new.from_unit_id, 'Sender') p), null, new.number, false, false, security.moment(), true);
    return null;
end
$$;
create trigger connect_answered after update on casework.connect_requests
    for each row when (old.answer is null and new.answer is not null) execute function security.connect_answered();
revoke all on function security.is_asked(uuid), security.asks(uuid), security.tell_of_target(), security.exchange_numbers(), security.connect_answered() from public;
grant execute on function security.is_asked(uuid), security.asks(uuid) to tipsom_app;
