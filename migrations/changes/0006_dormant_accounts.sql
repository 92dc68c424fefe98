-- The queue of the job that suspends accounts long unused.
do $$
begin
  perform jobs.create_queue('dormant-accounts',
    '{"policy": "stately", "retryLimit": 5, "retryDelay": 30, "retryBackoff": true, "expireInSeconds": 900}');
  insert into jobs.runs (name) values ('dormant-accounts');
end $$;
