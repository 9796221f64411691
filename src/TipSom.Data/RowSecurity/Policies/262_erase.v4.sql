-- Everything of a case that names or describes anybody: the table, the column, how a row is found, and what becomes of it. What stays are facts
-- for counting: sex, age, district, days, kinds, steps. A test compares this with every sealed column there is.
create function security.content_of_cases() returns table (of_table text, of_column text, found_by text, becomes text)
    language sql immutable
    set search_path = pg_catalog
as $$
    values
        ('casework.cases', 'sealed_narrative', 'id', 'sealed'), ('casework.cases', 'station_reference', 'id', 'nothing'),
        ('casework.victim_identities', 'sealed_details', 'case_id', 'sealed'), ('casework.victim_identities', 'number_hashes', 'case_id', 'nothing'),
        ('casework.victim_identities', 'phone_hash', 'case_id', 'nothing'),
        ('casework.victim_identities', 'hashed_for_agency_id', 'case_id', 'nothing'),
        ('casework.case_changes', 'sealed_before', 'case_id', 'sealed'), ('casework.case_changes', 'before', 'case_id', 'nothing'),
        ('casework.case_changes', 'after', 'case_id', 'nothing'), ('casework.case_status_changes', 'sealed_words', 'case_id', 'sealed'),
        ('casework.person_roles', 'sealed_reason', 'case_id', 'sealed'), ('casework.person_roles', 'sealed_end_reason', 'case_id', 'sealed'),
        ('casework.suspects', 'sealed_details', 'case_id', 'sealed'), ('casework.suspects', 'sealed_why_accused', 'case_id', 'sealed'),
        ('casework.suspects', 'sealed_look_note', 'case_id', 'sealed'), ('casework.case_shares', 'sealed_reason', 'case_id', 'sealed'),
        ('casework.lead_transfers', 'sealed_reason', 'case_id', 'sealed'), ('casework.lead_transfers', 'sealed_answer', 'case_id', 'sealed'),
        ('casework.case_notes', 'sealed_text', 'case_id', 'sealed'), ('casework.indicator_screenings', 'sealed_notes', 'case_id', 'sealed'),
        ('casework.exploitation_records', 'sealed_account', 'case_id', 'sealed'),
        ('casework.vulnerability_records', 'sealed_note', 'case_id', 'sealed'), ('casework.risk_assessments', 'sealed_note', 'case_id', 'sealed'),
        ('casework.need_changes', 'sealed_reason', 'case_id', 'sealed'), ('casework.provider_notes', 'sealed_notes', 'case_id', 'sealed'),
        ('casework.legal_steps', 'sealed_note', 'case_id', 'sealed'), ('casework.first_information_reports', 'sealed_details', 'case_id', 'sealed'),
        ('casework.case_laws', 'sealed_reason', 'case_id', 'sealed'), ('casework.case_reclassifications', 'sealed_reason', 'case_id', 'sealed'),
        ('casework.case_documents', 'sealed_name', 'case_id', 'sealed'), ('casework.case_document_contents', 'sealed_content', 'case_id', 'sealed'),
        ('casework.connect_requests', 'sealed_contact', 'case_id', 'sealed'), ('casework.disclosures', 'sealed_content', 'referral_id', 'sealed'),
        ('casework.referral_messages', 'sealed_text', 'referral_id', 'sealed'), ('casework.care_entries', 'sealed_note', 'referral_id', 'sealed'),
        ('casework.care_plan_items', 'sealed_goal', 'referral_id', 'sealed'), ('casework.follow_ups', 'sealed_note', 'referral_id', 'sealed'),
        ('casework.arrival_arrangements', 'sealed_details', 'referral_id', 'sealed'), ('casework.unplaced_needs', 'note', 'case_id', 'nothing'),
        ('casework.identity_openings', 'reason', 'case_id', 'word'), ('casework.suspect_openings', 'reason', 'case_id', 'word'),
        ('casework.document_openings', 'reason', 'case_id', 'word'), ('casework.prints', 'reason', 'case_id', 'word'),
        ('casework.referrals', 'note', 'case_id', 'nothing'), ('casework.referrals', 'override_reason', 'case_id', 'word'),
        ('casework.referrals', 'review_note', 'case_id', 'word'), ('casework.referrals', 'void_reason', 'case_id', 'word'),
        ('casework.override_reviews', 'note', 'referral_id', 'word')
$$;

-- Whether this transaction is erasing at this moment. Only the function below says so, and no longer than it works.
create function security.is_erasing() returns boolean
    language sql stable security definer
    set search_path = pg_catalog
