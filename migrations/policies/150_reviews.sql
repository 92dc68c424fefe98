-- Closing ends everything that was open, wherever the closing practitioner's reach stops.
create function access.close_episode() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare
  meeting uuid;
begin
  update public.episode_records set status = 'closed' where episode_id = new.episode_id;
  update public.episode_children set ended_at = new.closed_at where episode_id = new.episode_id and ended_at is null;
  update public.episodes set closed_at = new.closed_at where id = new.episode_id;
  update public.lead_professional_proposals set answer = 'superseded', answer_reason = 'The episode closed', answered_at = new.closed_at
    where episode_id = new.episode_id and answer is null;
  update public.closure_proposals set outcome = 'superseded', outcome_at = new.closed_at
    where episode_id = new.episode_id and outcome is null;
  for meeting in
    update public.tac_meetings t set status = 'cancelled', recorded_by = new.recorded_by, recorded_at = new.closed_at, version = t.version + 1
    where t.episode_id = new.episode_id and t.status = 'planned' and t.starts_at > new.closed_at
    returning t.id
  loop
    perform access.tell_of_cancelled_meeting(meeting, 'The episode has closed, so a meeting that you were invited to is cancelled.');
    -- As cancelling it alone is recorded, which systems of agencies are told of.
    insert into audit.entries (id, at, practitioner_id, agency_id, role, act, subject_kind, subject_id, episode_id, reaches, detail)
    select gen_random_uuid(), new.closed_at, a.practitioner_id, a.agency_id, a.role, 'cancel meeting', 'tac_meeting', meeting,
      new.episode_id, '{}', '{}' from access.actor() a;
  end loop;
  return null;
end $$;

-- Who may approve, by their reach as a manager or coordinator. One episode's grants only.
create function access.closure_approvers_all(episode uuid)
  returns table (practitioner_id uuid, agency_id uuid, reach text)
  language sql stable security definer set search_path = ''
  as $$
    select distinct o.practitioner_id, o.agency_id, g.reach
    from access.grants g
    join access.rules r on r.permission = 'closure.approve' and r.reach = g.reach and r.tier = g.tier
    cross join lateral (
      select p.practitioner_id, p.agency_id, p.role, p.began_at, p.ended_at from public.posts p
        where g.reach = 'manager' and p.agency_id = g.subject_id
      union all
      select p.practitioner_id, p.agency_id, p.role, p.began_at, p.ended_at from public.posts p
        where g.reach = 'coordinator' and p.locality_id = g.subject_id) o
    join public.practitioners w on w.id = o.practitioner_id and (w.left_at is null or w.left_at > platform.now())
    where g.episode_id = episode and g.begins <= platform.now() and g.ends > platform.now()
      and o.role = r.role and platform.is_now(o.began_at, o.ended_at)
      and not exists (select from access.exclusions c where c.episode_id = episode and c.practitioner_id = o.practitioner_id
        and c.begins <= platform.now() and c.ends > platform.now())
  $$;

-- The same for the person who proposes: those who are named to them, and never themselves.
create function access.closure_approvers(episode uuid)
  returns table (practitioner_id uuid, name text, agency_id uuid, agency text, reach text)
  language sql stable security definer set search_path = ''
  as $$
    select p.id, p.name, y.id, y.name, a.reach
    from access.closure_approvers_all(episode) a
    join public.practitioners p on p.id = a.practitioner_id
    join public.agencies y on y.id = a.agency_id
    where exists (select from access.abilities(episode) m where m.permission = 'episode.close')
      and a.practitioner_id <> access.me()
      and not exists (select from access.unnamed_agencies(episode) u where u.agency_id = a.agency_id)
    order by a.reach desc, access.name_order(y.name), p.name_order
  $$;
grant execute on function access.closure_approvers(uuid) to bridges_app;

create function access.may_be_asked_to_approve(episode uuid, manager uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from access.abilities(episode) m where m.permission = 'episode.close')
      and exists (select from access.closure_approvers_all(episode) a where a.practitioner_id = manager)
  $$;
grant execute on function access.may_be_asked_to_approve(uuid,uuid) to bridges_app;

