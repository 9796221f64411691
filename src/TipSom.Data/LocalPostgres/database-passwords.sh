#!/bin/sh
# First start of the database of docker-compose.yml, after roles.sql: the roles' passwords.
# Read by psql itself, so that they stand in no command line.
set -e
psql --set=ON_ERROR_STOP=1 --no-psqlrc --quiet --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
\getenv owner_password TIPSOM_OWNER_PASSWORD
\getenv app_password TIPSOM_APP_PASSWORD
alter role tipsom_owner password :'owner_password';
alter role tipsom_app password :'app_password';
SQL
