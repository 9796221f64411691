-- Published figures: read by everybody signed in, as they were printed for everybody; entered and withdrawn by the national administrator, never
-- changed.
alter table statistics.published_figures enable row level security;
create policy published_figure_readable_by_everybody_signed_in on statistics.published_figures for select to tipsom_app
    using ((select security.my_user()) is not null);
create policy published_figure_entered_by_the_administrator on statistics.published_figures for insert to tipsom_app
    with check ((select security.my_role()) = 'NationalAdministrator' and entered_by_id = (select security.my_user()) and withdrawn_at is null);
create policy published_figure_withdrawn_by_the_administrator on statistics.published_figures for update to tipsom_app
    using ((select security.my_role()) = 'NationalAdministrator');
grant select, insert, update (withdrawn_at, withdrawn_by_id, withdrawn_by_name, withdrawal_reason) on statistics.published_figures to tipsom_app;
create trigger audit_published_figures after insert or update on statistics.published_figures for each row execute function audit.record('');

create function statistics.guard_published_figure() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    me security.person := security.me();
    name text := (select u.display_name from identity.users u where u.id = me.user_id);
begin
    -- What comes with the program nobody entered.
    if session_user <> 'tipsom_app' then
        return new;
    end if;
    if tg_op = 'INSERT' then
        new.entered_by_name := name;
        return new;
    end if;
    if old.withdrawn_at is not null then
        perform security.refuse('This figure was withdrawn already.');
    end if;
    if coalesce(trim(new.withdrawal_reason), '') = '' then
        perform security.refuse('Say why the figure is withdrawn.');
    end if;
    new.withdrawn_by_id := me.user_id;
    new.withdrawn_by_name := name;
    new.withdrawn_at := security.moment();
    return new;
end
$$;
create trigger guard_published_figure before insert or update on statistics.published_figures
    for each row execute function statistics.guard_published_figure();
revoke all on function statistics.guard_published_figure() from public;