as $$ select exists (select from casework.erasures e where e.carried_out_in = pg_current_xact_id_if_assigned()::text::bigint) $$;

-- Rules for people's changes are none for erasing: no step is taken, nobody is told. The trail is kept as ever. Called by the owner, again
-- whenever one of these tables gets another trigger.
create procedure security.let_erasing_pass()
    language plpgsql
    set search_path = pg_catalog
as $$
declare
    rule record;
begin
    for rule in
        select t.tgname, t.tgrelid::regclass as of_table, pg_get_triggerdef(t.oid) as text
        from pg_trigger t
        where t.tgrelid in (select c.of_table::regclass from security.content_of_cases() c) and not t.tgisinternal and t.tgtype & 16 <> 0
            and t.tgname !~ '^(audit_|feed_names)' and pg_get_triggerdef(t.oid) !~ 'is_erasing'
    loop
        execute format('drop trigger %I on %s', rule.tgname, rule.of_table);
        execute case
            when rule.text ~ ' WHEN \(' then regexp_replace(rule.text, ' WHEN \((.*)\) EXECUTE ', ' WHEN (not security.is_erasing() and (\1)) EXECUTE ')
            else regexp_replace(rule.text, ' EXECUTE ', ' WHEN (not security.is_erasing()) EXECUTE ')
        end;
    end loop;
end
$$;

-- Carries out what two people decided, in their transaction: all of it, or nothing.
create function security.erase_identities() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    me security.person := security.me();
    part record;
    rows bigint;
begin
    update casework.erasures e set carried_out_in = pg_current_xact_id()::text::bigint where e.id = new.id;
    for part in
        select c.of_table, c.found_by, string_agg(format(case c.becomes when 'nothing' then '%1$I = null' else '%1$I = case when %1$I is not null then %2$s end' end, c.of_column,
            case c.becomes when 'sealed' then 'security.erased()' else quote_literal('Erased') end), ', ') as changes
        from security.content_of_cases() c group by c.of_table, c.found_by order by c.of_table
    loop
        execute format('update %s set %s where %s', part.of_table, part.changes, case part.found_by
            when 'referral_id' then 'referral_id in (select r.id from casework.referrals r where r.case_id = $1)'
            else part.found_by || ' = $1' end) using new.case_id;
        get diagnostics rows = row_count;
        if rows > 0 then
            perform audit.write('ERASE', split_part(part.of_table, '.', 2), new.case_id, 'rows ' || rows);
        end if;
    end loop;
    update casework.drafts d set sealed_content = '', ended_at = coalesce(d.ended_at, security.moment()) where d.number = new.case_number;
    update casework.cases c set erased_at = security.moment() where c.id = new.case_id;
    insert into casework.case_events (id, case_id, kind, at, actor_id, actor_unit_id, actor_name)
    values (gen_random_uuid(), new.case_id, 'Erased', security.moment(), me.user_id, me.unit_id, new.ended_by_name);
    update casework.erasures e set carried_out_in = null where e.id = new.id;
    return null;
end
$$;

-- A case whose people nobody knows any more stays closed.
create function security.guard_erased_case() returns trigger
    language plpgsql
    set search_path = pg_catalog
as $$
begin
    perform security.refuse('Who the people of this case are was erased. It is not opened again.');
    return null;
end
$$;

-- The index of names knows nobody who was erased.
create or replace function security.indexed(people uuid[])
    returns table (victim_id uuid, case_id uuid, sealed_details bytea, birth_year integer, district_code text, units uuid[])
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select w.id, v.case_id, i.sealed_details, extract(year from c.logged_at at time zone 'Asia/Karachi')::integer - v.age_years, c.district_code::text,
        array(select a.unit_id from casework.case_access a
            where a.case_id = v.case_id and a.sees_identity and (a.until is null or a.until > security.moment()))
    from unnest(people) w (id) left join casework.victims v on v.id = w.id left join casework.cases c on c.id = v.case_id
        left join casework.victim_identities i on i.victim_id = w.id and get_byte(i.sealed_details, 0) <> 2
$$;

revoke all on function security.content_of_cases(), security.is_erasing(), security.erase_identities(), security.guard_erased_case() from public;
revoke all on procedure security.let_erasing_pass() from public;
grant execute on function security.is_erasing() to tipsom_app;
create trigger guard_erased_case before update on casework.cases
    for each row when (old.erased_at is not null and new.status is distinct from old.status) execute function security.guard_erased_case();
call security.let_erasing_pass();
create trigger z_erase_identities after update on casework.erasures
    for each row when (old.status = 'Approved' and new.status = 'CarriedOut') execute function security.erase_identities();
