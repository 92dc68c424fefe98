-- What serves or measures a sensitive outcome is as sensitive as the outcome.
create function access.copy_topic_of_outcome() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare
  theirs text := (select o.topic from public.plan_outcomes o where o.id = new.outcome_id);
begin
  if theirs <> '' or tg_table_name = 'outcome_scores' then new.topic := theirs; end if;
  return new;
end $$;
grant execute on function access.copy_topic_of_outcome() to bridges_owner;

-- Only assigning an action is checked: what its assignee can no longer see is passed on by access.pass_on.
create function access.check_action_assignee() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if new.doer_practitioner_id is distinct from old.doer_practitioner_id
     and not access.may_be_given(new.episode_id, new.doer_practitioner_id, new.topic) then
    raise exception 'The practitioner who will do this cannot see this topic' using errcode = '42501';
  end if;
  return new;
end $$;

grant select, insert on delivery_plans to bridges_app;
grant update (agreed_on, agreed_with, version) on delivery_plans to bridges_app;
create policy delivery_plans_select on delivery_plans for select to bridges_app
  using (episode_id = any(array(select access.may('record.read'))));
create policy delivery_plans_insert on delivery_plans for insert to bridges_app
  with check (episode_id = any(array(select access.may('plan.edit'))));
create policy delivery_plans_insert_still_open on delivery_plans as restrictive for insert to bridges_app
  with check (exists (select from episodes e where e.id = delivery_plans.episode_id and e.closed_at is null));
create policy delivery_plans_update on delivery_plans for update to bridges_app
  using (episode_id = any(array(select access.may('plan.edit'))));

grant select, insert on plan_outcomes to bridges_app;
grant update (position, description, every_child_matters, elements, target_score, current_score, result, version)
  on plan_outcomes to bridges_app;
grant update (current_score, result, version) on plan_outcomes to bridges_reach;
create policy plan_outcomes_select on plan_outcomes for select to bridges_app
  using (episode_id = any(array(select access.may('record.read'))));
create policy plan_outcomes_insert on plan_outcomes for insert to bridges_app
  with check (episode_id = any(array(select access.may('plan.edit'))));
create policy plan_outcomes_insert_still_open on plan_outcomes as restrictive for insert to bridges_app
  with check (exists (select from episodes e where e.id = plan_outcomes.episode_id and e.closed_at is null));
create policy plan_outcomes_update on plan_outcomes for update to bridges_app
  using (episode_id = any(array(select access.may('plan.edit'))));
create policy plan_outcomes_update_scored on plan_outcomes for update to bridges_app
  using (episode_id = any(array(select access.may('review.hold'))));
-- Closing says what became of every outcome: all who may close the episode, managers too, write that down.
create policy plan_outcomes_update_closed on plan_outcomes for update to bridges_app
  using (episode_id = any(array(select access.may('episode.close'))));
create policy plan_outcomes_update_by_reach on plan_outcomes for update to bridges_reach
  using (true);
create policy plan_outcomes_all_sensitive on plan_outcomes as restrictive for all to bridges_app
  using (topic = '' or written_by = (select access.me())
    or (episode_id || ' ' || topic) = any(array(select access.topics())));

grant select, insert on plan_actions to bridges_app;
grant update (description, doer_practitioner_id, doer_name, due_on, status, family_agreement,
    family_agreement_note, progress_note, done_on, dropped_because, changed_at, version)
  on plan_actions to bridges_app;
create policy plan_actions_select on plan_actions for select to bridges_app
  using (episode_id = any(array(select access.may('record.read'))));
create policy plan_actions_insert on plan_actions for insert to bridges_app
  with check (episode_id = any(array(select access.may('plan.edit'))));
create policy plan_actions_insert_still_open on plan_actions as restrictive for insert to bridges_app
  with check (exists (select from episodes e where e.id = plan_actions.episode_id and e.closed_at is null));
-- An action belongs to an outcome that its writer can see.
create policy plan_actions_insert_seen_outcome on plan_actions as restrictive for insert to bridges_app
  with check (outcome_id in (select o.id from plan_outcomes o where o.id = outcome_id));
create policy plan_actions_insert_given on plan_actions as restrictive for insert to bridges_app
  with check (access.may_be_given(episode_id, doer_practitioner_id, topic));
create policy plan_actions_update on plan_actions for update to bridges_app
  using (episode_id = any(array(select access.may('plan.edit'))));
create policy plan_actions_update_own_action on plan_actions for update to bridges_app
  using (doer_practitioner_id = (select access.me()) and episode_id = any(array(select access.may('plan.act'))));
create policy plan_actions_all_sensitive on plan_actions as restrictive for all to bridges_app
  using (topic = '' or written_by = (select access.me())
    or (episode_id || ' ' || topic) = any(array(select access.topics())));

create trigger check_action_assignee before update on plan_actions for each row execute function access.check_action_assignee();
create trigger copy_topic_of_outcome before insert on plan_actions for each row execute function access.copy_topic_of_outcome();
create trigger verify_receiver before insert or update on plan_actions for each row when (current_user = 'bridges_app')
  execute function access.assert_receiver('2', 'doer_practitioner_id');
