-- Is it allowed now? With every verb, several providers asked together, and the override of a missing agreement.
create or replace function security.how_it_stands(status text) returns text
    language sql immutable
    set search_path = pg_catalog
as $$
    select case status
        when 'Sent' then 'This referral was sent and has not been opened yet. Open it first.'
        when 'Seen' then 'This referral was opened and waits for an answer.'
        when 'InformationRequested' then 'Information was asked and has not been given yet.'
        when 'Accepted' then 'This referral was already accepted.'
        when 'InCare' then 'The person has already arrived under this referral.'
        when 'Closed' then 'This referral is already closed.'
        when 'Declined' then 'This referral was already declined.'
        when 'DeclineConfirmed' then 'The decline of this referral was confirmed by the national desk.'
        when 'Rerouted' then 'This referral was declined and the need was sent to another provider.'
        when 'Withdrawn' then 'This referral was already withdrawn by the sender.'
        when 'Voided' then 'This referral was entered in error and is void.'
    end
$$;

-- Why a referral cannot rest on what it says it rests on; null when it can.
create function security.ground_refusal(r casework.referrals) returns text
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    return coalesce(
        case
            when r.override_reason is null then security.agreement_refusal(r)
            when exists (select from casework.override_reviews o where o.referral_id = r.id and not o.is_upheld)
                then 'The national desk reviewed the emergency override and did not uphold it.'
        end,
        security.consent_refusal(r));
end
$$;

create or replace function security.guard_new_referral() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    held casework.cases;
    refusal text;
begin
    -- Who does not work on the case is refused by the policy a moment later, and learns nothing of it here.
    if session_user = 'tipsom_app' and not security.sees_case(new.case_id, true) then
        return new;
    end if;
    perform pg_advisory_xact_lock(hashtextextended(new.need_id::text, 0));
    select * into held from casework.cases where id = new.case_id;
    if held.status <> 'Open' then
        perform security.refuse('This case is closed. Reopen it to refer a person.');
    end if;
    if held.holding_unit_id <> new.from_unit_id or held.district_code <> new.district_code then
        perform security.refuse('A referral is sent by the unit that holds the case, from where the person was found.');
    end if;
    if not exists (
        select from casework.victims v join casework.needs n on n.victim_id = v.id
        where v.id = new.victim_id and n.id = new.need_id and n.service = new.service and n.urgency = new.urgency
            and v.sex = new.sex and new.is_child = coalesce(v.age_years < 18, true)) then
        perform security.refuse('The need and the consent belong to another person.');
    end if;
    if not exists (select from casework.provider_services s where s.id = new.provider_service_id and s.service = new.service) then
        perform security.refuse('This provider does not offer the service needed.');
    end if;
    if exists (select from casework.referrals r where r.need_id = new.need_id and r.status in ('Accepted', 'InCare')) then
        perform security.refuse('Another provider has already accepted this need.');
    end if;
    if new.override_reason is not null and (security.me()).role is distinct from 'Supervisor' then
        perform security.refuse('A supervisor decides whether a referral goes without an agreement.');
    end if;
    if new.override_reason is not null and (new.urgency <> 'Emergency' or new.overridden_by_id is distinct from security.my_user()) then
        perform security.refuse('Only danger to life lets a referral go without an agreement.');
    end if;
    -- The chain is the database's to keep: what was declined for the need comes before this one.
    if new.parent_id is not null and not exists (
        select from casework.referrals p
        where p.id = new.parent_id and p.need_id = new.need_id and p.status in ('Declined', 'DeclineConfirmed', 'Rerouted')) then
        perform security.refuse('A referral follows a declined one of the same need, or none.');
    end if;
    refusal := security.ground_refusal(new);
    if refusal is not null then
        perform security.refuse(refusal);
    end if;
    return new;
end
$$;

create or replace function security.guard_referral_step() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    mine text := security.my_side(new.id);
    step security.referral_transitions;
    refusal text;
