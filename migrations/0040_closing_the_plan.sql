-- Closing says what became of every outcome: whoever may close the episode, a manager too, writes that down.
create policy closed on plan_outcomes for update to bridges_app
  using (episode_id = any(array(select access.may('episode.close'))));
