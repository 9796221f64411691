-- Behind a figure of referrals stand the referrals of cases that the reader sees anyway; behind one of law enforcement, the cases whose
-- investigation the reader sees. A provider reads neither: the facts beside a referral tell more of a person than the referral does.
alter table statistics.referrals enable row level security;
create policy referrals_seen_with_the_case on statistics.referrals for select to tipsom_app using (exists (
    select from casework.referrals r join casework.case_access a on a.case_id = r.case_id
    where r.id = referrals.referral_id and a.unit_id = (select security.my_case_unit()) and (a.until is null or a.until > security.moment())));
grant select on statistics.referrals to tipsom_app;

alter table statistics.enforcement enable row level security;
create policy enforcement_seen_with_the_investigation on statistics.enforcement for select to tipsom_app using (exists (
    select from casework.case_access a
    where a.case_id = enforcement.case_id and a.unit_id = (select security.my_case_unit()) and a.sees_investigation
        and (a.until is null or a.until > security.moment())));
grant select on statistics.enforcement to tipsom_app;
create index ix_enforcement_day on statistics.enforcement (indicator, act, day);
