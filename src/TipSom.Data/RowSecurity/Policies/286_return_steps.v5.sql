-- The steps of a return: begun as a draft, signed, and replaced by its correction. The domain says the same (Return.cs).
create function statistics.guard_return() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    me security.person := security.me();
    name text := (select u.display_name from identity.users u where u.id = me.user_id);
begin
    -- In another unit it is refused by the policy a moment later, and learns nothing here. The owner brings what is on record already.
    if session_user <> 'tipsom_app' or new.unit_id is distinct from me.unit_id then
        return new;
    end if;
    -- Two at once for one unit: the second looks at what the first left.
    perform pg_advisory_xact_lock(hashtextextended('returns ' || new.unit_id, 0));
    if tg_op = 'INSERT' then
        if not exists (
            select from identity.units u join identity.agencies g on g.id = u.agency_id
            where u.id = new.unit_id and u.ended_at is null and g.kind <> 'Oversight' and (u.parent_id is null or g.kind = 'Committee')) then
            perform security.refuse('Only people posted in the unit that reports for the whole agency write its returns.');
        end if;
        if new.first_day > security.today() then
            perform security.refuse('This period has not begun yet.');
        end if;
        if new.status <> 'Draft' then
            perform security.refuse('A return begins as a draft.');
        end if;
        if exists (select from statistics.returns r where r.unit_id = new.unit_id and r.status = 'Draft' and r.period_kind = new.period_kind and r.first_day = new.first_day) then
            perform security.refuse('A draft for this period is there already. Go on with it.');
        end if;
        if new.replaces_id is null and statistics.is_covered(new) then
            perform security.refuse('Signed figures cover days of this period. Correct that return instead.');
        end if;
        if new.replaces_id is not null and (trim(new.correction_reason) = '' or not exists (
            select from statistics.returns r
            where r.id = new.replaces_id and r.status = 'SignedOff' and r.number = new.number and r.version = new.version - 1
                and (r.unit_id, r.period_kind, r.first_day) = (new.unit_id, new.period_kind, new.first_day))) then
            perform security.refuse('A correction is the next version of signed figures, with a reason.');
        end if;
    elsif old.status = 'SignedOff' and new.status = 'Superseded' then
        if to_jsonb(new) - 'status' <> to_jsonb(old) - 'status' or me.role not in ('Supervisor', 'ProviderManager') then
            perform security.refuse('This return is signed. Correct it by a new version.');
        end if;
        return new;
    elsif old.status <> 'Draft' or new.status not in ('Draft', 'SignedOff') then
        perform security.refuse('This return is signed. Correct it by a new version.');
    end if;
    if new.status = 'Draft' then
        new.written_by_id := me.user_id;
        new.written_by_name := name;
        return new;
    end if;
    if me.role not in ('Supervisor', 'ProviderManager') then
        perform security.refuse('A supervisor signs returns.');
    end if;
    if new.last_day >= security.today() then
        perform security.refuse('The period has not ended yet. Sign the return after its last day.');
    end if;
    if not exists (select from statistics.return_figures f where f.return_id = new.id and f.value is not null) then
        perform security.refuse('A return without figures is not signed.');
    end if;
    if not statistics.figures_fit(new.id) then
        perform security.refuse('Some figures do not fit together. Correct them before the return is signed.');
    end if;
    if statistics.is_covered(new) then
        perform security.refuse('Signed figures cover days of this period. Correct that return instead.');
    end if;
    if (new.note, new.written_by_id, new.written_at) is distinct from (old.note, old.written_by_id, old.written_at) then
        perform security.refuse('A return is signed as it was written.');
    end if;
    new.written_by_name := old.written_by_name;
    new.signed_by_id := me.user_id;
    new.signed_by_name := name;
    return new;
end
$$;
create trigger guard_return before insert or update on statistics.returns for each row execute function statistics.guard_return();

-- At the end of the transaction: what was replaced has its successor, and a successor has taken its place.
create function statistics.guard_succession() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if new.status = 'Superseded' and not exists (select from statistics.returns r where r.replaces_id = new.id and r.status <> 'Draft') then
        perform security.refuse('Signed figures stand until their correction is signed.');
    end if;
    return null;
end
$$;
create constraint trigger guard_succession after update on statistics.returns deferrable initially deferred
    for each row execute function statistics.guard_succession();
revoke all on function statistics.guard_return(), statistics.guard_succession() from public;
