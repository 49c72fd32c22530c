#!/bin/sh
# Runs once, when the database's volume is empty: the owner of Daylight's tables is not a superuser.
set -eu
psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres --set=password="$DAYLIGHT_OWNER_PASSWORD" <<'SQL'
create role daylight_owner login createrole bypassrls password :'password';
create database daylight owner daylight_owner template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8' locale 'C';
revoke all on database daylight from public;
SQL
