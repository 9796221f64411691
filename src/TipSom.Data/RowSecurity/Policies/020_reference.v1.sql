-- Reference data: everybody reads it, only the owner changes it.
grant usage on schema reference to tipsom_app;
grant select on all tables in schema reference to tipsom_app;
