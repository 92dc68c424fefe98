-- What a message asks for: it no longer asks once that is done (access.is_still_asked). A message without this only tells.
alter table messages add column about_kind text, add column about_id uuid;
alter table messages add constraint messages_about check (num_nulls(about_kind, about_id) in (0, 2)) not valid;
-- squawk-ignore constraint-missing-not-valid
alter table messages validate constraint messages_about;

-- How a practitioner wants to hear of their messages outside Bridges; without a row: at once.
create table notification_choices (
  practitioner_id uuid primary key references practitioners on delete restrict,
  email text not null check (email in ('at_once', 'daily', 'never')),
  -- Hours in Europe/London.
  digest_hour smallint not null default 8 check (digest_hour between 0 and 23),
  quiet_from smallint check (quiet_from between 0 and 23),
  quiet_until smallint check (quiet_until between 0 and 23),
  changed_at timestamptz not null,
  version integer not null default 1,
  constraint notification_choices_quiet check (num_nulls(quiet_from, quiet_until) in (0, 2) and quiet_from <> quiet_until)
);

-- The outbox. A row is written in the transaction that causes the e-mail; a job sends it. The id is its Message-ID.
create table mails (
  id uuid primary key,
  recipient_id uuid not null references practitioners on delete restrict,
  kind text not null constraint mails_kind check (kind ~ '^[a-z_]{1,40}$'),
  -- Identifiers of what the e-mail is about; never a secret, a name or a word of a case.
  parameters jsonb not null default '{}',
  urgent boolean not null default false,
  queued_at timestamptz not null,
  due_at timestamptz not null,
  attempts integer not null default 0,
  -- In the hands of a sender, or waiting for its next attempt, until then (real time).
  not_before timestamptz,
  finished_at timestamptz,
  outcome text check (outcome in ('sent', 'failed', 'dropped')),
  -- Why the last attempt failed, or why it was dropped: one of a few words.
  reason text constraint mails_reason check (reason ~ '^[a-z_]{1,40}$'),
  constraint mails_finished check (num_nulls(finished_at, outcome) in (0, 2))
);
create index mails_due on mails (due_at) where finished_at is null;
create index mails_finished on mails (finished_at) where finished_at is not null;
create index mails_recipient on mails (recipient_id);

create table mail_messages (
  mail_id uuid not null references mails on delete cascade,
  message_id uuid not null references messages on delete cascade,
  primary key (mail_id, message_id)
);
create index mail_messages_message on mail_messages (message_id);

-- A secret address at which a calendar program reads one person's dates. The address is stored only as a hash.
create table calendar_feeds (
  id uuid primary key,
  practitioner_id uuid not null references practitioners on delete restrict,
  secret_hash bytea not null constraint calendar_feeds_secret unique,
  begun_at timestamptz not null,
  ended_at timestamptz,
  constraint calendar_feeds_ended check (ended_at is null or ended_at >= begun_at)
);
create unique index calendar_feeds_one on calendar_feeds (practitioner_id) where ended_at is null;

-- Where an agency's own system is told of acts. The signing secret derives from secret_id and the program's secret.
create table webhooks (
  id uuid primary key,
  agency_id uuid not null references agencies on delete restrict,
  url text not null constraint webhooks_url check (length(url) between 10 and 500 and url ~ '^https?://'),
  kinds text[] not null constraint webhooks_kinds check (cardinality(kinds) > 0),
  secret_id uuid not null,
  created_by uuid not null references practitioners on delete restrict,
  created_at timestamptz not null,
  -- Failed attempts since the last success.
  failures integer not null default 0,
  -- Turned off after repeated failure, until an administrator turns it on again.
  disabled_at timestamptz,
  ended_at timestamptz,
  constraint webhooks_ended check (ended_at is null or ended_at >= created_at)
);
create unique index webhooks_once on webhooks (agency_id, url) where ended_at is null;

create table webhook_deliveries (
  id uuid primary key,
  webhook_id uuid not null references webhooks on delete restrict,
  -- The access log's entry of the act; the receiver knows it as webhook-id.
  event_id uuid not null,
  kind text not null,
  subject_id uuid,
  episode_id uuid not null references episodes on delete restrict,
  happened_at timestamptz not null,
  due_at timestamptz not null,
  attempts integer not null default 0,
  not_before timestamptz,
  finished_at timestamptz,
  outcome text check (outcome in ('delivered', 'failed')),
  status smallint,
  reason text constraint webhook_deliveries_reason check (reason ~ '^[a-z_]{1,40}$'),
  constraint webhook_deliveries_once unique (webhook_id, event_id),
  constraint webhook_deliveries_finished check (num_nulls(finished_at, outcome) in (0, 2))
);
create index webhook_deliveries_due on webhook_deliveries (due_at) where finished_at is null;
create index webhook_deliveries_episode on webhook_deliveries (episode_id);

-- What a person's own to-do list and calendar look for.
create index tac_attendances_practitioner on tac_attendances (practitioner_id) where practitioner_id is not null;
create index tac_meetings_chair on tac_meetings (chair_id) where status = 'planned';
create index tac_meetings_note_taker on tac_meetings (note_taker_id) where status = 'planned';
create index assessments_drafts on assessments (assessor_id) where completed_at is null;
create index checklists_drafts on checklists (saved_by) where completed_at is null;

grant usage on schema auth to bridges_reach;

do $$
declare
  job text;
begin
  foreach job in array array['mail-delivery', 'webhook-delivery'] loop
    perform jobs.create_queue(job,
      '{"policy": "stately", "retryLimit": 5, "retryDelay": 30, "retryBackoff": true, "expireInSeconds": 900}');
    insert into jobs.runs (name) values (job);
  end loop;
end $$;

insert into access.bundle_parts (relation, place, title, left_out_because) values
  ('public.webhook_deliveries', 95, 'Notices to other systems', 'Which system was told that something happened; what happened stands in the record.');
