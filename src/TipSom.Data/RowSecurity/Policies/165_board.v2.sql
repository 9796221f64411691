-- The board's acts and figures that cross what its reader may read row by row. Each function asks first who calls, and tells no identity.

-- Tells those whose turn it is once more, at most once in an hour.
create function security.remind(referral uuid) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    r casework.referrals;
    asked uuid[];
begin
    if not coalesce(security.my_side(referral) in ('Sender', 'National') and security.my_role() in ('Supervisor', 'NationalCoordinator'), false) then
        raise insufficient_privilege using message = 'only who reads the board of a referral reminds';
    end if;
    -- Two who remind at once take turns here.
    select * into r from casework.referrals f where f.id = referral for no key update;
    if r.status not in ('Sent', 'Seen', 'InformationRequested', 'Accepted', 'Declined', 'DeclineConfirmed')
        or exists (select from casework.referral_access a where a.referral_id = r.id and a.is_settled) then
        perform security.refuse('Nobody owes a step under this referral now.');
    end if;
    if exists (
        select from telling.notifications n
        where n.referral_id = r.id and n.kind = 'Reminded' and n.made_at > security.moment() - interval '1 hour') then
        perform security.refuse('Those whose turn it is were reminded within the last hour.');
    end if;
    select array_agg(distinct p) into asked
    from unnest(case
        when r.status in ('Sent', 'Seen', 'Accepted') then array['Recipient', 'RecipientManagers']
        when r.status = 'DeclineConfirmed' then array['NationalDesk']
        else array['Sender', 'SenderSupervisors']
    end) audience, security.people_of(r.id, audience) p
    where p <> security.my_user();
    if asked is null then
        perform security.refuse('Nobody there has an account in use. Call by telephone.');
    end if;
    perform security.tell('Reminded', asked, r.id, r.number, true, r.urgency = 'Emergency');
end
$$;

-- Why a referral still waits: what those whose turn it is were told last, and when. Not whom.
create function security.last_told(referrals uuid[]) returns table (referral_id uuid, kind text, at timestamptz)
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select distinct on (n.referral_id) n.referral_id, n.kind::text, n.made_at from telling.notifications n
    where n.referral_id = any (referrals) and n.kind in ('Reminder', 'Overdue', 'Escalated', 'ArrivalMissed', 'Reminded')
        and security.my_side(n.referral_id) in ('Sender', 'National')
    order by n.referral_id, n.made_at desc
$$;

-- How long each stage took for referrals sent since a moment, in hours and without pauses, and where it takes longest. Of the moment a
-- case was logged the national desk reads nothing else. Places with fewer than five are left out: one person would show through.
create function security.stage_times(province text, provider uuid, since timestamptz)
    returns table (place text, name_en text, name_ur text, stage text, count integer, declined integer, median float8, nine_in_ten float8)
    language plpgsql stable security definer
    set search_path = pg_catalog
as $$
begin
    -- Planned for the period asked: planned without knowing it, the server would read every case there is for those of a month.
    return query execute $figures$
    with sent as materialized (
        select a.province_code, r.to_agency_id, r.from_unit_id, r.decline_reason is not null as is_declined,
            extract(epoch from case
                when not exists (select from casework.referrals e where e.need_id = r.need_id and e.sent_at < r.sent_at) then r.sent_at - c.logged_at
            end)::float8 / 3600 as logged_to_sent,
            extract(epoch from r.seen_at - r.sent_at)::float8 / 3600 as sent_to_seen,
            extract(epoch from r.answered_at - r.seen_at - r.paused_for)::float8 / 3600 as seen_to_answered,
            extract(epoch from r.answered_at - r.sent_at - r.paused_for)::float8 / 3600 as sent_to_answered,
            extract(epoch from r.arrived_at - r.answered_at)::float8 / 3600 as answered_to_arrived
        from casework.referral_access a join casework.referrals r on r.id = a.referral_id join casework.cases c on c.id = r.case_id
        where a.unit_id = (select security.my_unit()) and a.side = (select security.my_referral_side())
            and (select security.my_role()) in ('Supervisor', 'NationalCoordinator')
            and a.sent_at >= $3 and a.status <> 'Voided'
            and ($1 is null or a.province_code = $1)
            and ($2 is null or r.to_agency_id = $2)
    ),
    taken as (
        select null as place, null as name_en, null as name_ur, 'LoggedToSent' as stage, count(logged_to_sent) as n, 0::bigint as no,
            percentile_cont(array[0.5, 0.9]) within group (order by logged_to_sent) as hours from sent
        union all select null, null, null, 'SentToSeen', count(sent_to_seen), 0,
            percentile_cont(array[0.5, 0.9]) within group (order by sent_to_seen) from sent
        union all select null, null, null, 'SeenToAnswered', count(seen_to_answered), 0,
            percentile_cont(array[0.5, 0.9]) within group (order by seen_to_answered) from sent
        union all select null, null, null, 'SentToAnswered', count(sent_to_answered), count(sent_to_answered) filter (where is_declined),
            percentile_cont(array[0.5, 0.9]) within group (order by sent_to_answered) from sent
        union all select null, null, null, 'AnsweredToArrived', count(answered_to_arrived), 0,
            percentile_cont(array[0.5, 0.9]) within group (order by answered_to_arrived) from sent
        union all (select 'Province', p.name_en, p.name_ur, 'SentToAnswered', count(sent_to_answered), 0,
            percentile_cont(array[0.5, 0.9]) within group (order by sent_to_answered)
            from sent s join reference.provinces p on p.code = s.province_code
            group by p.code, p.name_en, p.name_ur having count(sent_to_answered) >= 5 order by 7 desc limit 3)
        union all (select 'Provider', g.name_en, g.name_ur, 'SentToAnswered', count(sent_to_answered), 0,
            percentile_cont(array[0.5, 0.9]) within group (order by sent_to_answered)
            from sent s join identity.agencies g on g.id = s.to_agency_id
            group by g.id, g.name_en, g.name_ur having count(sent_to_answered) >= 5 order by 7 desc limit 3)
        union all (select 'Station', u.name_en, u.name_ur, 'LoggedToSent', count(logged_to_sent), 0,
            percentile_cont(array[0.5, 0.9]) within group (order by logged_to_sent)
            from sent s join identity.units u on u.id = s.from_unit_id
            group by u.id, u.name_en, u.name_ur having count(logged_to_sent) >= 5 order by 7 desc limit 3)
    )
    select t.place, t.name_en::text, t.name_ur::text, t.stage, t.n::integer, t.no::integer, t.hours[1], t.hours[2] from taken t
    $figures$ using province, provider, since;
end
$$;
revoke all on function security.remind(uuid), security.last_told(uuid[]), security.stage_times(text, uuid, timestamptz) from public;
grant execute on function security.remind(uuid), security.last_told(uuid[]), security.stage_times(text, uuid, timestamptz) to tipsom_app;
