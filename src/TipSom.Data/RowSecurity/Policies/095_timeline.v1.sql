-- A line on the timeline is written with its step, by the side whose step it is: neither before, nor instead, nor by itself.
create function security.guard_referral_event() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    mine text := security.my_side(new.referral_id);
    stands text;
begin
    -- Strangers are refused by the policy a moment later.
    if mine is null then
        return new;
    end if;
    -- Two who answer at once take turns here, so that the second is told what the first has done.
    select r.status into stands from casework.referrals r where r.id = new.referral_id for no key update;
    if new.verb is null then
        if new.status = 'Sent' and stands = 'Sent' then
            return new;
        end if;
    -- The line may be written just before its step or just after it.
    elsif exists (
        select from security.referral_transitions t
        where t.verb = new.verb and t.to_status = new.status and t.side = mine and stands in (t.from_status, t.to_status))
        and not exists (select from casework.referral_events e where e.referral_id = new.referral_id and e.status = new.status) then
        return new;
    end if;
    perform security.refuse(security.how_it_stands(stands));
end
$$;
create trigger guard_referral_event before insert on casework.referral_events
    for each row execute function security.guard_referral_event();

-- Judged at the end of the transaction, when both are there.
create function security.step_has_its_line() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if not exists (select from casework.referral_events e where e.referral_id = new.id and e.status = new.status) then
        perform security.refuse('The timeline tells the steps of a referral and nothing else.');
    end if;
    return null;
end
$$;
create constraint trigger sent_with_its_line after insert on casework.referrals
    deferrable initially deferred for each row execute function security.step_has_its_line();
create constraint trigger step_has_its_line after update on casework.referrals
    deferrable initially deferred for each row when (old.status is distinct from new.status) execute function security.step_has_its_line();

create function security.line_has_its_step() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if not exists (select from casework.referrals r where r.id = new.referral_id and r.status = new.status)
        and not exists (
            select from security.referral_transitions t
            join casework.referral_events e on e.referral_id = new.referral_id and e.verb = t.verb and e.status = t.to_status
            where t.from_status = new.status) then
        perform security.refuse('The timeline tells the steps of a referral and nothing else.');
    end if;
    return null;
end
$$;
create constraint trigger line_has_its_step after insert on casework.referral_events
    deferrable initially deferred for each row execute function security.line_has_its_step();
revoke all on function security.guard_referral_event(), security.step_has_its_line(), security.line_has_its_step() from public;