-- Can the manager who was asked still approve? They may have left, or reach the record no longer.
create function access.closure_can_be_approved(proposal uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.closure_proposals p
      where p.id = proposal and p.outcome is null
        and exists (select from access.abilities(p.episode_id) m where m.permission = 'record.read')
        and exists (select from access.closure_approvers_all(p.episode_id) a where a.practitioner_id = p.manager_id))
  $$;
grant execute on function access.closure_can_be_approved(uuid) to bridges_app;

-- The one home of the rule: the family is out of sight, or withdrew and left a concern that no manager signed off.
create function access.closure_needs_second_person(episode uuid, why text) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select why = 'NOT_ENGAGED' or exists (select from public.consent_withdrawals w
      where w.episode_id = episode and w.safeguarding_concern and w.withdrawn_at <= platform.now()
        and (why = 'CONSENT_WITHDRAWN' or not exists (select from public.withdrawal_sign_offs s where s.withdrawal_id = w.id)))
  $$;

create function access.closure_needs_approval(episode uuid, why text) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select access.closure_needs_second_person(episode, why)
      and exists (select from access.abilities(episode) m where m.permission = 'episode.close')
  $$;
grant execute on function access.closure_needs_approval(uuid,text) to bridges_app;

-- Who is told that it closed, or that the closing was undone: who proposed it or was asked to approve, who works with the
-- family, who was asked to lead, their managers and, where social care was ever asked, the front door; as it was when it
-- closed. Never the one who acts. Social care asks it as well, to tell those who work there of a step-down.
create function access.closure_recipients(episode uuid)
  returns table (seer uuid, practitioner_id uuid, name text, agency text, part text, why text)
  language sql stable security definer set search_path = ''
  as $$
    with e as (
      select x.id, x.authority_id, x.closed_at, coalesce(x.closed_at, platform.now()) as at from public.episodes x
      where x.id = episode
        and exists (select from access.abilities(episode) m where m.permission in ('episode.close', 'closure.approve', 'closure.undo', 'level.set_statutory'))
    ), acts as (
      -- Who proposed or recorded it and who was asked to approve, while it waits, with the closing, and after it.
      select p.proposed_by as practitioner_id, 'proposer' as part, p.id from e join public.closure_proposals p on p.episode_id = e.id
        where p.outcome is null or (p.outcome = 'superseded' and p.outcome_at = e.closed_at)
      union all
      select p.manager_id, 'approver', p.id from e join public.closure_proposals p on p.episode_id = e.id
        where p.outcome is null or (p.outcome = 'superseded' and p.outcome_at = e.closed_at)
          or exists (select from public.closures c where c.proposal_id = p.id and c.undone_at is null)
      union all
      select c.recorded_by, 'proposer', c.id from e join public.closures c on c.episode_id = e.id and c.undone_at is null
    ), parts as (
      select a.practitioner_id, (select o.agency_id from public.posts o where o.practitioner_id = a.practitioner_id
        order by o.ended_at desc nulls first, o.began_at, o.id limit 1) as agency_id, a.part from acts a
      union all
      select i.practitioner_id, i.agency_id, i.reach as part from e
        join access.involvements i on i.episode_id = e.id and i.begins <= e.at and i.ends > e.at
      union all
      select q.practitioner_id, q.agency_id, 'asked' from e
        join public.lead_professional_proposals q on q.episode_id = e.id
          and (q.answer is null or (q.answer = 'superseded' and q.answered_at = e.closed_at))
      union all
      select o.practitioner_id, o.agency_id, 'manager' from e
        join access.grants g on g.episode_id = e.id and g.reach = 'manager' and g.tier = 2 and g.begins <= e.at and g.ends > e.at
        join public.posts o on o.agency_id = g.subject_id and o.role = 'manager' and platform.is_now(o.began_at, o.ended_at)
      union all
      select o.practitioner_id, o.agency_id, 'front_door' from e
        join public.posts o on o.role = 'front_door' and platform.is_now(o.began_at, o.ended_at)
        join public.agencies y on y.id = o.agency_id and y.authority_id = e.authority_id
        where exists (select from public.step_ups u where u.episode_id = e.id)
          or exists (select from public.level_decisions d join public.levels_of_need l on l.number = d.level and l.statutory
            where d.episode_id = e.id)
    ), people as (
      select distinct on (t.practitioner_id) t.* from parts t
      order by t.practitioner_id, array_position(array['proposer', 'approver', 'lead', 'author', 'team', 'asked', 'manager', 'front_door'], t.part), t.agency_id
    )
    select access.pseudonym(t.practitioner_id, t.agency_id), case when u.why is null then p.id end,
      case when u.why is null then p.name end, case when u.why is null then y.name end, t.part, u.why
    from people t
    join public.practitioners p on p.id = t.practitioner_id and (p.left_at is null or p.left_at > platform.now())
    join public.agencies y on y.id = t.agency_id
    left join access.unnamed_agencies(episode) u on u.agency_id = t.agency_id
    where t.practitioner_id <> access.me()
      and not exists (select from access.exclusions c where c.episode_id = episode and c.practitioner_id = t.practitioner_id
        and c.begins <= platform.now() and c.ends > platform.now())
    order by array_position(array['proposer', 'approver', 'lead', 'author', 'team', 'asked', 'manager', 'front_door'], t.part), p.name_order
  $$;
