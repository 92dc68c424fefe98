-- The key that claims are signed with. The serving role cannot read it.
create table access.signing_keys (
  key bytea not null,
  -- Where a transaction keeps who is asking, once the claim has been checked: a setting whose name only the database knows,
  -- since it comes of the key. What is kept holds for the same claim, and until the people of the authority change.
  -- One row.
  slot text not null generated always as ('bridges.k' || encode(sha256(key), 'hex')) stored,
  -- Where a transaction keeps who is asking, once the claim has been checked: a setting whose name only the database knows,
  -- since it comes of the key. What is kept holds for the same claim, and until the people of the authority change.
  -- One row.
  people_changed uuid not null default gen_random_uuid()
);

-- libs/access/rules.ts, row for row; brought up to date at every start.
create table access.rules (
  permission text not null,
  role text not null,
  reach text not null,
  tier smallint not null,
  primary key (permission, role, reach)
);
create index rules_role on access.rules (role, reach, tier);

-- How a practitioner comes to an episode. Each reach is written once, in access.derived_grants; access.grants holds
-- the same rows so that a question about reach is one index scan, and is rebuilt for an episode in the transaction
-- that changed it. Intervals carry the dates, so expiry needs no job and the clock may stand anywhere.
create table access.grants (
  episode_id uuid not null,
  reach text not null,
  -- A practitioner, an agency, a locality or an authority, as the reach has it.
  subject_id uuid not null,
  tier smallint not null,
  topic text not null,
  begins timestamptz not null,
  ends timestamptz not null
);
create index grants_subject on access.grants (reach, subject_id, tier) include (episode_id, begins, ends);
create index grants_episode on access.grants (episode_id, subject_id, reach, tier) include (begins, ends);

create table access.exclusions (
  practitioner_id uuid not null,
  episode_id uuid not null,
  cause text not null,
  begins timestamptz not null,
  ends timestamptz not null
);
create index exclusions_practitioner on access.exclusions (practitioner_id, episode_id);
create index exclusions_episode on access.exclusions (episode_id);

-- Children whom a shield conceals: the child, and those who live with them, since a sibling's page would show the same door.
create table access.concealments (
  shield_id uuid not null,
  child_id uuid not null,
  begins timestamptz not null,
  ends timestamptz not null
);
create index concealments_child on access.concealments (child_id);
create index concealments_shield on access.concealments (shield_id);
