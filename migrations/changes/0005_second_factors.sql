-- The second step of signing in: an authenticator app, and codes for when the phone is lost.
create table auth.second_factors (
  id uuid primary key,
  account_id uuid not null references auth.accounts on delete cascade,
  kind text not null check (kind in ('totp')),
  -- Encrypted with a key of the program's secret: a copy of the database makes no codes.
  secret bytea not null,
  created_at timestamptz not null,
  -- Null while it is being set up: it counts only once a code has shown that the app has the secret.
  confirmed_at timestamptz,
  -- The time step of the last code accepted. An earlier code, and the same one again, is refused.
  last_step bigint,
  check ((confirmed_at is null) = (last_step is null)),
  unique (account_id, kind)
);

-- Each works once, in place of a code. The table holds only their digests.
create table auth.recovery_codes (
  account_id uuid not null references auth.accounts on delete cascade,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);

-- Agencies that ask a second step of everyone, whatever their role.
create table auth.agencies_with_second_factor (
  agency_id uuid primary key references agencies on delete restrict,
  required_by uuid not null references practitioners on delete restrict,
  required_at timestamptz not null
);
create index agencies_with_second_factor_required_by on auth.agencies_with_second_factor (required_by);

-- When the holder of a token last proved who they are: with it they may do what asks for that again.
alter table auth.tokens add column confirmed_at timestamptz;