grant execute on function access.closure_recipients(uuid) to bridges_app;

-- What prevents closing, by whichever route it is written.
create function access.assert_can_close(episode uuid, why text, attempts jsonb, told_how text) returns void
  language plpgsql stable security definer set search_path = ''
  as $$
declare
  opened date := (select platform.london_date(e.opened_at) from public.episodes e where e.id = episode);
  today date := platform.london_date(platform.now());
begin
  if exists (select from public.episode_records r join public.levels_of_need l on l.number = r.level and l.statutory
      where r.episode_id = episode) then
    raise exception 'Only the front door can end level 4, by stepping down' using errcode = '23514', constraint = 'closing_level_4';
  end if;
  if why <> 'NOT_ENGAGED' then return; end if;
  if exists (select from jsonb_array_elements(attempts) a
      where coalesce(a ->> 'on', '') !~ '^\d{4}-\d\d-\d\d$' or (a ->> 'on')::date not between opened and today)
     or (select count(distinct a ->> 'on') from jsonb_array_elements(attempts) a) < 3 then
    raise exception 'Three attempts at contact on different days are required' using errcode = '23514', constraint = 'closing_attempts';
  end if;
  if coalesce(told_how, '') !~ '\S' then
    raise exception 'It must say how the family was told, or why not' using errcode = '23514', constraint = 'closing_family_told';
  end if;
end $$;

create function access.prepare_closure() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  new.status_before := (select r.status from public.episode_records r where r.episode_id = new.episode_id);
  -- The loader writes decisions that were taken elsewhere.
  if access.me() is null then return new; end if;
  perform access.assert_can_close(new.episode_id, new.reason, new.contact_attempts, new.family_told_note);
  if access.closure_needs_second_person(new.episode_id, new.reason) and not exists (select from public.closure_proposals p
      where p.id = new.proposal_id and p.episode_id = new.episode_id and p.outcome = 'approved' and p.outcome_by <> p.proposed_by) then
    raise exception 'A manager must approve this closure' using errcode = '23514', constraint = 'closing_approval';
  end if;
  return new;
end $$;

create function access.prepare_closure_proposal() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare
  current_level smallint := (select r.level from public.episode_records r where r.episode_id = new.episode_id);
begin
  if access.me() is null then return new; end if;
  perform access.assert_can_close(new.episode_id, new.reason, new.contact_attempts, new.family_told_note);
  if new.final_level is distinct from current_level and new.final_level is not null
     and (exists (select from public.levels_of_need l where l.number = new.final_level and l.statutory)
       or not exists (select from access.abilities(new.episode_id) m where m.permission = 'level.decide')) then
    raise exception 'This role cannot set this level' using errcode = '42501';
  end if;
  update public.closure_proposals p set outcome = 'lapsed', outcome_at = platform.now()
    where p.episode_id = new.episode_id and p.outcome is null
      and not exists (select from access.closure_approvers_all(p.episode_id) a where a.practitioner_id = p.manager_id);
  return new;
end $$;

