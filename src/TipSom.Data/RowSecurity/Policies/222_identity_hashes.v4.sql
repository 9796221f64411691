-- Keyed hashes of numbers and telephones stand beside the identity and are kept with it.
grant update (number_hashes, phone_hash, hashed_for_agency_id) on casework.victim_identities to tipsom_app;

-- Whose identity, among those I may open, has one of these hashes. Its own guard: the index of an array is of no use under row security.
create function security.identities_with_hash(hashes uuid[]) returns table (victim_id uuid)
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select i.victim_id from casework.victim_identities i
    where (i.number_hashes && hashes or i.phone_hash = any (hashes))
        and exists (
            select from casework.case_access a
            where a.case_id = i.case_id and a.unit_id = (select security.my_case_unit()) and a.sees_identity
                and (a.until is null or a.until > security.moment()))
    limit 100
$$;
revoke all on function security.identities_with_hash(uuid[]) from public;
grant execute on function security.identities_with_hash(uuid[]) to tipsom_app;
