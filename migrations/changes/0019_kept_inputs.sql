-- What a person typed on one page for the next: a search and its result page, the steps of a new record. It is kept here and
-- not in an address, which would stay in histories and logs. Encrypted with a key of the installation.
create table auth.kept_inputs (
  id uuid primary key,
  account_id uuid not null references auth.accounts on delete cascade,
  -- The post in which it was typed: another post of the same person reaches other families.
  post_id uuid not null,
  -- The beginning of the session in which it can be opened; a draft has none, because it outlives the session.
  began_at timestamptz,
  kind text not null check (kind in ('search', 'own families', 'episode names', 'new child')),
  content bytea not null check (octet_length(content) <= 600000),
  kept_at timestamptz not null
);
create index kept_inputs_account on auth.kept_inputs (account_id, kind);