-- Approval closes the episode as it was proposed: what the approving manager may not see of the plan closes with it.
create function access.carry_out_closure() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare
  before smallint := (select r.level from public.episode_records r where r.episode_id = new.episode_id);
  asked record;
begin
  for asked in select o.* from public.closure_proposal_outcomes o where o.proposal_id = new.id loop
    update public.plan_outcomes p set result = asked.result, current_score = coalesce(asked.closing_score, p.current_score),
      version = p.version + 1 where p.id = asked.outcome_id;
    if asked.closing_score is not null then
      insert into public.outcome_scores (id, episode_id, outcome_id, scorer, score, scored_on, recorded_by, recorded_at)
      values (gen_random_uuid(), new.episode_id, asked.outcome_id, 'worker', asked.closing_score,
        platform.london_date(platform.now()), new.proposed_by, platform.now());
    end if;
  end loop;
  insert into public.closures (id, episode_id, closed_on, reason, summary, final_level, remaining_needs, named_agency_id,
    safeguarding_checked, safeguarding_note, contact_attempts, receiving_authority, family_told, family_told_note,
    copy_given_on, copy_format, child_view, parent_view, ratings, recorded_by, closed_at, proposal_id)
  values (new.id, new.episode_id, new.closed_on, new.reason, new.summary, coalesce(new.final_level, before), new.remaining_needs,
    new.named_agency_id, new.safeguarding_checked, new.safeguarding_note, new.contact_attempts, new.receiving_authority,
    new.family_told, new.family_told_note, new.copy_given_on, new.copy_format, new.child_view, new.parent_view, new.ratings,
    new.proposed_by, date_trunc('milliseconds', platform.now()), new.id);
  if new.final_level is not null and new.final_level is distinct from before then
    insert into public.level_decisions (id, episode_id, from_level, level, reason, family_view, occasion, decided_by, decided_role, decided_at)
    values (gen_random_uuid(), new.episode_id, before, new.final_level, 'Closing, as proposed and approved',
      coalesce(new.parent_view, new.child_view, 'The family did not comment when the episode closed'), 'closure',
      new.proposed_by, new.proposed_role, platform.now());
  end if;
  return null;
end $$;

-- How long a closure can be undone; libs/casework/reviews says the same on the page.
create function access.undo_closure_days() returns integer
  language sql immutable set search_path = ''
  as $$ select 28 $$;
grant execute on function access.undo_closure_days() to bridges_app, bridges_reach;

create function access.check_closure_undoing() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if platform.now() >= old.closed_at + make_interval(days => access.undo_closure_days()) then
    raise exception 'A closure can be undone for 28 days' using errcode = '23514', constraint = 'closure_undo_days';
  end if;
  new.undone_at := platform.now();
  new.status_before := coalesce(old.status_before, case
    when exists (select from public.delivery_plans d where d.episode_id = old.episode_id) then 'delivering'
    when exists (select from public.assessments a where a.episode_id = old.episode_id and a.completed_at is not null) then 'assessed'
    when exists (select from public.assessments a where a.episode_id = old.episode_id) then 'assessing'
    when exists (select from public.checklists c where c.episode_id = old.episode_id and c.completed_at is not null) then 'registered'
    else 'checklist' end);
  return new;
end $$;

-- Nothing else ended with the closing but meetings to come, which stay cancelled: team, lead, deputies, plan and agreements
-- stand as they stood. What it wrote on the
-- plan's outcomes is taken off; their scores remain as history. An open episode is never destroyed.
create function access.undo_closure() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  update public.episodes set closed_at = null where id = new.episode_id;
  update public.episode_children set ended_at = null
    where episode_id = new.episode_id and ended_at = new.closed_at and removed_at is null;
  update public.episode_records set status = new.status_before where episode_id = new.episode_id;
  update public.plan_outcomes set result = null, version = version + 1 where episode_id = new.episode_id and result is not null;
  update public.destruction_proposals set declined_by = new.undone_by, declined_at = new.undone_at,
    declined_because = 'The closure was undone' where episode_id = new.episode_id and declined_at is null;
  return null;
end $$;

create function access.record_contact_of_review() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  perform access.record_contact(new.episode_id, new.held_on);
  return null;
