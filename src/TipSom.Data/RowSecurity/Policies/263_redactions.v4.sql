-- A text was replaced by one without what did not belong there: who, when and why, and nothing of what it said. By a supervisor who works on
-- the case, while it is open; read by who reads the case, changed by nobody.
create trigger sign_act before insert on casework.redactions for each row execute function security.sign_act();
call security.guard_case_part('casework.redactions');
create policy redaction_made_by_a_supervisor on casework.redactions as restrictive for insert to tipsom_app
    with check ((select security.my_role()) = 'Supervisor' and carried_out_at is null);
call security.stands_still_when_closed('casework.redactions', 'insert');

-- Puts the redacted text in the place of the other, whose key goes with it; earlier versions of an account go too. Only for a redaction of the
-- same person that is not carried out, and none outlives its transaction so (below).
create function security.redact(redaction uuid, redacted bytea) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    made casework.redactions;
begin
    select * into made from casework.redactions r
    where r.id = redaction and r.actor_id = security.my_user() and r.carried_out_at is null;
    if made.id is null or octet_length(redacted) < 93 or get_byte(redacted, 0) <> 1 then
        raise exception 'There is nothing to redact.' using errcode = 'insufficient_privilege';
    end if;
    if made.text = 'Narrative' then
        update casework.cases set sealed_narrative = redacted where id = made.case_id and id = made.row_id;
        update casework.case_changes set sealed_before = security.erased() where case_id = made.case_id and sealed_before is not null;
    else
        update casework.case_notes set sealed_text = redacted where id = made.row_id and case_id = made.case_id;
    end if;
    update casework.redactions set carried_out_at = security.moment() where id = redaction;
    perform audit.write('REDACT', case made.text when 'Narrative' then 'cases' else 'case_notes' end, made.row_id, made.reason);
end
$$;
revoke all on function security.redact(uuid, bytea) from public;
grant execute on function security.redact(uuid, bytea) to tipsom_app;

-- A redaction that replaced nothing would be a lie on the timeline.
create function security.redaction_is_carried_out() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if exists (select from casework.redactions r where r.id = new.id and r.carried_out_at is null) then
        raise exception 'A redaction was written and nothing redacted.' using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end
$$;
revoke all on function security.redaction_is_carried_out() from public;
create constraint trigger redaction_is_carried_out after insert on casework.redactions deferrable initially deferred
    for each row execute function security.redaction_is_carried_out();
