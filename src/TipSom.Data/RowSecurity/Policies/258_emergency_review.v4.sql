-- Two more people: who lets somebody open one more within thirty days, and who looks at every opening afterwards.
create function security.may_approve_emergency(access uuid) returns boolean
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select exists (
        select from casework.emergency_accesses a, security.me() me
        where a.id = access and (me.role = 'NationalCoordinator'
            or me.role = 'Supervisor' and me.unit_id in (select security.unit_and_above(a.actor_unit_id))))
$$;

-- Oversight, or a supervisor over those who hold the case; not one over who asked.
create function security.may_review_emergency(access uuid) returns boolean
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select exists (
        select from casework.emergency_accesses a join casework.emergency_targets t on t.access_id = a.id
            left join casework.cases c on c.id = t.case_id, security.me() me
        where a.id = access and (me.role in ('Auditor', 'NationalCoordinator')
            or me.role = 'Supervisor' and me.unit_id in (select security.unit_and_above(c.holding_unit_id))
                and me.unit_id not in (select security.unit_and_above(a.actor_unit_id))))
$$;

create function security.guard_emergency_approval() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    a casework.emergency_accesses;
begin
    select * into a from casework.emergency_accesses e where e.id = new.access_id for update;
    new.at := security.moment();
    if a.actor_id = new.actor_id then
        perform security.refuse('Somebody else approves this: not who asks.');
    end if;
    if a.granted_at is not null or new.at >= a.at + interval '24 hours' then
        perform security.refuse('This request waits for no approval any more.');
    end if;
    if not exists (select from identity.users u join identity.agencies g on g.id = u.agency_id where u.id = a.actor_id and g.allows_emergency_opening) then
        perform security.refuse('Your agency has switched opening in an emergency off. Call the unit that holds the case, or the national desk.');
    end if;
    return new;
end
$$;
create trigger guard_emergency_approval before insert on casework.emergency_approvals for each row execute function security.guard_emergency_approval();

-- The hour begins with the approval.
create function security.emergency_approved() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    a casework.emergency_accesses;
begin
    update casework.emergency_accesses e set granted_at = new.at, ends_at = new.at + interval '60 minutes' where e.id = new.access_id returning * into a;
    perform security.emergency_done(a.id, 'EmergencyToApprove', 'EmergencyApproved');
    perform security.tell_of_emergency(a);
    return null;
end
$$;
create trigger emergency_approved after insert on casework.emergency_approvals for each row execute function security.emergency_approved();

create function security.guard_emergency_review() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    a casework.emergency_accesses;
begin
    select * into a from casework.emergency_accesses e where e.id = new.access_id for update;
    new.at := security.moment();
    if a.granted_at is null then
        perform security.refuse('Nothing was granted; there is nothing to review.');
    end if;
    if a.actor_id = new.actor_id or exists (select from casework.emergency_approvals p where p.access_id = a.id and p.actor_id = new.actor_id) then
        perform security.refuse('Somebody else reviews this: not who asked for it, and not who approved it.');
    end if;
    if exists (select from casework.emergency_reviews r where r.access_id = a.id) then
        perform security.refuse('This was reviewed already.');
    end if;
    return new;
end
$$;
create trigger guard_emergency_review before insert on casework.emergency_reviews for each row execute function security.guard_emergency_review();

create function security.emergency_reviewed() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$ begin perform security.emergency_done(new.access_id, 'EmergencyToReview', 'EmergencyReviewed'); return null; end $$;
create trigger emergency_reviewed after insert on casework.emergency_reviews for each row execute function security.emergency_reviewed();

alter table casework.emergency_approvals enable row level security;
create policy approval_seen_with_its_emergency on casework.emergency_approvals for select to tipsom_app using (security.follows_emergency(access_id));
create policy approval_given_in_own_name on casework.emergency_approvals for insert to tipsom_app
    with check (actor_id = (select security.my_user()) and actor_unit_id = (select security.my_unit()) and security.may_approve_emergency(access_id));
alter table casework.emergency_reviews enable row level security;
create policy review_seen_with_its_emergency on casework.emergency_reviews for select to tipsom_app using (security.follows_emergency(access_id));
create policy review_written_in_own_name on casework.emergency_reviews for insert to tipsom_app
    with check (actor_id = (select security.my_user()) and actor_unit_id = (select security.my_unit()) and security.may_review_emergency(access_id));
create trigger sign_with_own_name before insert on casework.emergency_approvals for each row execute function security.sign_with_own_name();
create trigger sign_with_own_name before insert on casework.emergency_reviews for each row execute function security.sign_with_own_name();
create trigger audit_emergency_approvals after insert or update on casework.emergency_approvals for each row execute function audit.record('access_id');
create trigger audit_emergency_reviews after insert or update on casework.emergency_reviews for each row execute function audit.record('access_id');
grant select, insert on casework.emergency_approvals, casework.emergency_reviews to tipsom_app;
revoke all on function security.may_approve_emergency(uuid), security.may_review_emergency(uuid), security.guard_emergency_approval(),
    security.emergency_approved(), security.guard_emergency_review(), security.emergency_reviewed() from public;
grant execute on function security.may_approve_emergency(uuid), security.may_review_emergency(uuid) to tipsom_app;
