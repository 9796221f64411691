-- Codes by which a person begins, or begins again. The runtime role reads and writes them through these two functions only. Who keeps an
-- account: 246_who_keeps_whom.

create function security.issue_account_code(person uuid, kind text, code_hash bytea, minutes integer, issuer uuid) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    told uuid;
begin
    if issuer is distinct from security.my_user() or not security.keeps_account(person) then
        perform security.refuse('You do not keep this account. Its own administrator, or the national administrator, gives the code.');
    end if;
    if exists (select from identity.users u where u.id = person and u.disabled_at is not null) then
        perform security.refuse('This account is not in use.');
    end if;
    update identity.account_codes c set ended_at = security.moment() where c.user_id = person and c.ended_at is null;
    insert into identity.account_codes (id, user_id, kind, code_hash, issued_by, issued_at, ends_at)
    values (gen_random_uuid(), person, issue_account_code.kind, issue_account_code.code_hash, issuer, security.moment(),
        security.moment() + make_interval(mins => least(minutes, case when issue_account_code.kind = 'Invitation' then 4320 else 15 end)));
    if issue_account_code.kind <> 'Invitation' then
        delete from identity.sessions s where s.user_id = person;
        perform telling.write_about_account(person, 'AccountRecovered');
        for told in
            select o.id from identity.users o, identity.users u
            where u.id = person and o.agency_id = u.agency_id and o.id not in (person, issuer) and o.disabled_at is null
                and o.role in ('Supervisor', 'ProviderManager', 'AgencyAdministrator') and o.unit_id in (select security.unit_and_above(u.unit_id))
        loop
            perform telling.write_about_account(told, 'OthersAccountRecovered');
        end loop;
    end if;
end
$$;

-- Used with the new password in one: nobody holds a used code and an old password. What the code was for; null where it is none.
create function security.use_account_code(person uuid, code_hash bytea, password_hash text, security_stamp text) returns text
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    used text;
begin
    perform security.must_work_as('sign-in');
    update identity.account_codes c set ended_at = security.moment()
    where c.user_id = person and c.code_hash = use_account_code.code_hash and c.ended_at is null and c.ends_at > security.moment()
    returning c.kind into used;
    if used is null then
        return null;
    end if;
    update identity.users u set password_hash = use_account_code.password_hash, security_stamp = use_account_code.security_stamp where u.id = person;
    delete from identity.sessions s where s.user_id = person;
    if used in ('Invitation', 'LostFactor') then
        delete from identity.authenticators a where a.user_id = person;
        delete from identity.code_cards c where c.user_id = person;
        delete from identity.user_passkeys k where k.user_id = person;
    end if;
    perform telling.write_about_account(person, 'SignInChanged');
    return used;
end
$$;
revoke all on function security.issue_account_code(uuid, text, bytea, integer, uuid),
    security.use_account_code(uuid, bytea, text, text) from public;
grant execute on function security.issue_account_code(uuid, text, bytea, integer, uuid), security.use_account_code(uuid, bytea, text, text) to tipsom_app;
