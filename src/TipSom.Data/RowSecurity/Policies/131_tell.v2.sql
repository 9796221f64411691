-- Telling people. Only triggers and other functions of the owner call these: nobody can be told something that did not happen.

-- The accounts in use at two units that something concerns. Where the unit itself has nobody, the units above are told: nothing waits unseen.
create function telling.people_at(from_unit uuid, to_unit uuid, audience text) returns setof uuid
    language sql stable security definer
    set search_path = pg_catalog
as $$
    with asked as (
        select u as unit_id, u = at_unit as is_itself, roles, only_itself
        from (
            select from_unit as at_unit, array['Officer', 'Supervisor'] as roles, true as only_itself where audience = 'Sender'
            union all select from_unit, array['Supervisor'], false where audience = 'SenderSupervisors'
            union all select to_unit, array['Caseworker', 'ProviderManager'], true where audience = 'Recipient'
            union all select to_unit, array['ProviderManager'], false where audience = 'RecipientManagers'
        ) a, security.unit_and_above(a.at_unit) u
    ),
    found as (
        select p.id, a.is_itself, a.only_itself from asked a
        join identity.users p on p.unit_id = a.unit_id and p.role = any (a.roles)
        join identity.agencies g on g.id = p.agency_id
        where p.disabled_at is null and g.is_active
    )
    select f.id from found f where f.is_itself or not f.only_itself or not exists (select from found where is_itself)
    union
    select p.id from identity.users p join identity.agencies g on g.id = p.agency_id
    where audience = 'NationalDesk' and p.role = 'NationalCoordinator' and p.disabled_at is null and g.is_active
$$;

-- The accounts in use that a referral concerns.
create function security.people_of(referral uuid, audience text) returns setof uuid
    language sql stable security definer
    set search_path = pg_catalog
as $$ select telling.people_at(r.from_unit_id, r.to_unit_id, audience) from casework.referrals r where r.id = referral $$;

-- When somebody with these quiet hours (Asia/Karachi) may be written to.
create function telling.after_quiet_hours(at timestamptz, quiet_from time, quiet_to time) returns timestamptz
    language sql immutable
    set search_path = pg_catalog
as $$
    select case
        when quiet_from < quiet_to and l.hour >= quiet_from and l.hour < quiet_to then (l.day + quiet_to) at time zone 'Asia/Karachi'
        when quiet_from > quiet_to and l.hour >= quiet_from then (l.day + 1 + quiet_to) at time zone 'Asia/Karachi'
        when quiet_from > quiet_to and l.hour < quiet_to then (l.day + quiet_to) at time zone 'Asia/Karachi'
        else at
    end
    from (select (at at time zone 'Asia/Karachi')::date as day, (at at time zone 'Asia/Karachi')::time as hour) l
$$;

-- Writes the notifications and, where asked, the mails that each person wants. Never for who acts, never for an account not in use.
-- What the owner does (seeding) is history: nobody is written to about it.
create function telling.write(
    kind text, people uuid[], referral uuid, number text, is_work boolean, is_urgent boolean, at timestamptz, by_mail boolean,
    unplaced uuid default null) returns void
    language sql security definer
    set search_path = pg_catalog
as $$
    with told as (
        insert into telling.notifications (id, user_id, kind, referral_id, unplaced_need_id, number, made_at, is_work, is_urgent)
        select gen_random_uuid(), u.id, write.kind, write.referral, write.unplaced, write.number, least(write.at, security.moment()),
            write.is_work, write.is_urgent
        from identity.users u join identity.agencies g on g.id = u.agency_id
        where u.id = any (write.people) and u.id is distinct from security.my_user() and u.disabled_at is null and g.is_active
        returning user_id, made_at
    )
    insert into telling.outbox (id, user_id, culture, kind, is_work, is_urgent, number, is_referral, made_at, not_before, attempts)
    select gen_random_uuid(), u.id, coalesce(u.culture, 'en-PK'), write.kind, write.is_work, write.is_urgent, write.number,
        write.referral is not null, told.made_at,
        case when write.is_urgent then told.made_at else telling.after_quiet_hours(told.made_at, c.quiet_from, c.quiet_to) end, 0
    from told join identity.users u on u.id = told.user_id left join telling.mail_choices c on c.user_id = u.id
    where write.by_mail and session_user = 'tipsom_app' and u.email <> ''
        and case when write.is_work then coalesce(c.mails_work, true) else coalesce(c.mails_news, true) end
$$;

-- Tells people in the portal and by mail. The moment may be given, but never one to come.
create function security.tell(
    kind text, people uuid[], referral uuid, number text, is_work boolean, is_urgent boolean, at timestamptz default null) returns void
    language sql security definer
    set search_path = pg_catalog
as $$ select telling.write(kind, people, referral, number, is_work, is_urgent, coalesce(at, security.moment()), true) $$;

-- What was asked of people about a referral is done. Null: of every kind but the review of an override, which no step replaces.
create function security.settle(referral uuid, kinds text[] default null, at timestamptz default null) returns void
    language sql security definer
    set search_path = pg_catalog
as $$
    update telling.notifications n set settled_at = least(coalesce(settle.at, security.moment()), security.moment())
    where n.referral_id = settle.referral and n.is_work and n.settled_at is null and case when settle.kinds is null then n.kind <> 'OverrideToReview' else n.kind = any (settle.kinds) end
$$;
revoke all on function telling.people_at(uuid, uuid, text), security.people_of(uuid, text), telling.after_quiet_hours(timestamptz, time, time),
    telling.write(text, uuid[], uuid, text, boolean, boolean, timestamptz, boolean, uuid),
    security.tell(text, uuid[], uuid, text, boolean, boolean, timestamptz), security.settle(uuid, text[], timestamptz) from public;
