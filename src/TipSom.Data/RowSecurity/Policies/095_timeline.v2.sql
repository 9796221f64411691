-- A referral may pass a state more than once, so its lines are numbered: each follows from the one before by a step that exists, taken by
-- the side whose step it is.
create or replace function security.guard_referral_event() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    mine text := security.my_side(new.referral_id);
    stands casework.referrals;
begin
    -- A line written by the database itself, where a referral gives way.
    if new.actor_id is null and pg_trigger_depth() > 1 then
        return new;
    end if;
    -- Strangers are refused by the policy a moment later.
    if mine is null then
        return new;
    end if;
    -- Two who answer at once take turns here, so that the second is told what the first has done.
    select * into stands from casework.referrals r where r.id = new.referral_id for no key update;
    -- The line may be written just before its step or just after it.
    if new.verb is null and new.position = 0 and new.status = 'Sent' and stands.status = 'Sent' and stands.steps = 0
        or (new.position = stands.steps + 1 or new.position = stands.steps and new.status = stands.status) and exists (
            select from security.referral_transitions t
            join casework.referral_events e on e.referral_id = new.referral_id and e.position = new.position - 1 and e.status = t.from_status
            where t.verb = new.verb and t.to_status = new.status and t.side = mine)
        and not exists (select from casework.referral_events e where e.referral_id = new.referral_id and e.position = new.position) then
        return new;
    end if;
    perform security.refuse(security.how_it_stands(stands.status));
end
$$;

create or replace function security.step_has_its_line() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if not exists (select from casework.referral_events e where e.referral_id = new.id and e.position = new.steps and e.status = new.status) then
        perform security.refuse('The timeline tells the steps of a referral and nothing else.');
    end if;
    return null;
end
$$;

create or replace function security.line_has_its_step() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if not exists (select from casework.referrals r where r.id = new.referral_id and r.steps >= new.position) then
        perform security.refuse('The timeline tells the steps of a referral and nothing else.');
    end if;
    return null;
end
$$;
