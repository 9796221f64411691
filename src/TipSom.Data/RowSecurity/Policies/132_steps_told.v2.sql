-- Both sides are told of every step. The other side in the portal and by mail, colleagues of who acted in the portal; work where the
-- step asks them to act. A test finds every verb of the domain here.
create function telling.told_of(verb text) returns table (kind text, audience text, is_work boolean, is_urgent boolean, by_mail boolean)
    language sql immutable
    set search_path = pg_catalog
as $$
    select t.kind, t.audience, t.is_work, t.is_urgent, t.by_mail from (values
        ('Send', 'ReferralReceived', 'Recipient', true, false, true),
        ('Send', 'ReferralSent', 'Sender', false, false, false),
        ('Open', 'Seen', 'Sender', false, false, true),
        ('Open', 'Seen', 'Recipient', false, false, false),
        ('RequestInformation', 'InformationRequested', 'Sender', true, false, true),
        ('RequestInformation', 'InformationRequested', 'Recipient', false, false, false),
        ('GiveInformation', 'InformationGiven', 'Recipient', true, false, true),
        ('GiveInformation', 'InformationGiven', 'Sender', false, false, false),
        ('Accept', 'Accepted', 'Sender', false, false, true),
        ('Accept', 'Accepted', 'Recipient', false, false, false),
        ('Decline', 'Declined', 'Sender', true, false, true),
        ('Decline', 'Declined', 'NationalDesk', true, false, true),
        ('Decline', 'Declined', 'Recipient', false, false, false),
        ('ConfirmDecline', 'DeclineConfirmed', 'Sender', true, false, true),
        ('ConfirmDecline', 'DeclineConfirmed', 'Recipient', false, false, true),
        ('ConfirmDecline', 'DeclineConfirmed', 'NationalDesk', false, false, false),
        ('ReturnToProvider', 'DeclineReturned', 'Recipient', true, false, true),
        ('ReturnToProvider', 'DeclineReturned', 'Sender', false, false, true),
        ('ReturnToProvider', 'DeclineReturned', 'NationalDesk', false, false, false),
        ('Reroute', 'Rerouted', 'Recipient', false, false, true),
        ('Reroute', 'Rerouted', 'Sender', false, false, false),
        ('Withdraw', 'Withdrawn', 'Recipient', false, false, true),
        ('Withdraw', 'Withdrawn', 'Sender', false, false, false),
        ('ConfirmArrival', 'Arrived', 'Sender', false, false, true),
        ('ConfirmArrival', 'Arrived', 'Recipient', false, false, false),
        -- A person who should have come is missing: that does not wait for the morning.
        ('ReportNoShow', 'DidNotArrive', 'Sender', true, true, true),
        ('ReportNoShow', 'DidNotArrive', 'Recipient', false, false, false),
        ('Close', 'Closed', 'Sender', false, false, true),
        ('Close', 'Closed', 'Recipient', false, false, false),
        ('Void', 'Voided', 'Recipient', false, false, true),
        ('Void', 'Voided', 'Sender', false, false, false)
    ) t (verb, kind, audience, is_work, is_urgent, by_mail) where t.verb = told_of.verb
$$;

create function telling.step_is_told() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    r casework.referrals;
    others uuid[];
    t record;
begin
    select * into r from casework.referrals where id = new.referral_id;
    if new.verb is null then
        -- A new referral for a need is what its declined and failed ones asked for.
        perform security.settle(e.id, null, new.at) from casework.referrals e
        where e.need_id = r.need_id and e.id <> r.id and e.status in ('Declined', 'DeclineConfirmed', 'Rerouted', 'Closed');
    elsif new.verb <> 'Open' then
        -- Whoever opened a referral owes an answer still; any other step does what was asked before.
        perform security.settle(r.id, null, new.at);
    end if;
    for t in select * from telling.told_of(coalesce(new.verb, 'Send')) loop
        select array_agg(p) into others from telling.people_at(r.from_unit_id, r.to_unit_id, t.audience) p where p <> new.actor_id;
        perform telling.write(t.kind, others, r.id, r.number, t.is_work, t.is_urgent or r.urgency = 'Emergency', new.at, t.by_mail);
    end loop;
    return null;
end
$$;
create trigger step_is_told after insert on casework.referral_events for each row execute function telling.step_is_told();

-- The provider in whose care somebody is hears that consent was withdrawn, and not why.
create function telling.withdrawal_is_told() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    perform security.tell(
        'ConsentWithdrawn', array(select p from security.people_of(r.id, 'Recipient') p), r.id, r.number, false,
        r.urgency = 'Emergency', new.withdrawn_at)
    from casework.referrals r where r.consent_id = new.id and r.status = 'InCare';
    return null;
end
$$;
create trigger withdrawal_is_told after update of withdrawn_at on casework.consents
    for each row when (old.withdrawn_at is null and new.withdrawn_at is not null) execute function telling.withdrawal_is_told();
revoke all on function telling.told_of(text), telling.step_is_told(), telling.withdrawal_is_told() from public;
