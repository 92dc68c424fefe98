-- Authentication: accounts, sessions, tokens. Another role keeps it; the role that serves cases cannot look in, and this
-- one sees no case.
create table auth.accounts (
  id uuid primary key,
  username text not null unique check (username = lower(username)),
  password_hash text not null,
  practitioner_id uuid not null references practitioners on delete restrict,
  -- Shown on the sign-in page of a demonstration only.
  demo_sentence text,
  demo_order smallint,
  disabled_at timestamptz
);

create table auth.sessions (
  sid text primary key,
  sess json not null,
  expire timestamptz not null
);
create index sessions_expire on auth.sessions (expire);

create table auth.tokens (
  token_hash bytea primary key,
  account_id uuid not null references auth.accounts on delete cascade,
  post_id uuid not null references posts on delete cascade,
  issued_at timestamptz not null,
  expires_at timestamptz not null
);
create index tokens_expires on auth.tokens (expires_at);

create table auth.attempts (
  key text primary key,
  points integer not null default 0,
  expire bigint
);
