-- Accounts, sessions, agencies and units stand outside row security: signing in happens before anybody is known. The runtime role
-- may keep sign-in state; it may not say who somebody is, what they may do, or which unit they belong to.
grant usage on schema identity to tipsom_app;
grant select on identity.users, identity.agencies, identity.units, identity.sessions,
    identity.user_claims, identity.user_logins, identity.user_tokens to tipsom_app;
grant update (
    password_hash, security_stamp, concurrency_stamp, access_failed_count, lockout_end, lockout_enabled, culture,
    email, normalized_email, email_confirmed, phone_number, phone_number_confirmed, two_factor_enabled
) on identity.users to tipsom_app;
grant insert, delete, update (idle_until) on identity.sessions to tipsom_app;
grant insert, update, delete on identity.user_tokens to tipsom_app;
grant select, insert on identity.protection_keys to tipsom_app;
