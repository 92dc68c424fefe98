-- Jobs: what the program does of itself, by the clock. pg-boss keeps the queue in this schema; it is made here, by the
-- owner, so that no role that serves ever creates or alters a table. The statements up to its version are those of
-- PgBoss.getConstructionPlans('jobs') of pg-boss 10.4.2; another version of it comes with a migration of its own.
create schema jobs;

CREATE TYPE jobs.job_state AS ENUM (
  'created',
  'retry',
  'active',
  'completed',
  'cancelled',
  'failed'
);

CREATE TABLE jobs.version (
  version int primary key,
  maintained_on timestamp with time zone,
  cron_on timestamp with time zone,
  monitored_on timestamp with time zone
);

CREATE TABLE jobs.queue (
  name text,
  policy text,
  retry_limit int,
  retry_delay int,
  retry_backoff bool,
  expire_seconds int,
  retention_minutes int,
  dead_letter text REFERENCES jobs.queue (name),
  partition_name text,
  created_on timestamp with time zone not null default now(),
  updated_on timestamp with time zone not null default now(),
  PRIMARY KEY (name)
);

CREATE TABLE jobs.schedule (
  name text REFERENCES jobs.queue ON DELETE CASCADE,
  cron text not null,
  timezone text,
  data jsonb,
  options jsonb,
  created_on timestamp with time zone not null default now(),
  updated_on timestamp with time zone not null default now(),
  PRIMARY KEY (name)
);

CREATE TABLE jobs.subscription (
  event text not null,
  name text not null REFERENCES jobs.queue ON DELETE CASCADE,
  created_on timestamp with time zone not null default now(),
  updated_on timestamp with time zone not null default now(),
  PRIMARY KEY(event, name)
);

CREATE TABLE jobs.job (
  id uuid not null default gen_random_uuid(),
  name text not null,
  priority integer not null default(0),
  data jsonb,
  state jobs.job_state not null default('created'),
  retry_limit integer not null default(2),
  retry_count integer not null default(0),
  retry_delay integer not null default(0),
  retry_backoff boolean not null default false,
  start_after timestamp with time zone not null default now(),
  started_on timestamp with time zone,
  singleton_key text,
  -- squawk-ignore prefer-timestamp-tz
  singleton_on timestamp without time zone,
  expire_in interval not null default interval '15 minutes',
  created_on timestamp with time zone not null default now(),
  completed_on timestamp with time zone,
  keep_until timestamp with time zone NOT NULL default now() + interval '14 days',
  output jsonb,
  dead_letter text,
  policy text
) PARTITION BY LIST (name);
-- squawk-ignore adding-serial-primary-key-field
ALTER TABLE jobs.job ADD PRIMARY KEY (name, id);
CREATE TABLE jobs.archive (LIKE jobs.job);
-- squawk-ignore adding-serial-primary-key-field
ALTER TABLE jobs.archive ADD PRIMARY KEY (name, id);
ALTER TABLE jobs.archive ADD archived_on timestamptz NOT NULL DEFAULT now();
CREATE INDEX archive_i1 ON jobs.archive(archived_on);

CREATE FUNCTION jobs.create_queue(queue_name text, options json)
RETURNS VOID AS
$$
DECLARE
  table_name varchar := 'j' || encode(sha224(queue_name::bytea), 'hex');
  queue_created_on timestamptz;
BEGIN

  WITH q as (
  INSERT INTO jobs.queue (
    name,
    policy,
    retry_limit,
    retry_delay,
    retry_backoff,
    expire_seconds,
    retention_minutes,
    dead_letter,
    partition_name
  )
  VALUES (
    queue_name,
    options->>'policy',
    (options->>'retryLimit')::int,
    (options->>'retryDelay')::int,
    (options->>'retryBackoff')::bool,
    (options->>'expireInSeconds')::int,
    (options->>'retentionMinutes')::int,
    options->>'deadLetter',
    table_name
  )
  ON CONFLICT DO NOTHING
  RETURNING created_on
  )
  SELECT created_on into queue_created_on from q;

  IF queue_created_on IS NULL THEN
    RETURN;
  END IF;

  EXECUTE format('CREATE TABLE jobs.%I (LIKE jobs.job INCLUDING DEFAULTS)', table_name);

  EXECUTE format('ALTER TABLE jobs.%1$I ADD PRIMARY KEY (name, id)', table_name);
  EXECUTE format('ALTER TABLE jobs.%1$I ADD CONSTRAINT q_fkey FOREIGN KEY (name) REFERENCES jobs.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED', table_name);
  EXECUTE format('ALTER TABLE jobs.%1$I ADD CONSTRAINT dlq_fkey FOREIGN KEY (dead_letter) REFERENCES jobs.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED', table_name);
  EXECUTE format('CREATE UNIQUE INDEX %1$s_i1 ON jobs.%1$I (name, COALESCE(singleton_key, '''')) WHERE state = ''created'' AND policy = ''short''', table_name);
  EXECUTE format('CREATE UNIQUE INDEX %1$s_i2 ON jobs.%1$I (name, COALESCE(singleton_key, '''')) WHERE state = ''active'' AND policy = ''singleton''', table_name);
  EXECUTE format('CREATE UNIQUE INDEX %1$s_i3 ON jobs.%1$I (name, state, COALESCE(singleton_key, '''')) WHERE state <= ''active'' AND policy = ''stately''', table_name);
  EXECUTE format('CREATE UNIQUE INDEX %1$s_i4 ON jobs.%1$I (name, singleton_on, COALESCE(singleton_key, '''')) WHERE state <> ''cancelled'' AND singleton_on IS NOT NULL', table_name);
  EXECUTE format('CREATE INDEX %1$s_i5 ON jobs.%1$I (name, start_after) INCLUDE (priority, created_on, id) WHERE state < ''active''', table_name);

  EXECUTE format('ALTER TABLE jobs.%I ADD CONSTRAINT cjc CHECK (name=%L)', table_name, queue_name);
  EXECUTE format('ALTER TABLE jobs.job ATTACH PARTITION jobs.%I FOR VALUES IN (%L)', table_name, queue_name);