begin
    -- A case handed over takes its unfinished referrals along; that trigger alone changes who the sender is.
    if pg_trigger_depth() > 1 and to_jsonb(new) - 'from_unit_id' = to_jsonb(old) - 'from_unit_id' then
        return new;
    end if;
    if new.status = old.status then
        -- Only the slip may change without a step: the provider counts wrong codes, the sender prints a new slip.
        if to_jsonb(new) - array['wrong_arrival_codes', 'arrival_slip'] <> to_jsonb(old) - array['wrong_arrival_codes', 'arrival_slip']
            or old.status <> 'Accepted'
            or not (mine = 'Recipient' and new.arrival_slip = old.arrival_slip and new.wrong_arrival_codes = old.wrong_arrival_codes + 1
                or mine = 'Sender' and new.arrival_slip = old.arrival_slip + 1 and new.wrong_arrival_codes = 0) then
            perform security.refuse('Nothing but a step changes a referral.');
        end if;
        return new;
    end if;
    select * into step from security.referral_transitions t where t.from_status = old.status and t.to_status = new.status;
    if step.verb is null then
        perform security.refuse(security.how_it_stands(old.status));
    end if;
    -- Nobody takes the step by which a referral gives way: it follows from another's acceptance, whoever's statement set it off.
    if not (step.verb = 'Withdraw' and pg_trigger_depth() > 1 and new.withdraw_reason = 'PlacedElsewhere'
            and exists (select from casework.referrals o where o.need_id = new.need_id and o.id <> new.id and o.status = 'Accepted'))
        and step.side is distinct from mine then
        perform security.refuse('This step belongs to the other side.');
    end if;
    if step.verb = 'Void' and (security.me()).role is distinct from 'Supervisor' then
        perform security.refuse('A supervisor voids what was entered in error.');
    end if;
    if to_jsonb(new) - security.fields_of_step(step.verb) <> to_jsonb(old) - security.fields_of_step(step.verb)
        or new.steps <> old.steps + 1 then
        perform security.refuse('Nothing but a step changes a referral.');
    end if;
    if step.verb = 'ConfirmArrival' and old.wrong_arrival_codes >= 10 then
        perform security.refuse('Too many wrong codes. Ask the officer to print a new slip.');
    end if;
    if step.verb = 'ReportNoShow' and security.moment() < old.arrival_expected_at then
        perform security.refuse('The time agreed for the arrival has not come yet.');
    end if;
    if step.verb = 'Accept' then
        refusal := security.ground_refusal(new);
        if refusal is not null then
            perform security.refuse(refusal);
        end if;
    end if;
    return new;
end
$$;

-- What a step may write besides the state.
create function security.fields_of_step(verb text) returns text[]
    language sql immutable
    set search_path = pg_catalog
as $$
    select array['status', 'status_since', 'due_at', 'steps'] || case verb
        when 'Open' then array['seen_at', 'answer_due_at']
        when 'RequestInformation' then array['paused_since']
        when 'GiveInformation' then array['answer_due_at', 'paused_since', 'paused_for']
        when 'Accept' then array['answered_at', 'arrival_expected_at']
        when 'Decline' then array['answered_at', 'ended_at', 'decline_reason', 'note', 'paused_since', 'paused_for']
        when 'ConfirmDecline' then array['review_note']
        when 'ReturnToProvider' then array['seen_at', 'answer_due_at', 'answered_at', 'ended_at', 'decline_reason', 'note', 'review_note']
        when 'Withdraw' then array['ended_at', 'withdraw_reason', 'paused_since', 'paused_for']
        when 'ConfirmArrival' then array['arrived_at']
        when 'ReportNoShow' then array['ended_at', 'outcome']
        when 'Close' then array['ended_at', 'outcome']
        when 'Void' then array['ended_at', 'void_reason', 'paused_since', 'paused_for']
        else '{}'
    end
$$;

-- Rerouted means that another referral follows: judged at the end of the transaction, when both are there.
create function security.rerouted_is_followed() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if not exists (select from casework.referrals n where n.need_id = new.need_id and n.sent_at >= new.status_since and n.id <> new.id) then
        perform security.refuse('A declined referral is rerouted by sending the need to another provider.');
    end if;
    return null;
end
$$;
create constraint trigger rerouted_is_followed after update on casework.referrals
    deferrable initially deferred for each row when (new.status = 'Rerouted' and old.status <> 'Rerouted')
    execute function security.rerouted_is_followed();
revoke all on function security.ground_refusal(casework.referrals), security.fields_of_step(text), security.rerouted_is_followed() from public;
