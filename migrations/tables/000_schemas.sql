create extension if not exists pgcrypto;
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

revoke create on schema public from public;
create schema access;
create schema audit;
create schema auth;
create schema platform;
grant usage on schema public, access, audit, platform to bridges_app, bridges_reach;
grant usage on schema public, access, auth, platform to bridges_auth;
grant usage on schema audit to bridges_sealer;
grant create on schema access, platform to bridges_reach;
alter default privileges revoke execute on functions from public;
