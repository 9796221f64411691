-- What the two sides of a referral write to each other. The sender reads all of it. The provider reads it from opening the referral
-- until it is declined or taken back, and what the sender wrote before the consent ended closes with the consent. The desk reads none.
create function security.reads_message(referral uuid, written_by text, written timestamptz) returns boolean
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select case security.my_side(referral)
        when 'Sender' then true
        when 'Recipient' then exists (
            select from casework.referrals r join casework.consents c on c.id = r.consent_id
            where r.id = referral and r.status in ('Seen', 'InformationRequested', 'Accepted', 'InCare', 'Closed')
                and (written_by = 'Recipient' or not coalesce(
                    least(c.withdrawn_at, c.expires_at) <= security.moment() and written < least(c.withdrawn_at, c.expires_at), false)))
        else false
    end
$$;
revoke all on function security.reads_message(uuid, text, timestamptz) from public;
grant execute on function security.reads_message(uuid, text, timestamptz) to tipsom_app;

alter table casework.referral_messages enable row level security;
create policy message_read_by_the_two_sides_in_its_time on casework.referral_messages for select to tipsom_app
    using (security.reads_message(referral_id, side, at));
create policy message_written_in_own_name_from_own_side on casework.referral_messages for insert to tipsom_app
    with check (
        security.my_side(referral_id) in ('Sender', 'Recipient') and side = security.my_side(referral_id)
        and actor_id = (select security.my_user()) and actor_unit_id = (select security.my_unit()));
create trigger sign_with_own_name before insert on casework.referral_messages
    for each row execute function security.sign_with_own_name();
grant select, insert on casework.referral_messages to tipsom_app;

-- When, is a rule and not a right (ReferralMessage.MayBeWritten; a test compares them).
create function security.guard_message() returns trigger
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
    select r.status into stands from casework.referrals r where r.id = new.referral_id for no key update;
    if stands not in ('Sent', 'Seen', 'InformationRequested', 'Accepted', 'InCare') or mine = 'Recipient' and stands = 'Sent' then
        perform security.refuse(security.how_it_stands(stands));
    end if;
    return new;
end
$$;
revoke all on function security.guard_message() from public;
create trigger guard_message before insert on casework.referral_messages for each row execute function security.guard_message();
create trigger audit_referral_messages after insert or update on casework.referral_messages
    for each row execute function audit.record('');

-- Until when a unit has read, kept by each unit for itself: it counts what is new, and tells nobody else anything.
alter table casework.referral_message_readings enable row level security;
create policy message_reading_of_own_unit on casework.referral_message_readings for select to tipsom_app
    using (unit_id = (select security.my_unit()) and side = (select security.my_referral_side()));
create policy message_reading_noted_by_own_unit on casework.referral_message_readings for insert to tipsom_app
    with check (
        unit_id = (select security.my_unit()) and side = security.my_side(referral_id)
        and security.my_side(referral_id) in ('Sender', 'Recipient'));
create policy message_reading_renewed_by_own_unit on casework.referral_message_readings for update to tipsom_app
    using (unit_id = (select security.my_unit()) and side = (select security.my_referral_side()));
grant select, insert, update (read_at) on casework.referral_message_readings to tipsom_app;