end $$;

grant select, insert on reviews to bridges_app;
create policy reviews_select on reviews for select to bridges_app
  using (episode_id = any(array(select access.may('record.read'))));
create policy reviews_insert on reviews for insert to bridges_app
  with check (episode_id = any(array(select access.may('review.hold'))));
create policy reviews_insert_still_open on reviews as restrictive for insert to bridges_app
  with check (exists (select from episodes e where e.id = reviews.episode_id and e.closed_at is null));

-- The family was there if the child or a parent said something, or chose not to.
create trigger record_contact after insert on reviews for each row
  when (coalesce(new.child_comment_missing, 'chose_not_to') = 'chose_not_to'
    or coalesce(new.parent_comment_missing, 'chose_not_to') = 'chose_not_to')
  execute function access.record_contact_of_review();

grant insert on outcome_scores to bridges_reach;
grant select, insert on outcome_scores to bridges_app;
create policy outcome_scores_select on outcome_scores for select to bridges_app
  using (episode_id = any(array(select access.may('record.read'))));
create policy outcome_scores_insert on outcome_scores for insert to bridges_app
  with check (episode_id = any(array(select access.may('plan.edit'))));
create policy outcome_scores_insert_scored on outcome_scores for insert to bridges_app
  with check (episode_id = any(array(select access.may('review.hold'))));
create policy outcome_scores_insert_closed on outcome_scores for insert to bridges_app
  with check (episode_id = any(array(select access.may('episode.close'))));
create policy outcome_scores_insert_by_reach on outcome_scores for insert to bridges_reach
  with check (true);
create policy outcome_scores_insert_seen_outcome on outcome_scores as restrictive for insert to bridges_app
  with check (outcome_id in (select o.id from plan_outcomes o where o.id = outcome_id));
create policy outcome_scores_all_sensitive on outcome_scores as restrictive for all to bridges_app
  using (topic = '' or recorded_by = (select access.me())
    or (episode_id || ' ' || topic) = any(array(select access.topics()))
    or outcome_id = any(array(select o.id from plan_outcomes o where o.topic <> '' and o.written_by = (select access.me()))));

create trigger copy_topic_of_outcome before insert on outcome_scores for each row execute function access.copy_topic_of_outcome();

grant select, insert on review_notes to bridges_app;
create policy review_notes_select on review_notes for select to bridges_app
  using (episode_id = any(array(select access.may('record.read'))));
create policy review_notes_insert on review_notes for insert to bridges_app
  with check (episode_id = any(array(select access.may('review.hold'))));
create policy review_notes_insert_own_name on review_notes as restrictive for insert to bridges_app
  with check (written_by = (select access.me()));
create policy review_notes_all_sensitive on review_notes as restrictive for all to bridges_app
  using (written_by = (select access.me()) or (episode_id || ' ' || topic) = any(array(select access.topics())));

grant select, insert on closure_proposals to bridges_app;
grant update (outcome, outcome_reason, outcome_by, outcome_at) on closure_proposals to bridges_app;
grant update (outcome, outcome_at) on closure_proposals to bridges_reach;
create policy closure_proposals_select on closure_proposals for select to bridges_app
  using (episode_id = any(array(select access.may('record.read'))));
create policy closure_proposals_insert on closure_proposals for insert to bridges_app
  with check (episode_id = any(array(select access.may('episode.close'))));
create policy closure_proposals_insert_proposed on closure_proposals as restrictive for insert to bridges_app
  with check (proposed_by = (select access.me()) and outcome is null and access.may_be_asked_to_approve(episode_id, manager_id)
    and exists (select from episodes e where e.id = closure_proposals.episode_id and e.closed_at is null));
create policy closure_proposals_update_answer on closure_proposals for update to bridges_app
  using (outcome is null
    and manager_id = (select access.me())
    and episode_id = any(array(select access.may('closure.approve'))))
  with check (outcome in ('approved', 'returned')
    and outcome_by = (select access.me())
    and manager_id = (select access.me()));
create policy closure_proposals_update_withdraw on closure_proposals for update to bridges_app
  using (outcome is null
    and proposed_by = (select access.me())
    and episode_id = any(array(select access.may('episode.close'))))
  with check (outcome = 'withdrawn' and outcome_by = (select access.me()) and proposed_by = (select access.me()));
