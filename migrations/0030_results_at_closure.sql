-- Whoever may close an episode may also write down where each outcome of its plan stood at the end: a manager too,
-- who does not edit the plan.
create policy ended on outcome_scores for insert to bridges_app
  with check (episode_id = any(array(select access.may('episode.close'))));
