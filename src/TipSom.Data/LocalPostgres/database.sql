-- Gives the current database to tipsom_owner and shuts everybody else out, except that tipsom_app may connect.
-- What tipsom_app may do inside is granted by the migrations. Run by a superuser after roles.sql, as often as one likes.
do $$
begin
    execute format('alter database %I owner to tipsom_owner', current_database());
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to tipsom_app', current_database());
    revoke create on schema public from public;
end
$$;
