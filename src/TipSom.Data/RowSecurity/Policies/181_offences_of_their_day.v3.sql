-- An offence is chosen under a text that may have been law when it happened, and the days are known first.
create function security.guard_case_offence() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    days casework.case_laws;
    law reference.offences;
begin
    if not security.works_on_case(new.case_id) then
        return new;
    end if;
    if tg_op = 'UPDATE' then
        if old.dropped_at is not null then
            perform security.refuse('This offence was already taken off.');
        end if;
        if exists (select from casework.charges c where c.case_offence_id = new.id) then
            perform security.refuse('A charge rests on this offence. It stays.');
        end if;
        return new;
    end if;
    select * into days from casework.case_laws l where l.case_id = new.case_id;
    if days.offence_from is null then
        perform security.refuse('Say first when the offence happened.');
    end if;
    select * into law from reference.offences o where o.code = new.offence_code;
    if not law.is_offered or law.valid_from > days.offence_to or law.valid_before <= days.offence_from then
        perform security.refuse('This text was not law when the offence happened. Choose the text of that time.');
    end if;
    return new;
end
$$;
create trigger guard_case_offence before insert or update on casework.case_offences for each row execute function security.guard_case_offence();

-- The days of a case do not move away from under an offence chosen for it.
create function security.guard_offence_days() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if not security.works_on_case(new.case_id) then
        return new;
    end if;
    if new.offence_to < new.offence_from or new.offence_to > security.today() then
        perform security.refuse('The offence cannot lie in the future, nor end before it began.');
    end if;
    if exists (
        select from casework.case_offences c join reference.offences o on o.code = c.offence_code
        where c.case_id = new.case_id and c.dropped_at is null
            and (new.offence_from is null or o.valid_from > new.offence_to or o.valid_before <= new.offence_from)) then
        perform security.refuse('An offence chosen for this case was not law on these days. Take it off first.');
    end if;
    return new;
end
$$;
create trigger guard_offence_days before insert or update on casework.case_laws for each row execute function security.guard_offence_days();
revoke all on function security.guard_case_offence(), security.guard_offence_days() from public;
