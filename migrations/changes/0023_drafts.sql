-- What a person typed into a form and has not sent. Private to them; no part of the record until the form is sent.
create table drafts (
  id uuid primary key,
  practitioner_id uuid not null references practitioners on delete restrict,
  -- The post in which it was typed: another post of the same person reaches other families.
  post_id uuid not null references posts on delete restrict,
  -- The address that the form is sent to, and that of the page which it is on.
  form text not null check (form like '/%' and length(form) <= 300),
  page text not null check (page like '/%' and length(page) <= 1000),
  -- What the person must still be permitted to do, on this episode or child if there is one. Without it no one reads the draft.
  permission text not null check (permission <> ''),
  -- No foreign keys: a draft neither belongs to the record nor keeps it; destroying the record deletes it.
  episode_id uuid,
  child_id uuid,
  -- The fields, encrypted with a key of the installation.
  content bytea not null check (octet_length(content) <= 600000),
  revision integer not null check (revision > 0),
  saved_at timestamptz not null,
  constraint drafts_about_one check (num_nonnulls(episode_id, child_id) <= 1)
);
create index drafts_practitioner on drafts (practitioner_id, page);
create index drafts_episode on drafts (episode_id);
create index drafts_child on drafts (child_id);

do $$
begin
  perform jobs.create_queue('draft-expiry',
    '{"policy": "stately", "retryLimit": 5, "retryDelay": 30, "retryBackoff": true, "expireInSeconds": 900}');
  insert into jobs.runs (name) values ('draft-expiry');
end $$;
