-- A session or token begun before this is dead: set when a password is set or reset.
alter table auth.accounts add column if not exists credentials_changed_at timestamptz;

-- A session belongs to an account, so that its owner can list and end it. Those begun before this change have none: people
-- sign in again.
delete from auth.sessions;
alter table auth.sessions
  -- The table is empty.
  -- squawk-ignore adding-field-with-default
  add column id uuid not null default gen_random_uuid(),
  -- squawk-ignore adding-foreign-key-constraint
  add column account_id uuid references auth.accounts on delete cascade,
  add column began_at timestamptz not null default now(),
  add column last_used_at timestamptz not null default now(),
  -- In plain words: "Firefox on Windows".
  add column browser text,
  -- Why it ended before its time. The row stays for a day, so that the sign-in page can say so, and is never revived.
  add column ended_because text check (ended_because in ('sign_out', 'owner', 'limit', 'account'));
create unique index sessions_id on auth.sessions (id);
create index sessions_account on auth.sessions (account_id);

-- A token of a sign-in through the API ends when idle; a personal token has a name, a scope and an end.
alter table auth.tokens
  -- There are few tokens, each of a day's work.
  -- squawk-ignore adding-field-with-default
  add column id uuid not null default gen_random_uuid(),
  add column kind text not null default 'session' check (kind in ('session', 'personal')),
  add column name text check ((kind = 'personal') = (name is not null)),
  add column scope text not null default 'write' check (scope in ('read', 'write')),
  add column last_used_at timestamptz;
create unique index tokens_id on auth.tokens (id);
create index tokens_account on auth.tokens (account_id);
-- A second press of the button makes no second token.
create unique index tokens_name on auth.tokens (account_id, name);

-- What was typed into a form whose session had ended, until its author signs in again. Encrypted with a key that only the
-- author's browser has; `holder` is the digest of that key.
create table auth.kept_forms (
  id uuid primary key,
  account_id uuid not null references auth.accounts on delete cascade,
  holder bytea not null,
  content bytea not null check (octet_length(content) <= 600000),
  kept_at timestamptz not null
);
create index kept_forms_account on auth.kept_forms (account_id);
create index kept_forms_holder on auth.kept_forms (holder);
