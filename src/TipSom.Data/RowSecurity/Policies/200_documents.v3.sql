-- The documents of a case: seen where documents are shared, kept by those who work on it. Papers and pictures that show who somebody is:
-- only where identity is shared too. Added in the own name, waiting for the virus check; nobody but its worker says what it found.
call security.guard_case_part(
    'casework.case_documents', 'sealed_name, taken_out_at, taken_out_by_id, taken_out_by_name, take_out_reason', 'documents');
create policy who_somebody_is_seen_where_identity_is_shared on casework.case_documents as restrictive for select to tipsom_app
    using (kind not in ('IdentityDocument', 'Photograph') or exists (
        select from casework.case_access a
        where a.case_id = case_documents.case_id and a.unit_id = (select security.my_case_unit()) and a.sees_identity));
create policy document_added_in_own_name_unscanned on casework.case_documents as restrictive for insert to tipsom_app
    with check (
        added_by_id = (select security.my_user()) and scan = 'Waiting' and scanned_at is null and scan_leased_until is null and taken_out_at is null
        and (kind not in ('IdentityDocument', 'Photograph') or security.sees_case(case_id, true)));
create policy who_somebody_is_changed_where_identity_is_shared on casework.case_documents as restrictive for update to tipsom_app
    using (kind not in ('IdentityDocument', 'Photograph') or security.sees_case(case_id, true));

-- Counts what was added today, for two requests cannot count each other. First the case, then the person: two never wait for each other.
create function security.guard_new_document() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    midnight timestamptz := security.today()::timestamp at time zone 'Asia/Karachi';
begin
    perform pg_advisory_xact_lock(hashtextextended('documents of case ' || new.case_id, 0));
    perform pg_advisory_xact_lock(hashtextextended('documents of person ' || new.added_by_id, 0));
    if session_user = 'tipsom_app' then
        new.added_at := security.moment();
    end if;
    if (select count(*) from casework.case_documents d where d.case_id = new.case_id and d.added_at >= midnight) >= 10 then
        perform security.refuse('This case has had 10 documents today. Add the others tomorrow, or join pages into one PDF.');
    end if;
    if (select count(*) from casework.case_documents d where d.added_by_id = new.added_by_id and d.added_at >= midnight) >= 40 then
        perform security.refuse('You have added 40 documents today. Add the others tomorrow.');
    end if;
    if exists (select from casework.cases c where c.id = new.case_id and c.status = 'Closed') then
        perform security.refuse('This case is closed. Reopen it to change anything.');
    end if;
    new.added_by_name := coalesce((select u.display_name from identity.users u where u.id = security.my_user()), new.added_by_name);
    return new;
end
$$;
create trigger guard_new_document before insert on casework.case_documents
    for each row execute function security.guard_new_document();

-- What was taken out stays out, and says who took it out.
create function security.guard_changed_document() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if old.taken_out_at is not null and new.scan is not distinct from old.scan and new.scan_leased_until is not distinct from old.scan_leased_until then
        perform security.refuse('This document was taken out of the case.');
    end if;
    if old.taken_out_at is null and new.taken_out_at is not null and security.my_user() is not null then
        new.taken_out_by_id := security.my_user();
        new.taken_out_by_name := (select u.display_name from identity.users u where u.id = security.my_user());
    end if;
    return new;
end
$$;
create trigger guard_changed_document before update on casework.case_documents
    for each row execute function security.guard_changed_document();
revoke all on function security.guard_new_document(), security.guard_changed_document() from public;
