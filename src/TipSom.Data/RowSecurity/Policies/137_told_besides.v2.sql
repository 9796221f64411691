-- What is told besides the steps of a referral: needs that change hands between sender and desk, overrides, proposals, messages.
create function telling.need_is_handed_on() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if new.turn = 'National' then
        perform telling.write('DeskAsked', array(select telling.people_at(null, null, 'NationalDesk')), null, '', true,
            new.urgency = 'Emergency', new.since, true, new.id);
    else
        perform telling.write('DeskAnswered', array(select telling.people_at(c.holding_unit_id, null, 'Sender')), null, c.number, true,
            new.urgency = 'Emergency', new.since, true, new.id)
        from casework.cases c where c.id = new.case_id;
    end if;
    return null;
end
$$;
-- After the timers of the new turn, which settle what the earlier one asked for.
create trigger to_be_told_when_born after insert on casework.unplaced_needs
    for each row when (new.turn = 'National') execute function telling.need_is_handed_on();
create trigger to_be_told_when_handed_on after update on casework.unplaced_needs
    for each row when (old.turn <> new.turn and new.settled_at is null) execute function telling.need_is_handed_on();

create function telling.override_is_told() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    r casework.referrals;
    audience text;
begin
    if tg_table_name = 'referrals' then
        perform security.tell('OverrideToReview', array(select security.people_of(new.id, 'NationalDesk')), new.id, new.number, true, true, new.sent_at);
        return null;
    end if;
    select * into r from casework.referrals f where f.id = new.referral_id;
    perform security.settle(r.id, array['OverrideToReview']);
    -- Where it was not upheld, the sender finds another way and the provider cannot accept.
    perform security.tell('OverrideReviewed', array(select security.people_of(r.id, 'Sender') union select security.people_of(r.id, 'SenderSupervisors')),
        r.id, r.number, not new.is_upheld, r.urgency = 'Emergency');
    perform security.tell('OverrideReviewed', array(select security.people_of(r.id, 'Recipient')), r.id, r.number, false, r.urgency = 'Emergency');
    return null;
end
$$;
create trigger override_is_told after insert on casework.referrals
    for each row when (new.override_reason is not null) execute function telling.override_is_told();
create trigger override_is_told after insert on casework.override_reviews for each row execute function telling.override_is_told();

-- Work for each side until it has decided.
create function telling.proposal_is_told() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    held casework.agreements;
begin
    select * into held from casework.agreements a where a.id = new.agreement_id;
    if tg_op = 'INSERT' then
        perform security.tell('AgreementToApprove', array(
            select p.id from identity.users p
            where p.role = 'NationalCoordinator' or p.role = 'ProviderManager' and p.agency_id = held.provider_agency_id
        ), null, held.number, true, false);
    else
        update telling.notifications n set settled_at = security.moment()
        from identity.users p
        where p.id = n.user_id and n.kind = 'AgreementToApprove' and n.number = held.number and n.settled_at is null
            and (new.status <> 'Proposed'
                or new.lead_decided_at is not null and p.role = 'NationalCoordinator'
                or new.provider_decided_at is not null and p.role = 'ProviderManager');
    end if;
    return null;
end
$$;
create trigger proposal_is_told after insert on casework.agreement_versions
    for each row when (new.status = 'Proposed') execute function telling.proposal_is_told();
create trigger proposal_is_decided after update on casework.agreement_versions
    for each row when (old.status = 'Proposed') execute function telling.proposal_is_told();

create function telling.message_is_told() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    perform security.tell('Message', array(select security.people_of(r.id, case new.side when 'Sender' then 'Recipient' else 'Sender' end)),
        r.id, r.number, false, r.urgency = 'Emergency', new.at)
    from casework.referrals r where r.id = new.referral_id;
    return null;
end
$$;
create trigger message_is_told after insert on casework.referral_messages for each row execute function telling.message_is_told();
revoke all on function telling.need_is_handed_on(), telling.override_is_told(), telling.proposal_is_told(), telling.message_is_told() from public;
