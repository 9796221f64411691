-- Is it allowed now? The domain says so first, with the same table; this is the last word, also against a hand-written statement.
create table security.referral_transitions (
    from_status text not null,
    verb text not null,
    to_status text not null,
    side text not null,
    primary key (from_status, to_status)
);
revoke all on security.referral_transitions from public;

create function security.guard_new_referral() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    refusal text;
begin
    if exists (
        select from casework.cases c
        where c.id = new.case_id
            and (c.status <> 'Open' or c.holding_unit_id <> new.from_unit_id or c.district_code <> new.district_code)) then
        perform security.refuse('This case is closed. Reopen it to refer a person.');
    end if;
    if not exists (
        select from casework.victims v join casework.needs n on n.victim_id = v.id
        where v.id = new.victim_id and n.id = new.need_id and n.service = new.service and n.urgency = new.urgency
            and v.sex = new.sex and new.is_child = coalesce(v.age_years < 18, true)) then
        perform security.refuse('The need and the consent belong to another person.');
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
        perform security.refuse('This step is not possible from where the referral stands.');
    end if;
    if step.side is distinct from mine then
        perform security.refuse('This step belongs to the other side.');
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
