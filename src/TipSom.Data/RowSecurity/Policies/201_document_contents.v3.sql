-- The files themselves, sealed by the program: put in once by who adds the document, given out only while the virus check calls it clean
-- and it is in the case. The document's own policies say who sees it, and are asked here by asking for it. Changed by the worker of the
-- virus check only; the trail is the document's.
alter table casework.case_document_contents enable row level security;
create policy content_given_out_while_clean_and_in_the_case on casework.case_document_contents for select to tipsom_app
    using (exists (
        select from casework.case_documents d
        where d.id = document_id and d.case_id = case_document_contents.case_id and d.scan = 'Clean' and d.taken_out_at is null));
create policy content_put_in_with_its_document on casework.case_document_contents for insert to tipsom_app
    with check (security.works_on_case(case_id) and exists (
        select from casework.case_documents d
        where d.id = document_id and d.case_id = case_document_contents.case_id and d.scan = 'Waiting' and d.taken_out_at is null
            and d.added_by_id = (select security.my_user())));
grant select, insert on casework.case_document_contents to tipsom_app;

-- Who opened one: written in the own name by somebody who may open it at this moment, with a reason where it shows who somebody is; read by
-- those who see the documents, changed by nobody.
alter table casework.document_openings enable row level security;
create policy document_opening_seen_with_the_documents on casework.document_openings for select to tipsom_app
    using (exists (
        select from casework.case_access a
        where a.case_id = document_openings.case_id and a.unit_id = (select security.my_case_unit()) and a.sees_documents));
create policy document_opening_written_in_own_name on casework.document_openings for insert to tipsom_app
    with check (
        actor_id = (select security.my_user()) and actor_unit_id = (select security.my_unit())
        and exists (
            select from casework.case_documents d
            where d.id = document_id and d.case_id = document_openings.case_id and d.scan = 'Clean' and d.taken_out_at is null
                and (d.kind not in ('IdentityDocument', 'Photograph') or char_length(coalesce(document_openings.reason, '')) >= 5)));
grant select, insert on casework.document_openings to tipsom_app;
create trigger sign_with_own_name before insert on casework.document_openings
    for each row execute function security.sign_with_own_name();
create trigger audit_document_openings after insert or update on casework.document_openings
    for each row execute function audit.record('');
