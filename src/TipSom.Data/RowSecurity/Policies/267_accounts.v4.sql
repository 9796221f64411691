-- What lets somebody in is kept by who finds out who somebody is: the program, under a context signed for that. Without one a connection as
-- the role of requests can neither plant a session, nor change a password, nor take somebody's second factor away.
do $$
declare
    kept text;
begin
    foreach kept in array array['sessions', 'authenticators', 'code_cards', 'known_devices', 'known_places', 'guess_counts', 'used_ceremonies', 'user_passkeys'] loop
        execute format('alter table identity.%I enable row level security', kept);
        execute format('create policy %1$s_read_by_sign_in on identity.%1$I for select to tipsom_app using ((select security.works_as(''sign-in'')))', kept);
        execute format('create policy %1$s_made_by_sign_in on identity.%1$I for insert to tipsom_app with check ((select security.works_as(''sign-in'')))', kept);
        if has_any_column_privilege('tipsom_app', 'identity.' || kept, 'update') then
            execute format('create policy %1$s_kept_by_sign_in on identity.%1$I for update to tipsom_app using ((select security.works_as(''sign-in''))) with check ((select security.works_as(''sign-in'')))', kept);
        end if;
        if has_table_privilege('tipsom_app', 'identity.' || kept, 'delete') then
            execute format('create policy %1$s_ended_by_sign_in on identity.%1$I for delete to tipsom_app using ((select security.works_as(''sign-in'')))', kept);
        end if;
    end loop;
end
$$;
-- A key is also asked for, and taken into use, by the person it belongs to.
create policy own_keys_read on identity.user_passkeys for select to tipsom_app using (user_id = (select security.my_user()));
create policy own_keys_made on identity.user_passkeys for insert to tipsom_app with check (user_id = (select security.my_user()));
create policy own_keys_kept on identity.user_passkeys for update to tipsom_app
    using (user_id = (select security.my_user())) with check (user_id = (select security.my_user()));

-- Everybody is known by name to everybody; the own password and language are changed by oneself.
alter table identity.users enable row level security;
create policy accounts_known on identity.users for select to tipsom_app using (true);
create policy own_account_kept on identity.users for update to tipsom_app
    using (id = (select security.my_user())) with check (id = (select security.my_user()));

-- Nothing uses them.
revoke all on identity.user_tokens, identity.user_claims, identity.user_logins from tipsom_app;

-- Policies ask it.
grant execute on function security.works_as(text) to tipsom_app;
