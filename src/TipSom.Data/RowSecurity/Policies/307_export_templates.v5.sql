-- Versions of the template for the National Police Bureau: read by who asks for exports, saved by the national administrator, never changed.
alter table statistics.export_templates enable row level security;
create policy export_template_read_by_who_asks on statistics.export_templates for select to tipsom_app using ((select security.reads_national_figures()));
create policy export_template_saved_by_the_administrator on statistics.export_templates for insert to tipsom_app
    with check ((select security.my_role()) = 'NationalAdministrator' and saved_by_id = (select security.my_user()));
grant select, insert on statistics.export_templates to tipsom_app;
create trigger audit_export_templates after insert or update on statistics.export_templates for each row execute function audit.record('');

create function statistics.guard_export_template() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    new.saved_by_name := coalesce((select u.display_name from identity.users u where u.id = security.my_user()), new.saved_by_name);
    new.saved_at := security.moment();
    return new;
end
$$;
create trigger guard_export_template before insert on statistics.export_templates for each row execute function statistics.guard_export_template();
revoke all on function statistics.guard_export_template() from public;