create policy closure_proposals_update_by_reach on closure_proposals for update to bridges_reach
  using (true);

create trigger carry_out_closure after update on closure_proposals for each row
  when (old.outcome is null and new.outcome = 'approved') execute function access.carry_out_closure();
create trigger prepare_closure_proposal before insert on closure_proposals for each row execute function access.prepare_closure_proposal();

grant select, insert on closure_proposal_outcomes to bridges_app;
create policy closure_proposal_outcomes_select on closure_proposal_outcomes for select to bridges_app
  using (episode_id = any(array(select access.may('record.read'))));
create policy closure_proposal_outcomes_insert on closure_proposal_outcomes for insert to bridges_app
  with check (episode_id = any(array(select access.may('episode.close'))));
create policy closure_proposal_outcomes_insert_own on closure_proposal_outcomes as restrictive for insert to bridges_app
  with check (recorded_by = (select access.me()) and exists (select from closure_proposals p
      where p.id = proposal_id and p.proposed_by = (select access.me()) and p.outcome is null)
    and outcome_id in (select o.id from plan_outcomes o where o.id = outcome_id));
create policy closure_proposal_outcomes_all_sensitive on closure_proposal_outcomes as restrictive for all to bridges_app
  using (topic = '' or recorded_by = (select access.me())
    or (episode_id || ' ' || topic) = any(array(select access.topics()))
    or outcome_id = any(array(select o.id from plan_outcomes o where o.topic <> '' and o.written_by = (select access.me()))));

create trigger copy_topic_of_outcome before insert on closure_proposal_outcomes for each row execute function access.copy_topic_of_outcome();

grant insert on closures to bridges_reach;
grant select, insert on closures to bridges_app;
grant update (undone_by, undone_at, undone_because) on closures to bridges_app;
create policy closures_select on closures for select to bridges_app
  using (episode_id = any(array(select access.may('record.read'))));
create policy closures_insert on closures for insert to bridges_app
  with check (episode_id = any(array(select access.may('episode.close'))));
create policy closures_insert_by_reach on closures for insert to bridges_reach
  with check (true);
create policy closures_insert_own_hand on closures as restrictive for insert to bridges_app
  with check (recorded_by = (select access.me()) and proposal_id is null and undone_at is null);
create policy closures_update on closures for update to bridges_app
  using (episode_id = any(array(select access.may('closure.undo'))));
create policy closures_update_once on closures as restrictive for update to bridges_app
  using (undone_at is null)
  with check (undone_by = (select access.me()));

create trigger close_episode after insert on closures for each row execute function access.close_episode();
create trigger prepare_closure before insert on closures for each row execute function access.prepare_closure();
create trigger undo_closure after update on closures for each row
  when (old.undone_at is null and new.undone_at is not null) execute function access.undo_closure();
create trigger check_closure_undoing before update on closures for each row
  when (old.undone_at is null and new.undone_at is not null) execute function access.check_closure_undoing();

-- The record takes over the date; which one stood until then is for the record to say.
create function access.apply_next_review_date() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if access.me() is null then return new; end if;
  new.moved_from := (select r.next_review_on from public.episode_records r where r.episode_id = new.episode_id);
  update public.episode_records set next_review_on = new.review_on where episode_id = new.episode_id;
  return new;
end $$;

grant select, insert on next_review_dates to bridges_app;
create policy next_review_dates_select on next_review_dates for select to bridges_app
  using (episode_id = any(array(select access.may('record.read'))));
create policy next_review_dates_insert on next_review_dates for insert to bridges_app
  with check (episode_id = any(array(select access.may('review.hold'))));
create policy next_review_dates_insert_own_name on next_review_dates as restrictive for insert to bridges_app
  with check (recorded_by = (select access.me()));
create policy next_review_dates_insert_still_open on next_review_dates as restrictive for insert to bridges_app
  with check (exists (select from episodes e where e.id = next_review_dates.episode_id and e.closed_at is null));

create trigger apply_next_review_date before insert on next_review_dates for each row execute function access.apply_next_review_date();
