-- Referrals of the version before passed each state once: their steps are numbered in the order of their time, each was asked alone, and a
-- declined one that was followed by another for the same need becomes rerouted.
alter table casework.referrals disable trigger user;
alter table casework.referral_events disable trigger user;

with followed as (
    select d.id as declined, (
        select n.id from casework.referrals n
        where n.need_id = d.need_id and n.sent_at > d.sent_at order by n.sent_at limit 1) as next
    from casework.referrals d where d.status = 'Declined'
), steps as (
    insert into casework.referral_events (id, referral_id, position, verb, status, at, actor_id, actor_unit_id, actor_name)
    select gen_random_uuid(), f.declined, 0, 'Reroute', 'Rerouted', e.at, e.actor_id, e.actor_unit_id, e.actor_name
    from followed f join casework.referral_events e on e.referral_id = f.next and e.verb is null
), parents as (
    update casework.referrals r set parent_id = f.declined from followed f where r.id = f.next
)
update casework.referrals r
set status = 'Rerouted', status_since = e.at, due_at = null
from followed f join casework.referral_events e on e.referral_id = f.next and e.verb is null
where r.id = f.declined;

update casework.referral_access a set status = r.status, status_since = r.status_since, due_at = r.due_at
from casework.referrals r where r.id = a.referral_id and a.status <> r.status;

update casework.referral_events e
set position = p.position
from (select id, row_number() over (partition by referral_id order by at, id) - 1 as position from casework.referral_events) p
where p.id = e.id;
update casework.referral_events e
set decline_reason = r.decline_reason
from casework.referrals r
where r.id = e.referral_id and e.verb = 'Decline';
update casework.referrals r
set round_id = r.id,
    steps = (select max(e.position) from casework.referral_events e where e.referral_id = r.id),
    answer_due_at = case when r.status = 'Seen' then r.due_at end;

alter table casework.referrals enable trigger user;
alter table casework.referral_events enable trigger user;
