-- Care belongs to the provider. The sender reads the entries marked for it and no others; the plan is the provider's alone; the
-- national desk reads neither.
alter table casework.care_entries enable row level security;
create policy care_entry_read_by_provider_and_if_marked_by_sender on casework.care_entries for select to tipsom_app
    using (security.my_side(referral_id) = 'Recipient' or visibility = 'ForSender' and security.my_side(referral_id) = 'Sender');
create policy care_entry_written_by_provider_in_own_name on casework.care_entries for insert to tipsom_app
    with check (
        security.my_side(referral_id) = 'Recipient'
        and actor_id = (select security.my_user()) and actor_unit_id = (select security.my_unit()));
create trigger sign_with_own_name before insert on casework.care_entries for each row execute function security.sign_with_own_name();
grant select, insert on casework.care_entries to tipsom_app;

create function security.guard_care_entry() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    stands text;
    wrong casework.care_entries;
begin
    -- Everybody else is refused by the policy a moment later.
    if security.my_side(new.referral_id) is distinct from 'Recipient' then
        return new;
    end if;
    -- Two who correct the same entry take turns here.
    select r.status into stands from casework.referrals r where r.id = new.referral_id for no key update;
    if stands <> 'InCare' then
        perform security.refuse('Care is recorded while the person is in care.');
    end if;
    if new.corrects_id is not null then
        select * into wrong from casework.care_entries e where e.id = new.corrects_id and e.referral_id = new.referral_id;
        if exists (select from casework.care_entries e where e.corrects_id = new.corrects_id) then
            perform security.refuse('This entry was already corrected.');
        end if;
        if wrong.visibility = 'ForSender' and new.visibility = 'OnlyUs' then
            perform security.refuse('The sender reads the entry you correct, and must read the correction too.');
        end if;
    end if;
    return new;
end
$$;
revoke all on function security.guard_care_entry() from public;
create trigger guard_care_entry before insert on casework.care_entries for each row execute function security.guard_care_entry();
create trigger audit_care_entries after insert or update on casework.care_entries for each row execute function audit.record('');
