-- With the day comes, once a week, that others looked.
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
    return told + telling.tell_of_legal_deadlines(moment) + telling.tell_of_looks(moment);
end
$$;
