-- A form already carried out: written and read in the own name only, changed by nobody.
alter table casework.idempotency_keys enable row level security;
create policy form_key_of_own_user on casework.idempotency_keys for select to tipsom_app using (user_id = (select security.my_user()));
create policy form_key_written_in_own_name on casework.idempotency_keys for insert to tipsom_app
    with check (user_id = (select security.my_user()));
grant select, insert on casework.idempotency_keys to tipsom_app;
