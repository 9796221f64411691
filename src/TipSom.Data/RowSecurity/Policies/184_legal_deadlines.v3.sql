-- Time limits of the law are told to who holds the case, each twice at most: when it comes near, and when it has passed. What is told names a
-- case and nothing else, and only while its unit still sees the case.
drop policy notification_visible_to_who_was_told on telling.notifications;
create policy notification_visible_to_who_was_told on telling.notifications for select to tipsom_app
    using (user_id = (select security.my_user()) and (referral_id is null or exists (
        select from casework.referral_access a
        where a.referral_id = notifications.referral_id and a.unit_id = (select security.my_unit())
            and a.side = (select security.my_referral_side())))
        and (unplaced_need_id is null or exists (select from casework.unplaced_needs u where u.id = unplaced_need_id))
        and (case_id is null or exists (
            select from casework.case_access a where a.case_id = notifications.case_id and a.unit_id = (select security.my_case_unit()))));

create or replace function telling.work_of(person uuid, unit uuid) returns integer
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select count(distinct coalesce(n.unplaced_need_id::text, n.number))::integer from telling.notifications n
    where n.user_id = person and n.is_work and n.settled_at is null
        and (n.referral_id is null
            or exists (select from casework.referral_access a where a.referral_id = n.referral_id and a.unit_id = unit))
        and (n.case_id is null or exists (select from casework.case_access a where a.case_id = n.case_id and a.unit_id = unit))
        and (n.unplaced_need_id is null
            or exists (select from identity.users u where u.id = person and u.role = 'NationalCoordinator')
            or exists (
                select from casework.unplaced_needs u join casework.case_access a on a.case_id = u.case_id
                where u.id = n.unplaced_need_id and a.unit_id = unit))
$$;

create function telling.tell_of_legal_deadlines(moment timestamptz) returns integer
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    due record;
    told integer := 0;
begin
    for due in
        with late as (
            update casework.legal_deadlines d set told_late_at = moment, reminded_at = coalesce(d.reminded_at, moment)
            from casework.cases c
            where c.id = d.case_id and c.status = 'Open' and d.met_at is null and d.remind_at <= moment and d.due_at <= moment and d.told_late_at is null
            returning c.id, c.number, c.holding_unit_id, 'LegalDeadlinePassed' as kind
        ), near as (
            update casework.legal_deadlines d set reminded_at = moment
            from casework.cases c
            where c.id = d.case_id and c.status = 'Open' and d.met_at is null and d.remind_at <= moment and d.due_at > moment and d.reminded_at is null
            returning c.id, c.number, c.holding_unit_id, 'LegalDeadlineNear' as kind
        )
        select * from late union select * from near
    loop
        perform telling.write(due.kind, array(select telling.people_at(due.holding_unit_id, null, 'Sender')), null, due.number, true, false, moment, true);
        update telling.notifications n set case_id = due.id
        where n.case_id is null and n.referral_id is null and n.kind = due.kind and n.number = due.number;
        told := told + 1;
    end loop;
    return told;
end
$$;

-- Once nothing that was told of runs any more, nobody is asked for it.
create function telling.legal_deadline_is_met() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if not exists (select from casework.legal_deadlines d where d.case_id = new.case_id and d.met_at is null and d.reminded_at is not null) then
        update telling.notifications n set settled_at = security.moment()
        where n.case_id = new.case_id and n.kind in ('LegalDeadlineNear', 'LegalDeadlinePassed') and n.is_work and n.settled_at is null;
    end if;
    return null;
end
$$;
create trigger legal_deadline_is_met after update of met_at on casework.legal_deadlines for each row execute function telling.legal_deadline_is_met();

create or replace function security.tell_of_the_day(at timestamptz) returns integer
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    moment timestamptz := telling.no_later_than_now(at);
    day date := (moment at time zone 'Asia/Karachi')::date;
    due record;
    told integer := 0;
begin
    if security.my_user() is not null then
        return 0;
    end if;
    for due in select * from security.agreements_to_remind(day) loop
        perform security.tell('AgreementEnding', array(
            select p.id from identity.users p
            where p.role in ('NationalCoordinator', 'NationalAdministrator')
                or p.role in ('Supervisor', 'AgencyAdministrator') and p.agency_id = due.lead_agency_id and p.unit_id in (
                    select u.id from identity.units u where u.parent_id is null)
                or p.role in ('ProviderManager', 'AgencyAdministrator') and p.agency_id = due.provider_agency_id
        ), null, due.number, true, false, moment);
        told := told + 1;
    end loop;
    for due in select distinct r.id, r.number from security.plan_items_due(day) p join casework.referrals r on r.id = p.referral_id loop
        perform security.tell('PlanDue', array(select security.people_of(due.id, 'Recipient')), due.id, due.number, true, false, moment);
        told := told + 1;
    end loop;
    for due in select distinct r.id, r.number from security.follow_ups_due(day) f join casework.referrals r on r.id = f.referral_id loop
        perform security.tell('FollowUpDue', array(select security.people_of(due.id, 'Recipient')), due.id, due.number, true, false, moment);
        told := told + 1;
    end loop;
    return told + telling.tell_of_legal_deadlines(moment);
end
$$;
revoke all on function telling.tell_of_legal_deadlines(timestamptz), telling.legal_deadline_is_met() from public;
