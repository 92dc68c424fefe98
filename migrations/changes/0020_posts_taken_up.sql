-- A person who already has an account takes up the post of an invitation with it. The person who was added for the
-- invitation leaves at that moment, and says who they are.
alter table practitioners add column taken_up_by uuid;
alter table practitioners
  add constraint practitioners_taken_up_by_fkey foreign key (taken_up_by) references practitioners on delete restrict not valid,
  add constraint practitioners_taken_up check (taken_up_by is null or (taken_up_by <> id and left_at is not null)) not valid;
create index practitioners_taken_up_by on practitioners (taken_up_by) where taken_up_by is not null;

-- When the owner of a personal token was told that it ends soon, and that of all of them that they rest soon.
alter table auth.tokens add column reminded_at timestamptz;
alter table auth.accounts add column tokens_reminded_at timestamptz;

-- The queue of the job that tells them.
do $$
begin
  perform jobs.create_queue('personal-token-reminders',
    '{"policy": "stately", "retryLimit": 5, "retryDelay": 30, "retryBackoff": true, "expireInSeconds": 900}');
  insert into jobs.runs (name) values ('personal-token-reminders');
end $$;
