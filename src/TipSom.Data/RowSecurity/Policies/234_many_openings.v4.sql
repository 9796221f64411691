-- How many names and papers one account opens within an hour. At the sixtieth the auditors are told, after the two hundredth it gets no more:
-- nobody works so fast, and whoever empties the register leaves with a page of it. Counted on the trail, whose time nobody chooses. An opening in
-- an emergency is one person by itself and always goes.
create function security.limit_openings() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    me uuid := security.my_user();
    opened bigint;
begin
    if me is null then
        return null;
    end if;
    -- Two at once would each count without the other.
    perform pg_advisory_xact_lock(hashtextextended('openings ' || me, 0));
    select count(*) into opened from audit.entries e
    where e.actor_id = me and e.at > clock_timestamp() - interval '1 hour'
        and e.act = 'INSERT' and e.table_name in ('identity_openings', 'disclosure_openings', 'document_openings', 'suspect_openings');
    if opened > 200 then
        perform security.refuse('You opened 200 names and papers within one hour. Wait before you open more; the auditors know.');
    end if;
    if opened = 60 then
        perform security.tell('ManyOpenings', array(select u.id from identity.users u where u.role = 'Auditor'), null, '', true, true);
    end if;
    return null;
end
$$;

-- After the entry of the trail, which the trigger called audit_... writes first.
create trigger limit_openings after insert on casework.identity_openings
    for each row when (new.emergency_access_id is null) execute function security.limit_openings();
create trigger limit_openings after insert on casework.disclosure_openings for each row execute function security.limit_openings();
create trigger limit_openings after insert on casework.document_openings for each row execute function security.limit_openings();
create trigger limit_openings after insert on casework.suspect_openings for each row execute function security.limit_openings();
revoke all on function security.limit_openings() from public;
