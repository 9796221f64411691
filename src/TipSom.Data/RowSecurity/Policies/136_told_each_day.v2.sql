-- What comes with a day and not with a step: agreements that end, parts of plans that are due, people to be asked how they are. Each is
-- marked and told in one transaction, so it is told once, whoever asks twice; what was missed while nothing ran is told now.
create function security.tell_of_the_day(at timestamptz) returns integer
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
    return told;
end
$$;

-- Once no part that was due is open, and no question that was asked waits, nobody is asked for it any more.
create function telling.due_is_done() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if tg_table_name = 'care_plan_items' then
        if not exists (
            select from casework.care_plan_items i
            where i.referral_id = new.referral_id and i.reminded_at is not null and i.done_at is null and i.dropped_at is null) then
            perform security.settle(new.referral_id, array['PlanDue']);
        end if;
    elsif not exists (
        select from casework.follow_ups f
        where f.referral_id = new.referral_id and f.asked_at is not null and f.answer is null and f.cancelled_at is null) then
        perform security.settle(new.referral_id, array['FollowUpDue']);
    end if;
    return null;
end
$$;
create trigger due_is_done after update of done_at, dropped_at on casework.care_plan_items for each row execute function telling.due_is_done();
create trigger due_is_done after update of answer, cancelled_at on casework.follow_ups for each row execute function telling.due_is_done();
revoke all on function security.tell_of_the_day(timestamptz), telling.due_is_done() from public;
grant execute on function security.tell_of_the_day(timestamptz) to tipsom_app;
