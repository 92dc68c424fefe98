-- Passkeys: a second kind of second step. The device keeps the secret; the table has public keys only.
create table auth.passkeys (
  id uuid primary key,
  account_id uuid not null references auth.accounts on delete cascade,
  -- What its owner calls it.
  name text not null check (char_length(name) between 1 and 60),
  credential_id bytea not null unique check (octet_length(credential_id) between 1 and 1023),
  public_key bytea not null,
  -- The signatures that the device has counted; 0 for a passkey that is copied between devices.
  counter bigint not null check (counter >= 0),
  transports text[] not null,
  -- The make of authenticator. Zeros where the device does not say.
  aaguid uuid not null,
  device_type text not null check (device_type in ('single_device', 'multi_device')),
  is_backed_up boolean not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  check (device_type = 'multi_device' or not is_backed_up)
);
create index passkeys_account on auth.passkeys (account_id);
