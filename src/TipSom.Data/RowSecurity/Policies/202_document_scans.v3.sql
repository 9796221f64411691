-- The worker of the virus check has no account. It may take documents that wait, and say what was found, and nothing else; asked by a
-- person these functions do nothing. Several may run: a document taken is one worker's until its lease ends, so that one killed in the
-- middle leaves it to be taken again.
create function security.take_documents_to_scan(batch integer, lease interval)
    returns table (document_id uuid, sealed_content bytea)
    language sql security definer
    set search_path = pg_catalog
as $$
    with waiting as (
        select d.id from casework.case_documents d
        where d.scan = 'Waiting' and coalesce(d.scan_leased_until <= clock_timestamp(), true) and security.my_user() is null
        order by coalesce(d.scan_leased_until, '-infinity'), d.added_at limit batch for update skip locked
    ), taken as (
        update casework.case_documents d set scan_leased_until = clock_timestamp() + lease from waiting w where d.id = w.id returning d.id
    )
    select c.document_id, c.sealed_content from taken t join casework.case_document_contents c on c.document_id = t.id
$$;

-- What the scanner said; null: nothing that counts, so that it waits and is taken again after the others. True for the one worker that says so first. Of what
-- is harmful nothing is kept but that it was there, and who added it is told.
create function security.document_scanned(document uuid, found_clean boolean) returns boolean
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    d casework.case_documents;
begin
    if security.my_user() is not null then
        return false;
    end if;
    update casework.case_documents x
    set scan = case found_clean when true then 'Clean' when false then 'Infected' else x.scan end,
        scanned_at = case when found_clean is not null then clock_timestamp() end, scan_leased_until = case when found_clean is null then clock_timestamp() end
    where x.id = document and x.scan = 'Waiting' returning * into d;
    if not found or found_clean is null then
        return false;
    end if;
    if not found_clean then
        update casework.case_document_contents c set sealed_content = '' where c.document_id = d.id;
        perform telling.write('DocumentInfected', array[d.added_by_id], null, c.number, true, false, clock_timestamp(), false)
        from casework.cases c where c.id = d.case_id;
    end if;
    return true;
end
$$;
revoke all on function security.take_documents_to_scan(integer, interval), security.document_scanned(uuid, boolean) from public;
grant execute on function security.take_documents_to_scan(integer, interval), security.document_scanned(uuid, boolean) to tipsom_app;
