grant select, insert on idempotent_answers to bridges_app;
create policy idempotent_answers_select_shielded on idempotent_answers as restrictive for select to bridges_app
  using (key not in (select access.answers_not_to_repeat()));
-- An answer is repeated only while its episode is still within reach.
create policy idempotent_answers_all on idempotent_answers for all to bridges_app
  using (practitioner_id = (select access.me())
    and (episode_id is null or episode_id = any(array(select access.may('episode.read')))));
