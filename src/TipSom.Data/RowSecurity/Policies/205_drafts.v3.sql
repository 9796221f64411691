-- What somebody has typed and not finished is theirs alone: a supervisor, a colleague and the auditor see neither text nor title.
alter table casework.drafts enable row level security;
create policy draft_of_own_user on casework.drafts for select to tipsom_app using (user_id = (select security.my_user()));
create policy draft_kept_in_own_name on casework.drafts for insert to tipsom_app with check (user_id = (select security.my_user()));
create policy draft_saved_and_ended_by_own_user on casework.drafts for update to tipsom_app
    using (user_id = (select security.my_user())) with check (user_id = (select security.my_user()));
grant select, insert, update (title, form_key, sealed_content, saved_at, expires_at, ended_at) on casework.drafts to tipsom_app;

-- Nobody fills the disk with drafts (Draft.MostKept; a test compares them).
create function security.guard_draft() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if (select count(*) from casework.drafts d where d.user_id = new.user_id and d.ended_at is null) >= 100
        and not exists (select from casework.drafts d where d.user_id = new.user_id and d.page = new.page) then
        perform security.refuse('You have 100 drafts. Finish or discard one of them first.');
    end if;
    return new;
end
$$;
revoke all on function security.guard_draft() from public;
create trigger guard_draft before insert on casework.drafts for each row execute function security.guard_draft();

-- Drafts whose time is over are emptied, a batch at a time, by a worker that is nobody. By the clock of the database, so that nobody can be early.
create function security.empty_expired_drafts(batch integer) returns integer
    language sql security definer
    set search_path = pg_catalog
as $$
    with emptied as (
        update casework.drafts set sealed_content = '', ended_at = security.moment()
        where id in (
            select d.id from casework.drafts d
            where d.ended_at is null and d.expires_at <= security.moment()
            order by d.expires_at limit batch for update skip locked)
        returning 1)
    select count(*)::integer from emptied
$$;
revoke all on function security.empty_expired_drafts(integer) from public;
grant execute on function security.empty_expired_drafts(integer) to tipsom_app;
