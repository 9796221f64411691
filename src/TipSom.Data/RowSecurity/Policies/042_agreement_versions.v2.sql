-- Versions of an agreement: the administrator proposes, each side decides for itself, and nothing that was decided changes.
-- The terms of a row or of a version, spelled the same.
create function security.terms_of(r jsonb) returns jsonb
    language sql immutable
    set search_path = pg_catalog
as $$
    select jsonb_object_agg(t.key, t.value) from jsonb_each(r) t where t.key = any (array[
        'number', 'kind', 'lead_agency_id', 'provider_agency_id', 'lead_signatory', 'provider_signatory', 'signed_on', 'in_force_from',
        'in_force_to', 'places', 'services', 'groups', 'province_codes', 'district_codes', 'referring_agency_ids', 'data_categories'])
$$;

-- What was signed before versions were kept is the first one.
insert into casework.agreement_versions (id, agreement_id, version, terms, status)
select gen_random_uuid(), a.id, a.version, security.terms_of(to_jsonb(a)), 'Approved' from casework.agreements a;

alter table casework.agreement_versions enable row level security;
create policy agreement_version_readable_by_everybody_signed_in on casework.agreement_versions for select to tipsom_app
    using ((select security.my_user()) is not null);
create policy agreement_version_proposed_by_the_administrator on casework.agreement_versions for insert to tipsom_app
    with check ((select security.my_role()) = 'NationalAdministrator' and proposed_by_id = (select security.my_user()));
create policy agreement_version_decided_by_its_two_sides on casework.agreement_versions for update to tipsom_app
    using ((select security.my_role()) = 'NationalCoordinator' or (select security.my_role()) = 'ProviderManager'
        and (terms ->> 'provider_agency_id')::uuid = (select security.my_agency()));
grant select, insert, update (
    status, lead_decided_by_id, lead_decided_by_name, lead_decided_at, provider_decided_by_id, provider_decided_by_name,
    provider_decided_at, refused_by_side, refusal_reason
) on casework.agreement_versions to tipsom_app;

create function security.guard_agreement_version() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    me security.person := security.me();
    lead boolean := me.role = 'NationalCoordinator';
    mine text[] := array['status', 'refused_by_side', 'refusal_reason']
        || case when lead then array['lead_decided_by_id', 'lead_decided_by_name', 'lead_decided_at']
            else array['provider_decided_by_id', 'provider_decided_by_name', 'provider_decided_at'] end;
    held casework.agreements;
begin
    -- The owner writes what was signed on paper.
    if session_user <> 'tipsom_app' then
        return new;
    end if;
    -- Whoever decides and whoever suspends or ends wait for each other.
    select * into held from casework.agreements where id = new.agreement_id for no key update;
    if held.status = 'Ended' then
        perform security.refuse('This agreement has already ended.');
    end if;
    if held.status = 'Refused' then
        perform security.refuse('This agreement was refused. Propose a new one.');
    end if;
    if tg_op = 'INSERT' then
        if new.status <> 'Proposed' or num_nonnulls(new.lead_decided_at, new.provider_decided_at, new.lead_decided_by_id, new.provider_decided_by_id) > 0
            or (new.terms ->> 'lead_agency_id')::uuid <> held.lead_agency_id
            or (new.terms ->> 'provider_agency_id')::uuid <> held.provider_agency_id
            or new.version <> 1 + coalesce((select max(v.version) from casework.agreement_versions v where v.agreement_id = new.agreement_id), 0) then
            perform security.refuse('A version is proposed whole, for the same two agencies, and decided by others.');
        end if;
        if new.terms ->> 'kind' = 'Memorandum' and new.terms ->> 'in_force_to' is null then
            perform security.refuse('A memorandum needs a last day. Only a duty by law may have none.');
        end if;
        if exists (
            select from casework.agreements a
            where a.id <> held.id and a.lead_agency_id = held.lead_agency_id and a.provider_agency_id = held.provider_agency_id
                and a.status <> 'Refused' and daterange(a.in_force_from, a.in_force_to, '[]')
                    && daterange((new.terms ->> 'in_force_from')::date, (new.terms ->> 'in_force_to')::date, '[]')) then
            perform security.refuse('Another agreement binds these two agencies on some of these days. Change that one, or choose other days.');
        end if;
        new.proposed_by_name := (select u.display_name from identity.users u where u.id = me.user_id);
        return new;
    end if;
    if old.status <> 'Proposed' then
        perform security.refuse('This proposal was already decided, or another one waits. Read it again before you decide.');
    end if;
    if lead and old.lead_decided_at is not null or not lead and old.provider_decided_at is not null then
        perform security.refuse('Your side has already decided on this proposal.');
    end if;
    if me.user_id in (old.proposed_by_id, old.lead_decided_by_id, old.provider_decided_by_id) then
        perform security.refuse('Proposing and approving for each side takes three people.');
    end if;
    if to_jsonb(new) - mine <> to_jsonb(old) - mine
        or (case when lead then new.lead_decided_by_id else new.provider_decided_by_id end) is distinct from me.user_id
        or (case when lead then new.lead_decided_at else new.provider_decided_at end) is null
        or new.status <> (case
            when new.refused_by_side is not null then 'Refused'
            when new.lead_decided_at is not null and new.provider_decided_at is not null then 'Approved'
            else 'Proposed' end)
        or new.refused_by_side <> (case when lead then 'Lead' else 'Provider' end)
        or new.refused_by_side is not null and coalesce(trim(new.refusal_reason), '') = '' then
        perform security.refuse('Each side decides once, for itself and in its own name.');
    end if;
    if lead then
        new.lead_decided_by_name := (select u.display_name from identity.users u where u.id = me.user_id);
    else
        new.provider_decided_by_name := (select u.display_name from identity.users u where u.id = me.user_id);
    end if;
    return new;
end
$$;
create trigger guard_agreement_version before insert or update on casework.agreement_versions
    for each row execute function security.guard_agreement_version();
create trigger audit_agreement_versions after insert or update on casework.agreement_versions
    for each row execute function audit.record('');
revoke all on function security.terms_of(jsonb), security.guard_agreement_version() from public;
