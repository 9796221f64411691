-- Told at once and to all, whether the person is on record or not. Mails carry the number of the access and nothing else.
create function telling.oversight() returns setof uuid
    language sql stable security definer
    set search_path = pg_catalog
as $$ select u.id from identity.users u where u.role in ('Auditor', 'NationalCoordinator') and u.disabled_at is null $$;

create function security.tell_of_emergency(access casework.emergency_accesses) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    holder uuid := (
        select c.holding_unit_id from casework.emergency_targets t join casework.cases c on c.id = t.case_id where t.access_id = access.id);
    own uuid[] := array(select telling.people_at(access.actor_unit_id, null, 'SenderSupervisors'));
    reviewers uuid[];
begin
    if access.granted_at is null then
        perform security.tell(
            'EmergencyToApprove', array(select unnest(own) union select telling.people_at(null, null, 'NationalDesk') except select access.actor_id),
            null, access.number, true, true);
        return;
    end if;
    reviewers := array(
        (select telling.oversight() union select telling.people_at(holder, null, 'SenderSupervisors')) except select unnest(own) except select access.actor_id);
    perform security.tell('EmergencyToReview', reviewers, null, access.number, true, true);
    perform security.tell(
        'EmergencyOpened', array(
            (select unnest(own) union select telling.people_at(holder, null, 'Sender')) except select unnest(reviewers) except select access.actor_id),
        null, access.number, true, true);
end
$$;

-- An approval was given, or a review: what was asked of people is done, and who asked is told.
create function security.emergency_done(access uuid, asked text, kind text) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    a casework.emergency_accesses;
begin
    select * into a from casework.emergency_accesses e where e.id = access;
    update telling.notifications n set settled_at = security.moment() where n.kind = asked and n.number = a.number and n.settled_at is null;
    perform security.tell(
        emergency_done.kind, array(select a.actor_id union select telling.people_at(a.actor_unit_id, null, 'SenderSupervisors')), null, a.number, false, false);
end
$$;
revoke all on function telling.oversight(), security.tell_of_emergency(casework.emergency_accesses), security.emergency_done(uuid, text, text) from public;
