-- Is it allowed now? The domain says so first, with the same table; this is the last word, also against a hand-written statement.
create table security.referral_transitions (
    from_status text not null,
    verb text not null,
    to_status text not null,
    side text not null,
    primary key (from_status, to_status)
);
revoke all on security.referral_transitions from public;

-- What the domain says to any verb that does not apply (ReferralLifecycle.Refusal; a test compares them). Who comes second in a race
-- reads it, so it says how the referral stands.
create function security.how_it_stands(status text) returns text
    language sql immutable
    set search_path = pg_catalog
as $$
    select case status
        when 'Sent' then 'This referral was sent and has not been opened yet. Open it first.'
        when 'Seen' then 'This referral was opened and waits for an answer.'
        when 'Accepted' then 'This referral was already accepted.'
        when 'InCare' then 'The person has already arrived under this referral.'
        when 'Closed' then 'This referral is already closed.'
        when 'Declined' then 'This referral was already declined.'
        when 'Withdrawn' then 'This referral was already withdrawn by the sender.'
    end
$$;
revoke all on function security.how_it_stands(text) from public;

create function security.guard_new_referral() returns trigger
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
    refusal := coalesce(security.agreement_refusal(new), security.consent_refusal(new));
    if refusal is not null then
        perform security.refuse(refusal);
    end if;
    return new;
end
$$;
create trigger guard_new_referral before insert on casework.referrals for each row execute function security.guard_new_referral();

create function security.guard_referral_step() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    mine text := security.my_side(new.id);
    step security.referral_transitions;
    -- What a step may write besides the state.
    its_own text[];
    refusal text;
begin
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
    if step.side is distinct from mine then
        perform security.refuse('This step belongs to the other side.');
    end if;
    its_own := array['status', 'status_since', 'due_at'] || case step.verb
        when 'Open' then array['seen_at']
        when 'Accept' then array['answered_at', 'arrival_expected_at']
        when 'Decline' then array['answered_at', 'ended_at', 'decline_reason', 'note']
        when 'Withdraw' then array['ended_at', 'withdraw_reason']
        when 'ConfirmArrival' then array['arrived_at']
        when 'Close' then array['ended_at', 'outcome']
    end;
    if to_jsonb(new) - its_own <> to_jsonb(old) - its_own then
        perform security.refuse('Nothing but a step changes a referral.');
    end if;
    if step.verb = 'ConfirmArrival' and old.wrong_arrival_codes >= 10 then
        perform security.refuse('Too many wrong codes. Ask the officer to print a new slip.');
    end if;
    if step.verb = 'Accept' then
        refusal := coalesce(security.agreement_refusal(new), security.consent_refusal(new));
        if refusal is not null then
            perform security.refuse(refusal);
        end if;
    end if;
    return new;
end
$$;
create trigger guard_referral_step before update on casework.referrals for each row execute function security.guard_referral_step();
revoke all on function security.guard_new_referral(), security.guard_referral_step() from public;
