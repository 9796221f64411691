-- The sender and the national desk hand an unplaced need to each other; nobody else sees it, and nobody takes the other's step.
alter table casework.unplaced_needs enable row level security;
create policy unplaced_need_visible_with_its_case on casework.unplaced_needs for select to tipsom_app
    using (exists (select from casework.case_access a where a.case_id = unplaced_needs.case_id and a.unit_id = (select security.my_case_unit())));
create policy unplaced_need_visible_to_national_desk on casework.unplaced_needs for select to tipsom_app
    using ((select security.my_role()) = 'NationalCoordinator');
create policy unplaced_need_handed_on on casework.unplaced_needs for update to tipsom_app
    using (security.sees_case(case_id) or (select security.my_role()) = 'NationalCoordinator');
grant select, update (cause, turn, since, due_at, asked_at, proposed_service_id, note) on casework.unplaced_needs to tipsom_app;

create function security.guard_unplaced_need() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    desk boolean := security.my_role() = 'NationalCoordinator';
begin
    -- The database's own bookkeeping runs inside other triggers.
    if pg_trigger_depth() > 1 then
        return new;
    end if;
    if old.settled_at is not null then
        perform security.refuse('A provider has this need in hand already, or it is no longer open.');
    end if;
    if old.turn = 'National' and new.turn = 'National' then
        perform security.refuse('The national desk was already asked.');
    end if;
    if new.turn = 'National' and not (desk and new.cause = old.cause and new.asked_at is not distinct from old.asked_at
            or security.sees_case(new.case_id) and new.cause in ('NoProviderFits', 'AllDeclined') and new.asked_at is not null) then
        perform security.refuse('The national desk is asked where no provider fits or all have declined.');
    end if;
    if new.turn = 'Sender' and (not desk or old.turn <> 'National') then
        perform security.refuse('It is for the sender to choose a provider now.');
    end if;
    if new.turn = 'Sender' and not exists (
        select from casework.provider_services s where s.id = new.proposed_service_id and s.service = new.service) then
        perform security.refuse('This provider does not offer the service needed.');
    end if;
    return new;
end
$$;
create trigger guard_unplaced_need before update on casework.unplaced_needs for each row execute function security.guard_unplaced_need();

create function security.asked_desk() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    perform security.count_gap(new.need_id, new.cause);
    return null;
end
$$;
create trigger asked_desk after update on casework.unplaced_needs
    for each row when (new.asked_at is distinct from old.asked_at) execute function security.asked_desk();
revoke all on function security.guard_unplaced_need(), security.asked_desk() from public;

alter table casework.service_gaps enable row level security;
create policy gap_visible_with_its_case on casework.service_gaps for select to tipsom_app
    using (exists (select from casework.case_access a where a.case_id = service_gaps.case_id and a.unit_id = (select security.my_case_unit())));
create policy gap_visible_to_national_desk on casework.service_gaps for select to tipsom_app
    using ((select security.my_role()) = 'NationalCoordinator');
grant select on casework.service_gaps to tipsom_app;

-- What the desk found about an override: read by all sides of the referral, written once by the desk in the own name.
alter table casework.override_reviews enable row level security;
create policy override_review_visible_to_its_sides on casework.override_reviews for select to tipsom_app
    using (security.my_side(referral_id) is not null);
create policy override_reviewed_by_national_desk on casework.override_reviews for insert to tipsom_app
    with check (
        security.my_side(referral_id) = 'National'
        and actor_id = (select security.my_user()) and actor_unit_id = (select security.my_unit())
        and exists (select from casework.referrals r where r.id = referral_id and r.override_reason is not null));
create trigger sign_with_own_name before insert on casework.override_reviews for each row execute function security.sign_with_own_name();
grant select, insert on casework.override_reviews to tipsom_app;

create trigger audit_unplaced_needs after insert or update on casework.unplaced_needs for each row execute function audit.record('');
create trigger audit_override_reviews after insert or update on casework.override_reviews for each row execute function audit.record('referral_id');

-- Needs of the version before that are in nobody's hands get their row.
select security.review_need(n.id) from casework.needs n;
