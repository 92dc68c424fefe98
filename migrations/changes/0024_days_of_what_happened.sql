-- The day on which a level was decided, where that is not the day on which it was written down.
alter table level_decisions add column decided_on date;
alter table level_decisions
  -- Rows have no value in this column yet: checking them takes no time.
  -- squawk-ignore constraint-missing-not-valid
  add constraint level_decisions_decided check (decided_on <= (decided_at at time zone 'Europe/London')::date);

-- Of two scores about one day the later typed counts.
alter table outcome_scores add column recorded_at timestamptz not null default now();
