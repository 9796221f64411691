-- What somebody was told is theirs alone, and only while they still see the referral or the need it is about. The database writes it; the person
-- may say that it was read. Mail is written by the database too; the national administrator sees how it fares.
alter table telling.notifications enable row level security;
create policy notification_visible_to_who_was_told on telling.notifications for select to tipsom_app
    using (user_id = (select security.my_user()) and (referral_id is null or exists (
        select from casework.referral_access a
        where a.referral_id = notifications.referral_id and a.unit_id = (select security.my_unit())
            and a.side = (select security.my_referral_side())))
        -- Row security of its own says whether the person still sees the need.
        and (unplaced_need_id is null or exists (select from casework.unplaced_needs u where u.id = unplaced_need_id)));
create policy notification_read_by_who_was_told on telling.notifications for update to tipsom_app
    using (user_id = (select security.my_user()));

alter table telling.mail_choices enable row level security;
create policy mail_choices_visible_to_their_owner on telling.mail_choices for select to tipsom_app
    using (user_id = (select security.my_user()));
create policy mail_choices_made_in_own_name on telling.mail_choices for insert to tipsom_app
    with check (user_id = (select security.my_user()));
create policy mail_choices_changed_by_their_owner on telling.mail_choices for update to tipsom_app
    using (user_id = (select security.my_user()));
create trigger audit_mail_choices after insert or update on telling.mail_choices
    for each row execute function audit.record('user_id');

alter table telling.outbox enable row level security;
create policy mail_visible_to_the_national_administrator on telling.outbox for select to tipsom_app
    using ((select security.my_role()) = 'NationalAdministrator');
create policy mail_tried_again_by_the_national_administrator on telling.outbox for update to tipsom_app
    using ((select security.my_role()) = 'NationalAdministrator' and attempts > 0 and sent_at is null and given_up_at is null);

grant usage on schema telling to tipsom_app;
grant select, update (read_at, settled_at) on telling.notifications to tipsom_app;
grant select, insert, update (mails_work, mails_news, quiet_from, quiet_to) on telling.mail_choices to tipsom_app;
grant select, update (not_before) on telling.outbox to tipsom_app;

-- The number beside "Notifications": referrals, needs and agreements that wait for this person. Asked with the session, before anybody is
-- known to row security; it tells a number and nothing else.
create function telling.work_of(person uuid, unit uuid) returns integer
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select count(distinct coalesce(n.unplaced_need_id::text, n.number))::integer from telling.notifications n
    where n.user_id = person and n.is_work and n.settled_at is null
        and (n.referral_id is null
            or exists (select from casework.referral_access a where a.referral_id = n.referral_id and a.unit_id = unit))
        and (n.unplaced_need_id is null
            or exists (select from identity.users u where u.id = person and u.role = 'NationalCoordinator')
            or exists (
                select from casework.unplaced_needs u join casework.case_access a on a.case_id = u.case_id
                where u.id = n.unplaced_need_id and a.unit_id = unit))
$$;
revoke all on function telling.work_of(uuid, uuid) from public;
grant execute on function telling.work_of(uuid, uuid) to tipsom_app;
