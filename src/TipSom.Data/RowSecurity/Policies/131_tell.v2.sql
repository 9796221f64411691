-- Telling people. Only triggers and other functions of the owner call these: nobody can be told something that did not happen.

-- The accounts in use at two units that something concerns. Where the unit itself has nobody, the units above are told: nothing waits unseen.
-- Asked several times at every step: written so that the server keeps its plan.
create function telling.people_at(from_unit uuid, to_unit uuid, audience text) returns setof uuid
    language plpgsql stable security definer
    set search_path = pg_catalog
as $$
declare
    at_unit uuid := case when starts_with(audience, 'Sender') then from_unit else to_unit end;
    -- Those above are told in any case, not only where the unit has nobody.
    with_units_above boolean := audience in ('SenderSupervisors', 'RecipientManagers');
    roles text[] := case audience
        when 'Sender' then array['Officer', 'Supervisor']
        when 'SenderSupervisors' then array['Supervisor']
        when 'Recipient' then array['Caseworker', 'ProviderManager']
        when 'RecipientManagers' then array['ProviderManager']
        when 'NationalDesk' then array['NationalCoordinator']
    end;
begin
    if not with_units_above and audience <> 'NationalDesk' then
        return query select p.id from identity.users p join identity.agencies g on g.id = p.agency_id
            where p.unit_id = at_unit and p.role = any (roles) and p.disabled_at is null and g.is_active;
        if found then
            return;
        end if;
    end if;
    return query select p.id from identity.users p join identity.agencies g on g.id = p.agency_id
        where p.role = any (roles) and p.disabled_at is null and g.is_active
            and (audience = 'NationalDesk' or p.unit_id in (select security.unit_and_above(at_unit)));
end
$$;

-- The accounts in use that a referral concerns.
create function security.people_of(referral uuid, audience text) returns setof uuid
    language plpgsql stable security definer
    set search_path = pg_catalog
as $$
begin
    return query select telling.people_at(r.from_unit_id, r.to_unit_id, audience) from casework.referrals r where r.id = referral;
end
$$;

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
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
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
        and case when write.is_work then coalesce(c.mails_work, true) else coalesce(c.mails_news, true) end;
end
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
