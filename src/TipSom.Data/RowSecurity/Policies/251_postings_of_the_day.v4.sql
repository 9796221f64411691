-- With the day in Asia/Karachi postings begin, and once a week administrators are told of accounts that nobody uses. How much was done.
create function security.postings_of_the_day() returns integer
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    due record;
    done integer := 0;
    week text := to_char(security.today(), 'IYYY"-W"IW');
    administrators uuid[];
begin
    perform security.must_work_as('clocks');
    perform pg_advisory_xact_lock(hashtextextended('postings of the day', 0));
    for due in
        select p.*, u.role as held_role from identity.postings p join identity.users u on u.id = p.user_id
        where p.from_day <= security.today() and coalesce(security.today() < p.until_day, true)
            and (u.unit_id, u.agency_id, u.role) is distinct from (p.unit_id, p.agency_id, p.role)
    loop
        -- By then who was to take the work over may have gone too: then whoever can, of the unit itself first.
        perform security.hand_on_work(due.user_id, security.taker_of(due.user_id, due.work_to_id, false), security.taker_of(due.user_id, due.decisions_to_id, true));
        update identity.users u set unit_id = due.unit_id, agency_id = due.agency_id, role = due.role where u.id = due.user_id;
        done := done + 1;
    end loop;
    for due in
        select distinct a.id from identity.users a
        where a.role = 'AgencyAdministrator' and a.disabled_at is null
            and not exists (select from telling.notifications n where n.user_id = a.id and n.kind = 'AccountsDormant' and n.number = week)
            and exists (
                select from identity.users u
                where u.agency_id = a.agency_id and security.is_dormant(u.id) and a.unit_id in (select security.unit_and_above(u.unit_id)))
    loop
        administrators := administrators || due.id;
        done := done + 1;
    end loop;
    perform security.tell('AccountsDormant', administrators, null, week, false, false);
    return done;
end
$$;

create function security.taker_of(person uuid, chosen uuid, decisions boolean) returns uuid
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select t.id from identity.users u join identity.users t on t.agency_id = u.agency_id
    where u.id = person and security.may_take_over(person, t.id, decisions)
    order by t.id = chosen desc nulls last, t.unit_id = u.unit_id desc, t.id limit 1
$$;

-- In use, came once, and not for 45 days (KeptAccounts.DormantAfter; a test compares them).
create function security.is_dormant(person uuid) returns boolean
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select exists (
        select from identity.users u
        where u.id = person and u.disabled_at is null and u.password_hash is not null
            and coalesce(u.last_signed_in_at, (select min(p.made_at) from identity.postings p where p.user_id = u.id)) < security.moment() - interval '45 days')
$$;
revoke all on function security.postings_of_the_day(), security.taker_of(uuid, uuid, boolean), security.is_dormant(uuid) from public;
grant execute on function security.postings_of_the_day() to tipsom_app;
