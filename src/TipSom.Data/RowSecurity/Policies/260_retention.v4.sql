-- How long what is kept: read by everybody, changed by the owner only.
grant select on reference.retention_rules to tipsom_app;

-- What a sealed record becomes when its key is destroyed: version 2, zeros where the header was, and nothing after it.
create function security.erased() returns bytea
    language sql immutable
    set search_path = pg_catalog
as $$ select '\x02'::bytea || decode(repeat('00', 64), 'hex') $$;

-- How long a kind of record is kept; null where it is never erased.
create function security.kept_for(kind text) returns interval
    language sql stable
    set search_path = pg_catalog
as $$ select make_interval(years => coalesce(r.years, 0), days => coalesce(r.days, 0)) from reference.retention_rules r where r.code = kind and r.act <> 'Keep' $$;

-- Why nothing of a case may be erased yet; null where nothing stands against it.
create function security.erasure_refusal(id uuid) returns text
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select case
        when c.erased_at is not null then 'The identities of this case were erased already.'
        when c.status <> 'Closed' then 'This case is open. Only a closed case is erased.'
        when exists (
            select from casework.referrals r
            where r.case_id = c.id and r.status in ('Sent', 'Seen', 'InformationRequested', 'Accepted', 'InCare'))
            then 'A referral of this case is not finished.'
        when exists (select from casework.charges h where h.case_id = c.id and (h.verdict = 'Pending' or h.appeal = 'Pending'))
            or exists (
                select from casework.legal_steps s
                where s.case_id = c.id and s.stage = 'APP' and not exists (
                    select from casework.legal_steps d where d.case_id = c.id and d.stage = 'APPDEC' and d.taken_at >= s.taken_at))
            -- An FIR ends with the charges from it, or with a step that ends it.
            or exists (select from casework.first_information_reports f where f.case_id = c.id)
                and not exists (select from casework.charges h where h.case_id = c.id)
                and not exists (
                    select from casework.legal_steps s
                    where s.case_id = c.id and s.stage in ('UNTR', 'CANC', 'CONV', 'ACQ', 'ACQ249A', 'ACQ265K', 'DISCH', 'WITHD', 'APPDEC'))
            then 'An FIR, a charge or an appeal of this case is open. Nothing is erased before the law has finished.'
        when exists (select from casework.legal_deadlines d where d.case_id = c.id and d.met_at is null and d.due_at > security.moment())
            then 'A time limit of the law runs in this case. Nothing is erased before it ends.'
        when exists (
            select from casework.follow_ups f join casework.referrals r on r.id = f.referral_id
            where r.case_id = c.id and f.answer is null and f.cancelled_at is null)
            then 'A person of this case is still to be asked how they are. Nothing is erased before that.'
    end
    from casework.cases c where c.id = erasure_refusal.id
$$;
revoke all on function security.erased(), security.kept_for(text), security.erasure_refusal(uuid) from public;