END;
$$
LANGUAGE plpgsql;;

CREATE FUNCTION jobs.delete_queue(queue_name text)
RETURNS VOID AS
$$
DECLARE
  table_name varchar;
BEGIN
  WITH deleted as (
    DELETE FROM jobs.queue
    WHERE name = queue_name
    RETURNING partition_name
  )
  SELECT partition_name from deleted INTO table_name;

  EXECUTE format('DROP TABLE IF EXISTS jobs.%I', table_name);
END;
$$
LANGUAGE plpgsql;;

insert into jobs.version (version) values (24);

-- The role that runs jobs keeps their queue; it can neither make nor drop one, since it may create nothing here.
grant usage on schema jobs, access, platform to bridges_jobs;
grant select, insert, update, delete on jobs.job, jobs.archive to bridges_jobs;
grant select on jobs.queue, jobs.subscription to bridges_jobs;
grant select, insert, update, delete on jobs.schedule to bridges_jobs;
grant select, update on jobs.version to bridges_jobs;
-- pg-boss asks at every start for a queue of its own, which is there already.
grant insert on jobs.queue to bridges_jobs;
grant execute on function jobs.create_queue(text, json) to bridges_jobs;

-- How each job last went: what a health check and the figures tell of it.
create table jobs.runs (
  name text primary key references jobs.queue,
  known_since timestamptz not null default now(),
  last_succeeded_at timestamptz,
  last_failed_at timestamptz,
  -- Since the last success.
  failures_in_a_row integer not null default 0
);
grant select, update on jobs.runs to bridges_jobs;
grant usage on schema jobs to bridges_reach;
grant select on jobs.runs to bridges_reach;

-- At most one of each job waits, at most one runs and at most one is to be retried, however many programs there are.
do $$
declare
  job text;
begin
  perform jobs.create_queue('__pgboss__send-it', '{}');
  foreach job in array array['access-log-sealing', 'consent-reminders', 'access-watch', 'closure-proposal-lapses',
      'emergency-access-lapses', 'sign-in-expiry', 'idempotent-answer-expiry'] loop
    perform jobs.create_queue(job,
      '{"policy": "stately", "retryLimit": 5, "retryDelay": 30, "retryBackoff": true, "expireInSeconds": 900}');
    insert into jobs.runs (name) values (job);
  end loop;
end $$;

-- For health checks and figures: when each job last went well. Nothing of what it did.
create function platform.job_health()
  returns table (name text, known_since timestamptz, last_succeeded_at timestamptz, last_failed_at timestamptz, failures_in_a_row integer)
  language sql stable security definer set search_path = ''
  as $$ select r.name, r.known_since, r.last_succeeded_at, r.last_failed_at, r.failures_in_a_row from jobs.runs r order by r.name $$;
grant execute on function platform.job_health() to bridges_door;
alter function platform.job_health() owner to bridges_reach;

-- The role that runs jobs calls what the console called before. Opening a page sends nothing any more.
set local role bridges_reach;
drop function access.warn_me_of_endings();
grant execute on function access.warn_everybody_of_endings() to bridges_jobs;
grant execute on function access.watch(timestamptz) to bridges_jobs;
grant execute on function platform.now() to bridges_jobs;
set local role bridges_owner;

-- A proposal to close whose manager can approve it no longer has lapsed, and its proposer is told. Gives how many lapsed.
create function access.lapse_closure_proposals() returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
declare
  lapsed_now integer;
