-- Who signed in with a password alone signs in anew.
delete from identity.sessions;
