-- The signed papers, sealed by the program: attached by the administrator, read by who may read agreements, changed by nobody.
alter table casework.agreement_documents enable row level security;
create policy agreement_document_readable_with_the_register on casework.agreement_documents for select to tipsom_app
    using ((select security.my_role()) not in ('Analyst', 'Auditor'));
create policy agreement_document_attached_by_the_administrator on casework.agreement_documents for insert to tipsom_app
    with check ((select security.my_role()) = 'NationalAdministrator' and attached_by_id = (select security.my_user()));
grant select, insert on casework.agreement_documents to tipsom_app;

create function security.attach_with_own_name() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    new.attached_by_name := coalesce((select u.display_name from identity.users u where u.id = security.my_user()), new.attached_by_name);
    return new;
end
$$;
create trigger attach_with_own_name before insert on casework.agreement_documents
    for each row execute function security.attach_with_own_name();
create trigger audit_agreement_documents after insert or update on casework.agreement_documents
    for each row execute function audit.record('');

-- Reminders: nobody reads the table, the function below alone keeps it.
alter table casework.agreement_reminders enable row level security;

-- Hands out the reminders that stand on a day and marks them in one go, so that each is told once whoever asks twice or at the same
-- time. Of those that were missed only the nearest is left. For the program on its own account: asked by a person it answers nothing.
create function security.agreements_to_remind(day date)
    returns table (agreement_id uuid, number text, days_left int, provider_agency_id uuid, lead_agency_id uuid)
    language sql security definer
    set search_path = pg_catalog
as $$
    with due as (
        select a.id, a.number, a.in_force_to, a.in_force_to - day as days_left, a.provider_agency_id, a.lead_agency_id,
            (select min(d) from unnest(array[90, 60, 30, 7]) d where d >= a.in_force_to - day) as days
        from casework.agreements a
        where a.status in ('Signed', 'Suspended') and a.in_force_to between day and day + 90 and security.my_user() is null
    ), taken as (
        insert into casework.agreement_reminders (agreement_id, in_force_to, days, reminded_at)
        select id, in_force_to, days, security.moment() from due
        on conflict do nothing
        returning agreement_reminders.agreement_id
    )
    select d.id, d.number, d.days_left, d.provider_agency_id, d.lead_agency_id from due d join taken t on t.agreement_id = d.id
$$;
revoke all on function security.attach_with_own_name(), security.agreements_to_remind(date) from public;
grant execute on function security.agreements_to_remind(date) to tipsom_app;
