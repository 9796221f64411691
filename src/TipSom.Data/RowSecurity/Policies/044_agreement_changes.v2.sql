-- Terms come into force in one way only: as the version both sides have approved. Suspending, resuming and ending touch no terms.
create policy agreement_proposed_by_the_administrator on casework.agreements for insert to tipsom_app
    with check ((select security.my_role()) = 'NationalAdministrator' and status = 'Proposed' and version = 1);
create policy agreement_changed_by_the_administrator_or_its_sides on casework.agreements for update to tipsom_app
    using ((select security.my_role()) in ('NationalAdministrator', 'NationalCoordinator')
        or (select security.my_role()) = 'ProviderManager' and provider_agency_id = (select security.my_agency()));
grant insert, update (
    number, kind, version, lead_signatory, provider_signatory, signed_on, in_force_from, in_force_to, places, services, groups,
    province_codes, district_codes, referring_agency_ids, data_categories, status, status_reason, status_since, status_by_name
) on casework.agreements to tipsom_app;

create function security.guard_agreement_change() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    me security.person := security.me();
    written jsonb := security.terms_of(to_jsonb(new));
    earlier jsonb := security.terms_of(to_jsonb(old));
    same_terms boolean := written = earlier and new.version = old.version;
    same_standing boolean := new.status_reason is not distinct from old.status_reason
        and new.status_since is not distinct from old.status_since and new.status_by_name is not distinct from old.status_by_name;
begin
    -- The owner writes what was signed on paper.
    if session_user <> 'tipsom_app' then
        return new;
    end if;
    if old.status = 'Ended' then
        perform security.refuse('This agreement has already ended.');
    end if;
    -- Both sides have approved: the terms of that version, every one of them, and nothing else.
    if same_standing and new.status = (case old.status when 'Proposed' then 'Signed' else old.status end)
        and exists (
            select from casework.agreement_versions v
            where v.agreement_id = new.id and v.version = new.version and v.status = 'Approved' and v.terms = written)
        and (new.version > old.version or old.status = 'Proposed') then
        return new;
    end if;
    if same_terms and same_standing and old.status = 'Proposed' and new.status = 'Refused'
        and exists (select from casework.agreement_versions v where v.agreement_id = new.id and v.version = new.version and v.status = 'Refused') then
        return new;
    end if;
    -- Ending may also bring the last day forward.
    if me.role = 'NationalAdministrator' and coalesce(trim(new.status_reason), '') <> '' and new.status_since is not null
        and new.version = old.version
        and (same_terms and (old.status, new.status) in (('Signed', 'Suspended'), ('Suspended', 'Signed'))
            or old.status in ('Signed', 'Suspended') and new.status = 'Ended' and written - 'in_force_to' = earlier - 'in_force_to'
                and new.in_force_to <= coalesce(old.in_force_to, 'infinity')) then
        new.status_by_name := (select u.display_name from identity.users u where u.id = me.user_id);
        return new;
    end if;
    perform security.refuse('An agreement changes as both sides approved it, or is suspended, resumed or ended with a reason.');
    return null;
end
$$;
create trigger guard_agreement_change before update on casework.agreements for each row execute function security.guard_agreement_change();
revoke all on function security.guard_agreement_change() from public;
