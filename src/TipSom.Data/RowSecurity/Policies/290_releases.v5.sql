-- Releases of public figures: made and signed off by the national administrator, read by everybody once signed, also without an account. The
-- counts on which they rest stay with who makes the next one.
alter table statistics.releases enable row level security;
create policy release_readable_by_everybody_once_signed on statistics.releases for select to tipsom_app
    using (signed_at is not null or (select security.my_role()) = 'NationalAdministrator');
create policy release_made_by_the_administrator on statistics.releases for insert to tipsom_app
    with check ((select security.my_role()) = 'NationalAdministrator' and made_by_id = (select security.my_user()) and signed_at is null);
create policy release_signed_by_the_administrator on statistics.releases for update to tipsom_app
    using ((select security.my_role()) = 'NationalAdministrator' and signed_at is null)
    with check (signed_by_id = (select security.my_user()));
grant select, insert, update (signed_at, signed_by_id, signed_by_name) on statistics.releases to tipsom_app;
create trigger audit_releases after insert or update on statistics.releases for each row execute function audit.record('');

alter table statistics.release_bases enable row level security;
create policy release_bases_of_the_administrator on statistics.release_bases for select to tipsom_app
    using ((select security.my_role()) = 'NationalAdministrator');
create policy release_bases_kept_by_the_administrator on statistics.release_bases for insert to tipsom_app
    with check ((select security.my_role()) = 'NationalAdministrator' and exists (
        select from statistics.releases r where r.id = release_id and r.made_by_id = (select security.my_user()) and r.signed_at is null));
grant select, insert on statistics.release_bases to tipsom_app;
create trigger audit_release_bases after insert or update on statistics.release_bases for each row execute function audit.record('release_id');

-- Whose act it was, and when, is the database's to say. A release rests on the latest that was signed before it.
create function statistics.guard_release() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    me security.person := security.me();
    latest uuid;
begin
    if session_user <> 'tipsom_app' then
        return new;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('releases', new.year));
    select r.id into latest from statistics.releases r
    where r.year = new.year and r.signed_at is not null and r.id <> new.id order by r.signed_at desc limit 1;
    if tg_op = 'INSERT' then
        new.made_at := security.moment();
        new.made_by_name := (select u.display_name from identity.users u where u.id = me.user_id);
        return new;
    end if;
    if new.earlier_id is distinct from latest then
        perform security.refuse('Another release of this year was signed off since. Make this one anew.');
    end if;
    new.signed_at := security.moment();
    new.signed_by_name := (select u.display_name from identity.users u where u.id = me.user_id);
    return new;
end
$$;
create trigger guard_release before insert or update on statistics.releases for each row execute function statistics.guard_release();
revoke all on function statistics.guard_release() from public;