begin
  with lapsed as (
    update public.closure_proposals p set outcome = 'lapsed', outcome_at = date_trunc('milliseconds', platform.now())
    where p.outcome is null
      and not exists (select from access.approvers_of_closing(p.episode_id) a where a.practitioner_id = p.manager_id)
    returning p.episode_id, p.proposed_by
  ), told as (
    insert into public.messages (id, recipient_id, subject, body, href, sent_at)
    select gen_random_uuid(), l.proposed_by, 'The manager can no longer approve your closure',
      'The manager whom you asked can no longer approve closing an episode, so your proposal has lapsed. The episode stays open. To close it, ask another manager.',
      '/episodes/' || l.episode_id || '/closure', date_trunc('milliseconds', platform.now())
    from lapsed l
    join public.practitioners w on w.id = l.proposed_by and (w.left_at is null or w.left_at > platform.now())
    -- A message with a link goes to a person for whom it still opens something.
    where exists (select from access.involvements i where i.episode_id = l.episode_id and i.practitioner_id = l.proposed_by
        and i.begins <= platform.now() and i.ends > platform.now())
      and not exists (select from access.cuts c where c.episode_id = l.episode_id and c.practitioner_id = l.proposed_by
        and c.begins <= platform.now() and c.ends > platform.now())
  )
  select count(*) into lapsed_now from lapsed;
  return lapsed_now;
end $$;
grant execute on function access.lapse_closure_proposals() to bridges_jobs;
alter function access.lapse_closure_proposals() owner to bridges_reach;

-- Which lapses of emergency access have been announced, so that each is once.
create table jobs.announced_lapses (
  emergency_access_id uuid primary key,
  announced_at timestamptz not null
);
grant select, insert, delete on jobs.announced_lapses to bridges_reach;

-- Emergency access that has come to its own end: its holder is told that they read no longer; its reviewer, or while there
-- is none those who name one, that it waits for review. Only lapses of the last week: older ones are no news. Names no
-- child. Gives how many lapses were announced.
create function access.announce_emergency_lapses() returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
declare
  moment timestamptz := date_trunc('milliseconds', platform.now());
  announced integer;
begin
  delete from jobs.announced_lapses a where a.announced_at < pg_catalog.now() - interval '90 days';
  with lapsed as (
    insert into jobs.announced_lapses (emergency_access_id, announced_at)
    select x.id, pg_catalog.now() from public.emergency_accesses x
    where x.lapses_at <= moment and x.lapses_at > moment - interval '7 days'
      and (x.ended_at is null or x.ended_at > x.lapses_at)
    on conflict do nothing
    returning emergency_access_id
  ), told as (
    select x.practitioner_id as recipient_id, x.id, x.episode_id, 'holder' as part
    from lapsed l join public.emergency_accesses x on x.id = l.emergency_access_id
    union
    select x.reviewer_id, x.id, x.episode_id, 'reviewer'
    from lapsed l join public.emergency_accesses x on x.id = l.emergency_access_id
    where x.reviewer_id is not null and x.review_outcome is null
    union
    -- Information governance names the reviewer; a coordinator where information governance was the holder.
    select o.practitioner_id, x.id, x.episode_id, 'namer'
    from lapsed l
    join public.emergency_accesses x on x.id = l.emergency_access_id and x.reviewer_id is null
    join public.episodes e on e.id = x.episode_id
    join public.posts o on (o.ended_at is null or o.ended_at > moment)
    join public.agencies y on y.id = o.agency_id and y.authority_id = e.authority_id
    where o.practitioner_id <> x.practitioner_id
      and ((o.role = 'governance' and x.role <> 'governance')
        or (o.role = 'coordinator' and x.role = 'governance' and exists (select from access.grants g
          where g.episode_id = e.id and g.reach = 'coordinator' and g.subject_id = o.locality_id and g.tier = 0
            and g.begins <= moment and g.ends > moment)))
  ), sent as (
    insert into public.messages (id, recipient_id, subject, body, href, sent_at)
    select gen_random_uuid(), t.recipient_id,
      case t.part when 'holder' then 'Your emergency access has ended'
        when 'reviewer' then 'An emergency access waits for your review'
        else 'An emergency access needs a reviewer' end,
      case t.part when 'holder' then 'Your emergency access to a record ended by itself. Another agency will review why it was needed.'
        when 'reviewer' then 'An emergency access that you were asked to review has ended. Read the reason and record what you decide.'
        else 'An emergency access has ended and has no reviewer yet. Name one of another agency.' end,
      '/emergency-accesses', moment
    from told t
    join public.practitioners p on p.id = t.recipient_id and (p.left_at is null or p.left_at > moment)
    -- The holder is told in any case that they read no longer; others who are kept from the family are told nothing.
    where t.part = 'holder' or not exists (select from access.cuts c where c.practitioner_id = t.recipient_id
      and c.episode_id = t.episode_id and c.begins <= moment and c.ends > moment)
  )
  select count(*) into announced from lapsed;
  return announced;
end $$;
grant execute on function access.announce_emergency_lapses() to bridges_jobs;
alter function access.announce_emergency_lapses() owner to bridges_reach;

-- An answer is kept for the same request to be repeated within a day; it holds a copy of what stands in the record.
create index idempotent_answers_answered on idempotent_answers (answered_at);
create function access.expire_idempotent_answers() returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
declare
  expired integer;
begin
  delete from public.idempotent_answers a where a.answered_at < platform.now() - interval '24 hours';
  get diagnostics expired = row_count;
  return expired;
end $$;
grant execute on function access.expire_idempotent_answers() to bridges_jobs;
alter function access.expire_idempotent_answers() owner to bridges_reach;
