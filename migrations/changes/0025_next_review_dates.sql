-- The date of the next review, set or moved between reviews. The record holds the date that stands; every change stays here.
create table next_review_dates (
  id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  review_on date not null,
  -- The date that stood until then; none when it is the first.
  moved_from date,
  reason text,
  recorded_by uuid not null references practitioners on delete restrict,
  recorded_at timestamptz not null,
  constraint next_review_dates_to_come check (review_on >= (recorded_at at time zone 'Europe/London')::date),
  constraint next_review_dates_moved check (moved_from is null or coalesce(reason, '') ~ '\S')
);
create index next_review_dates_episode on next_review_dates (episode_id, recorded_at);

insert into access.bundle_parts (relation, place, title, condition) values
  ('public.next_review_dates', 29, 'Dates set for reviews', 't.episode_id = any($2)');
