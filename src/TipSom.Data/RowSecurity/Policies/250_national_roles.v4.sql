-- National roles take two: one national administrator proposes, another confirms within seven days. The same for a way back into such an
-- account: who could give one alone could be anybody.
grant select on identity.role_proposals to tipsom_app;
create trigger audit_role_proposals after insert or update on identity.role_proposals for each row execute function audit.record('');

create function security.propose_role(
    proposal uuid, kind text, person uuid, display_name text, user_name text, email text, unit uuid, role text) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    held identity.users;
begin
    if security.my_role() is distinct from 'NationalAdministrator' then
        perform security.refuse('A national role takes two national administrators: one proposes, another confirms.');
    end if;
    if person = security.my_user() then
        perform security.refuse('Nobody changes their own role, posting or account.');
    end if;
    select * into held from identity.users u where u.id = person;
    if (kind = 'Invite') <> (held.id is null) or kind = 'Recover' and not security.is_national(held.role) then
        perform security.refuse('You do not keep this account.');
    end if;
    if kind <> 'Recover' and not exists (
        select from identity.units t join identity.agencies g on g.id = t.agency_id
        where t.id = unit and g.is_active and security.is_national(propose_role.role) and security.role_fits(propose_role.role, g.kind)) then
        perform security.refuse('This agency has nobody in this role.');
    end if;
    insert into identity.role_proposals (
        id, kind, user_id, display_name, user_name, email, unit_id, role, proposed_by_id, proposed_at, ends_at)
    values (proposal, propose_role.kind, person, coalesce(held.display_name, propose_role.display_name), coalesce(held.user_name, propose_role.user_name),
        coalesce(held.email, propose_role.email), coalesce(unit, held.unit_id), coalesce(propose_role.role, held.role), security.my_user(),
        security.moment(), security.moment() + interval '7 days');
    perform security.tell('RoleToConfirm', array(
        select u.id from identity.users u where u.role = 'NationalAdministrator' and u.id not in (security.my_user(), person)), null, '', true, false);
end
$$;

create function security.decide_role(proposal uuid, confirmed boolean) returns void
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    p identity.role_proposals;
begin
    select * into p from identity.role_proposals r where r.id = proposal for update;
    if security.my_role() is distinct from 'NationalAdministrator' or p.id is null then
        perform security.refuse('A national role takes two national administrators: one proposes, another confirms.');
    end if;
    if p.decided_at is not null or p.ends_at <= security.moment() then
        perform security.refuse('This proposal was decided already, or seven days have passed.');
    end if;
    if confirmed and security.my_user() in (p.proposed_by_id, p.user_id) then
        perform security.refuse('Another national administrator confirms, neither who proposed nor whom it is about.');
    end if;
    if confirmed and not exists (
        select from identity.users u where u.id = p.proposed_by_id and u.role = 'NationalAdministrator' and u.disabled_at is null) then
        perform security.refuse('Who proposed this is no longer a national administrator. Propose it anew.');
    end if;
    update identity.role_proposals r set decided_at = security.moment(), decided_by_id = security.my_user(), is_confirmed = confirmed where r.id = p.id;
    update telling.notifications n set settled_at = security.moment()
    where n.kind = 'RoleToConfirm' and n.settled_at is null and not exists (
        select from identity.role_proposals r where r.decided_at is null and r.ends_at > security.moment());
    if confirmed and p.kind = 'Invite' then
        perform security.make_account(p.user_id, p.display_name, p.user_name, p.email, p.unit_id, p.role);
    elsif confirmed and p.kind = 'Move' then
        perform security.post(p.user_id, p.unit_id, p.role, security.today(), 'ChangeOfRole', null, null);
    end if;
end
$$;

-- A way into an account with a national role, for a quarter of an hour after another administrator agreed; or for one that never came.
create function security.must_have_agreed(person uuid) returns void
    language plpgsql stable security definer
    set search_path = pg_catalog
as $$
begin
    if exists (select from identity.users u where u.id = person and u.password_hash is not null) and not exists (
        select from identity.role_proposals r
        where r.user_id = person and r.kind = 'Recover' and r.is_confirmed and r.decided_by_id = security.my_user()
            and r.decided_at > security.moment() - interval '15 minutes') then
        perform security.refuse('A way back into an account with a national role is proposed by one national administrator and given by another.');
    end if;
end
$$;

create function security.guard_account_code() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if session_user = 'tipsom_app' and security.is_national((select u.role from identity.users u where u.id = new.user_id)) then
        perform security.must_have_agreed(new.user_id);
    end if;
    return new;
end
$$;
create trigger guard_account_code before insert on identity.account_codes for each row execute function security.guard_account_code();
revoke all on function security.propose_role(uuid, text, uuid, text, text, text, uuid, text), security.decide_role(uuid, boolean),
    security.must_have_agreed(uuid), security.guard_account_code() from public;
grant execute on function security.propose_role(uuid, text, uuid, text, text, text, uuid, text), security.decide_role(uuid, boolean) to tipsom_app;
