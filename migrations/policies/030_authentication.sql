grant select, insert on auth.accounts to bridges_auth;
grant update (password_hash, disabled_at) on auth.accounts to bridges_auth;
-- Whether a person can sign in decides whether they are written to.
grant select (practitioner_id, disabled_at) on auth.accounts to bridges_reach;

grant select, insert, update, delete on auth.sessions to bridges_auth;

grant select, insert, update, delete on auth.tokens to bridges_auth;

grant select, insert, update, delete on auth.attempts to bridges_auth;
