-- Closing says what became of every outcome: whoever may close the episode, a manager too, writes that down.
create policy closed on plan_outcomes for update to bridges_app
  using (episode_id = any(array(select access.may('episode.close'))));
create policy closed on outcome_scores for insert to bridges_app
  with check (episode_id = any(array(select access.may('episode.close'))));

-- A caseload reads everything within reach at once. Through the index of an exclusion constraint that costs five times
-- what it costs through one of these (30,000 families).
create index team_members_episode on team_members (episode_id);
create index lead_professional_appointments_episode on lead_professional_appointments (episode_id);
