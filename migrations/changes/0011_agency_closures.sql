-- An agency that closes: the system administrator proposes it, an administrator of the agency agrees, and until the last day
-- either calls it off.
create table agency_closures (
  id uuid primary key,
  agency_id uuid not null references agencies on delete restrict,
  last_day date not null,
  -- The agency that takes over, if one does; `moves_people` says that its people go there too.
  successor_id uuid references agencies on delete restrict,
  moves_people boolean not null,
  reason text not null,
  proposed_by uuid not null references practitioners on delete restrict,
  proposed_at timestamptz not null,
  agreed_by uuid references practitioners on delete restrict,
  agreed_at timestamptz,
  called_off_by uuid references practitioners on delete restrict,
  called_off_at timestamptz,
  constraint agency_closures_two_people check (agreed_by <> proposed_by),
  constraint agency_closures_successor check (successor_id <> agency_id and (successor_id is not null or not moves_people)),
  constraint agency_closures_reason check (length(trim(reason)) between 1 and 2000),
  constraint agency_closures_agreed check (num_nulls(agreed_by, agreed_at) in (0, 2)),
  constraint agency_closures_called_off check (num_nulls(called_off_by, called_off_at) in (0, 2))
);
create unique index agency_closures_once on agency_closures (agency_id) where called_off_at is null;

-- What calling it off gives back: the end that each post had before, and the posts given at the agency that takes over.
create table agency_closure_posts (
  closure_id uuid not null references agency_closures on delete restrict,
  post_id uuid not null references posts on delete restrict,
  ended_before timestamptz,
  given boolean not null,
  primary key (closure_id, post_id)
);
create index agency_closure_posts_post on agency_closure_posts (post_id);
