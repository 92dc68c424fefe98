-- Posts with dates: who gave a post, whom it covers for, and who ended it.
alter table posts
  add column covers_for uuid,
  add column given_by uuid,
  -- When what the person did in the post was passed on or ended.
  add column settled_at timestamptz,
  add column version integer not null default 1;
alter table posts
  add constraint posts_covers_for_fkey foreign key (covers_for) references practitioners on delete restrict not valid,
  add constraint posts_given_by_fkey foreign key (given_by) references practitioners on delete restrict not valid,
  add constraint posts_covers_another check (covers_for <> practitioner_id) not valid,
  -- Cover ends by itself.
  add constraint posts_cover_ends check (covers_for is null or ended_at is not null) not valid,
  add constraint posts_ends_after_it_began check (ended_at >= began_at) not valid;
-- Posts that had ended before are done with. Row-level security binds the owner of the table too.
alter table posts no force row level security;
update posts set settled_at = ended_at where ended_at <= now();
alter table posts force row level security;
create index posts_to_settle on posts (ended_at) where ended_at is not null and settled_at is null;

-- A person who leaves a post: one row for each post that ended, which an undoing gives back.
create table departures (
  id uuid primary key,
  post_id uuid not null references posts on delete restrict,
  practitioner_id uuid not null references practitioners on delete restrict,
  agency_id uuid not null references agencies on delete restrict,
  left_at timestamptz not null,
  -- The end that the post had before.
  ended_before timestamptz,
  -- Left although families had no one else: those who answer for the families were told.
  left_unassigned boolean not null,
  recorded_by uuid not null references practitioners on delete restrict,
  undone_by uuid references practitioners on delete restrict,
  undone_at timestamptz,
  constraint departures_of_another check (recorded_by <> practitioner_id),
  constraint departures_undone check (num_nulls(undone_by, undone_at) in (0, 2))
);
create unique index departures_once on departures (post_id) where undone_at is null;
create index departures_practitioner on departures (practitioner_id);

-- Once a quarter an agency's administrator confirms its people and their roles, as they stood on the page.
create table people_confirmations (
  id uuid primary key,
  agency_id uuid not null references agencies on delete restrict,
  confirmed_by uuid not null references practitioners on delete restrict,
  confirmed_at timestamptz not null,
  posts integer not null check (posts > 0)
);
create index people_confirmations_agency on people_confirmations (agency_id, confirmed_at desc);

do $$
declare
  job text;
begin
  foreach job in array array['ended-posts', 'people-confirmations'] loop
    perform jobs.create_queue(job,
      '{"policy": "stately", "retryLimit": 5, "retryDelay": 30, "retryBackoff": true, "expireInSeconds": 900}');
    insert into jobs.runs (name) values (job);
  end loop;
end $$;
