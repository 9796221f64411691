-- A case is closed when nothing is owed in it any more, and opened again by a supervisor. Both wait for what is being sent from it just now.
create function security.guard_case_status() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(n.id::text, 0))
    from (select id from casework.needs where case_id = new.id order by id) n;
    if new.status = 'Open' then
        if security.my_role() is distinct from 'Supervisor' then
            perform security.refuse('A supervisor opens a closed case again.');
        end if;
        return new;
    end if;
    if exists (
        select from casework.referrals r
        where r.case_id = new.id and r.status in ('Sent', 'Seen', 'InformationRequested', 'Accepted', 'InCare')) then
        perform security.refuse('A referral of this case is not finished.');
    end if;
    -- These reasons say that there is nobody to help here.
    if new.closed_for not in ('LostContact', 'Duplicate', 'EnteredInError')
        and exists (select from casework.unplaced_needs u where u.case_id = new.id and u.settled_at is null) then
        perform security.refuse('A need of this case waits for somebody.');
    end if;
    return new;
end
$$;
create trigger guard_case_status before update on casework.cases
    for each row when (old.status is distinct from new.status) execute function security.guard_case_status();

-- What nobody has in hand yet is sought where the person was found.
create function security.district_corrected() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    update casework.unplaced_needs u
    set district_code = new.district_code, province_code = (select d.province_code from reference.districts d where d.code = new.district_code)
    where u.case_id = new.id and u.settled_at is null;
    return null;
end
$$;
create trigger district_corrected after update on casework.cases
    for each row when (old.district_code is distinct from new.district_code) execute function security.district_corrected();
revoke all on function security.guard_case_status(), security.district_corrected() from public;
grant update (district_code, closed_for) on casework.cases to tipsom_app;

create trigger sign_act before insert on casework.case_status_changes for each row execute function security.sign_act();
call security.guard_case_part('casework.case_status_changes');
