-- A referral is seen from three sides: the unit that sent it, the unit it is addressed to (each with the units above), and the
-- national desk. It holds no identity.
create function security.referral_sent() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    insert into casework.referral_access
        (referral_id, unit_id, side, status, is_settled, status_since, due_at, sent_at, province_code)
    select new.id, seen_by.unit_id, seen_by.side, new.status, new.status in ('Closed', 'Withdrawn'),
        new.status_since, new.due_at, new.sent_at, d.province_code
    from (
        select u as unit_id, 'Sender' as side from security.unit_and_above(new.from_unit_id) u
        union all
        select u, 'Recipient' from security.unit_and_above(new.to_unit_id) u
        union all
        select id, 'National' from identity.units where kind = 'NationalDesk'
    ) seen_by
    join reference.districts d on d.code = new.district_code;
    -- A new referral for a need settles the declined ones before it.
    update casework.referral_access a set is_settled = true
    from casework.referrals r
    where r.need_id = new.need_id and r.status = 'Declined' and a.referral_id = r.id and not a.is_settled;
    return null;
end
$$;
create trigger referral_sent after insert on casework.referrals for each row execute function security.referral_sent();

create function security.referral_changed() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    update casework.referral_access
    set status = new.status, is_settled = new.status in ('Closed', 'Withdrawn'), status_since = new.status_since, due_at = new.due_at
    where referral_id = new.id;
    -- The provider cannot see the identity copy before it accepts, so this is where its disclosure is noted.
    if new.status = 'Accepted' then
        update casework.disclosures set disclosed_at = new.status_since where referral_id = new.id and disclosed_at is null;
    end if;
    return null;
end
$$;
create trigger referral_changed after update of status, status_since, due_at on casework.referrals
    for each row when (old.status is distinct from new.status or old.due_at is distinct from new.due_at)
    execute function security.referral_changed();

-- The first number no case and no referral has, across agencies; whether a number exists is the only thing it tells, as the unique
-- index would.
create function security.first_free_number(candidates text[]) returns text
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select c from unnest(candidates) with ordinality as t (c, place)
    where not exists (select from casework.cases where number = c) and not exists (select from casework.referrals where number = c)
    order by place limit 1
$$;
revoke all on function security.first_free_number(text[]) from public;
grant execute on function security.first_free_number(text[]) to tipsom_app;

-- From which side do I see this referral? Null: not at all.
create function security.my_side(id uuid) returns text
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select a.side from casework.referral_access a
    where a.referral_id = id and a.unit_id = (select security.my_unit()) and a.side = (select security.my_referral_side())
$$;
revoke all on function security.referral_sent(), security.referral_changed(), security.my_side(uuid) from public;
grant execute on function security.my_side(uuid) to tipsom_app;

alter table casework.referral_access enable row level security;
create policy referral_access_of_own_unit on casework.referral_access for select to tipsom_app
    using (unit_id = (select security.my_unit()) and side = (select security.my_referral_side()));
grant select on casework.referral_access to tipsom_app;

alter table casework.referrals enable row level security;
-- The second half is what a referral being inserted is judged by: its access rows come a moment later.
create policy referral_visible_to_its_sides on casework.referrals for select to tipsom_app
    using (exists (select from casework.referral_access a
            where a.referral_id = id and a.unit_id = (select security.my_unit()) and a.side = (select security.my_referral_side()))
        or security.sees_case(case_id));
-- Foreign keys bypass row security, so the policy asks for the case; keys tie victim, need and consent to it.
create policy referral_sent_by_who_works_on_the_case on casework.referrals for insert to tipsom_app
    with check (status = 'Sent' and security.sees_case(case_id, true));
create policy referral_changed_by_its_two_sides on casework.referrals for update to tipsom_app
    using (security.my_side(id) in ('Sender', 'Recipient'));
grant select, insert, update (
    status, status_since, due_at, seen_at, answered_at, arrival_expected_at, arrived_at, ended_at,
    wrong_arrival_codes, arrival_slip, decline_reason, withdraw_reason, outcome, note
) on casework.referrals to tipsom_app;

alter table casework.referral_events enable row level security;
create policy referral_event_visible_to_its_sides on casework.referral_events for select to tipsom_app
    using (exists (select from casework.referral_access a
        where a.referral_id = referral_events.referral_id and a.unit_id = (select security.my_unit())
            and a.side = (select security.my_referral_side())));
create policy referral_event_written_in_own_name on casework.referral_events for insert to tipsom_app
    with check (
        security.my_side(referral_id) in ('Sender', 'Recipient')
        and actor_id = (select security.my_user()) and actor_unit_id = (select security.my_unit()));
create trigger sign_with_own_name before insert on casework.referral_events
    for each row execute function security.sign_with_own_name();
grant select, insert on casework.referral_events to tipsom_app;
