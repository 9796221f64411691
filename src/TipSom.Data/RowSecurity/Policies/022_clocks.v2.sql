-- How long each step may take and who is told when it takes longer: read by everybody signed in, kept by the national administrator.
-- A change holds from the next turn on; clocks that run keep their hour.
grant select on reference.escalation_rules to tipsom_app;
alter table reference.clock_rules enable row level security;
alter table reference.escalation_rules enable row level security;
create policy clock_readable_by_everybody on reference.clock_rules for select to tipsom_app using (true);
create policy ladder_readable_by_everybody on reference.escalation_rules for select to tipsom_app using (true);
create policy clock_kept_by_the_national_administrator on reference.clock_rules for update to tipsom_app
    using ((select security.my_role()) = 'NationalAdministrator');
create policy ladder_kept_by_the_national_administrator on reference.escalation_rules for update to tipsom_app
    using ((select security.my_role()) = 'NationalAdministrator');
grant update (allowed) on reference.clock_rules to tipsom_app;
grant update (share) on reference.escalation_rules to tipsom_app;

-- Judged when all clocks of an urgency were changed: what must come first never has the longer time.
create function security.guard_clocks() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if exists (
        select from reference.clock_rules s join reference.clock_rules a on a.urgency = s.urgency
        where s.step = 'Seen' and a.step = 'Answered' and s.allowed > a.allowed) then
        perform security.refuse('A referral is opened before it is answered: opening cannot have the longer time.');
    end if;
    return null;
end
$$;
create constraint trigger guard_clocks after update on reference.clock_rules deferrable initially deferred
    for each row execute function security.guard_clocks();
revoke all on function security.guard_clocks() from public;
create trigger audit_clock_rules after insert or update on reference.clock_rules for each row execute function audit.record('');
create trigger audit_escalation_rules after insert or update on reference.escalation_rules for each row execute function audit.record('');
