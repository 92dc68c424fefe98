-- One row. The offset moves deadlines, expiry and retention for everyone; only a demonstration may move it.
create table platform.settings (
  only_row boolean primary key default true check (only_row),
  demo boolean not null default false,
  clock_offset interval not null default '0',
  -- The demo county's stories are told once.
  stories_told boolean not null default false,
  -- How far ahead a claim may end: its life, and the difference between two clocks that is put up with. Brought up to
  -- date at every start, from libs/platform/claim.ts.
  longest_claim interval not null default '90 seconds'
);

insert into platform.settings default values;

-- Bank holidays in England, mirrored from libs/platform/working-days at every start.
create table platform.bank_holidays (
  day date primary key
);

-- With which secret this database was founded, as a fingerprint that reveals nothing of it: a program with another one
-- changes nothing here. Read by the owner alone.
create table platform.installation (
  only_row boolean primary key default true check (only_row),
  secret_fingerprint bytea not null
);
