-- The life of an account: invited, in use, suspended. It begins when its invitation is accepted, so there is none without
-- an owner. Times are those of the real clock: a demonstration's clock moves no sign-in.
-- squawk-ignore renaming-column
alter table auth.accounts rename column disabled_at to suspended_at;
-- Null for a person who signs in with their agency's own sign-in.
-- squawk-ignore ban-drop-not-null
alter table auth.accounts alter column password_hash drop not null;
alter table auth.accounts
  add column created_at timestamptz not null default now(),
  -- Where a new link goes: the address of the accepted invitation. Who could change it could take the account.
  add column email text,
  add column last_signed_in_at timestamptz,
  -- A session or token begun before this is dead.
  add column if not exists credentials_changed_at timestamptz,
  -- squawk-ignore adding-foreign-key-constraint
  add column suspended_by uuid references agencies on delete restrict,
  add column suspension_reason text;
create unique index accounts_practitioner on auth.accounts (practitioner_id);

-- A link to set up an account, once. The table holds only the digest of its secret.
create table auth.invitations (
  id uuid primary key,
  practitioner_id uuid not null references practitioners on delete restrict,
  email text not null,
  secret_hash bytea not null unique,
  invited_by uuid references practitioners on delete restrict,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz
);
create unique index invitations_open on auth.invitations (practitioner_id)
  where accepted_at is null and withdrawn_at is null;

-- A link to set a new password, once.
create table auth.password_resets (
  id uuid primary key,
  account_id uuid not null references auth.accounts on delete cascade,
  secret_hash bytea not null unique,
  -- Null: asked for on the sign-in page.
  requested_by uuid references practitioners on delete restrict,
  requested_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index password_resets_account on auth.password_resets (account_id);
create index password_resets_expires on auth.password_resets (expires_at);
