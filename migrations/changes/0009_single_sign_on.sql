-- Single sign-on: where the people of an agency sign in instead, and which person an identifier there belongs to.
create table auth.identity_providers (
  id uuid primary key,
  agency_id uuid not null references agencies on delete restrict,
  -- As on the sign-in page.
  name text not null constraint identity_providers_name check (length(name) between 1 and 60),
  -- With links to it, another issuer would be another person: it never changes.
  issuer text not null check (issuer ~ '^https?://'),
  -- The claim that identifies a person there. Microsoft Entra gives each program another `sub`, and everywhere the same `oid`.
  subject_claim text not null check (subject_claim in ('sub', 'oid')),
  client_id text not null,
  -- Encrypted with a key of the program's secret, and bound to the provider.
  client_secret bytea not null,
  is_on boolean not null,
  changed_by uuid not null references practitioners on delete restrict,
  changed_at timestamptz not null,
  constraint identity_providers_once unique (agency_id, issuer)
);
create index identity_providers_changed_by on auth.identity_providers (changed_by);

-- Who an account's owner is at their agency's provider. An account with a link has no password.
create table auth.identity_links (
  id uuid primary key,
  provider_id uuid not null references auth.identity_providers on delete restrict,
  account_id uuid not null constraint identity_links_account unique references auth.accounts on delete cascade,
  subject text not null check (length(subject) between 1 and 255),
  -- Null for the owner, by an invitation.
  linked_by uuid references practitioners on delete restrict,
  linked_at timestamptz not null,
  constraint identity_links_subject unique (provider_id, subject)
);
create index identity_links_linked_by on auth.identity_links (linked_by);

-- Messages of providers that a person signed out there. Each counts once.
create table auth.logout_tokens (
  provider_id uuid not null references auth.identity_providers on delete cascade,
  token_hash bytea not null,
  expires_at timestamptz not null,
  primary key (provider_id, token_hash)
);
create index logout_tokens_expires on auth.logout_tokens (expires_at);
