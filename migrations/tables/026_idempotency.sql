create table idempotent_answers (
  practitioner_id uuid not null references practitioners on delete restrict,
  key text not null,
  request_digest text not null,
  status smallint not null,
  body jsonb,
  headers jsonb not null default '{}',
  episode_id uuid,
  answered_at timestamptz not null,
  primary key (practitioner_id, key)
);
create index idempotent_answers_answered on idempotent_answers (answered_at);
