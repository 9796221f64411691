-- How a need stands without a provider: null where one has it in hand, nothing more is owed, or it has ended.
create or replace function security.unplaced_cause(wanted uuid) returns text
    language plpgsql stable security definer
    set search_path = pg_catalog
as $$
declare
    need casework.needs;
    last casework.referrals;
    consent casework.consents;
begin
    select * into need from casework.needs n where n.id = wanted;
    if need.ended_at is not null
        or not exists (select from casework.cases c where c.id = need.case_id and c.status = 'Open')
        or exists (
            select from casework.referrals r
            where r.need_id = wanted
                and (r.status in ('Sent', 'Seen', 'InformationRequested', 'Accepted', 'InCare')
                    or r.status = 'Closed' and r.outcome <> 'DidNotArrive')) then
        return null;
    end if;
    -- Who refused or took back consent is not asked again by a machine.
    select * into consent from casework.consents c where c.victim_id = need.victim_id order by c.given_at desc, c.id desc limit 1;
    if consent.id is not null and (not consent.is_given or consent.withdrawn_at is not null) then
        return null;
    end if;
    select * into last from casework.referrals r where r.need_id = wanted and r.status <> 'Rerouted' order by r.status_since desc, r.id desc limit 1;
    return case
        when last.id is null then 'NotSent'
        when last.status in ('Declined', 'DeclineConfirmed') then last.status
        when last.status = 'Closed' then 'DidNotArrive'
        when last.status = 'Withdrawn' and last.withdraw_reason not in ('Safety', 'SentByMistake') then null
        else 'CameBack'
    end;
end
$$;
