-- Closing where a child may be out of sight is proposed by one person and approved by another, a named manager. Level 4
-- ends only by the front door's step-down. A closure can be undone for 28 days.

create table closure_proposals (
  id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  -- Who is asked to approve: somebody else than the proposer, who may approve on this episode.
  manager_id uuid not null references practitioners on delete restrict,
  -- What the closure will say, as it was typed.
  closed_on date not null,
  reason text not null,
  summary text not null,
  final_level smallint references levels_of_need,
  remaining_needs text,
  named_agency_id uuid references agencies on delete restrict,
  safeguarding_checked boolean not null default false,
  safeguarding_note text,
  contact_attempts jsonb not null default '[]',
  receiving_authority text,
  family_told boolean not null,
  family_told_note text,
  copy_given_on date,
  copy_format text,
  child_view text,
  parent_view text,
  ratings jsonb not null default '{}',
  proposed_by uuid not null references practitioners on delete restrict,
  proposed_role text not null,
  proposed_at timestamptz not null,
  -- Superseded: the episode closed otherwise. Lapsed: the manager can approve no longer, and another was asked.
  outcome text check (outcome in ('approved', 'returned', 'withdrawn', 'superseded', 'lapsed')),
  outcome_reason text,
  outcome_by uuid references practitioners on delete restrict,
  outcome_at timestamptz,
  unique (id, episode_id),
  constraint closure_proposals_two_people check (manager_id <> proposed_by),
  constraint closure_proposals_ended check ((outcome is null) = (outcome_at is null)),
  constraint closure_proposals_returned check (outcome is distinct from 'returned' or coalesce(outcome_reason, '') ~ '\S')
);
create unique index closure_proposals_one on closure_proposals (episode_id) where outcome is null;
create index closure_proposals_episode on closure_proposals (episode_id);
create index closure_proposals_manager on closure_proposals (manager_id) where outcome is null;
create index closure_proposals_proposer on closure_proposals (proposed_by) where outcome is null;

-- What became of each outcome, under the topic of the outcome.
create table closure_proposal_outcomes (
  proposal_id uuid not null,
  episode_id uuid not null,
  outcome_id uuid not null,
  topic text not null default '',
  result text not null,
  closing_score smallint check (closing_score between 0 and 10),
  recorded_by uuid not null references practitioners on delete restrict,
  primary key (proposal_id, outcome_id),
  foreign key (proposal_id, episode_id) references closure_proposals (id, episode_id) on delete restrict,
  foreign key (outcome_id, episode_id) references plan_outcomes (id, episode_id) on delete restrict
);
create index closure_proposal_outcomes_episode on closure_proposal_outcomes (episode_id);
create index closure_proposal_outcomes_outcome on closure_proposal_outcomes (outcome_id);
set local role bridges_reach;
grant execute on function access.follow_outcome() to bridges_owner;
set local role bridges_owner;
create trigger follow_outcome before insert on closure_proposal_outcomes for each row execute function access.follow_outcome();

alter table closures
  -- How the family was told, or why they were not.
  add column family_told_note text,
  add column proposal_id uuid,
  -- Where the episode stood, to which an undoing takes it back.
  add column status_before text,
  add column undone_by uuid,
  add column undone_at timestamptz,
  add column undone_because text;
alter table closures add constraint closures_undone
  check (num_nulls(undone_by, undone_at, undone_because) in (0, 3)) not valid;
alter table closures add constraint closures_undone_by_fkey
  foreign key (undone_by) references practitioners on delete restrict not valid;
alter table closures add constraint closures_proposal_fkey
  foreign key (proposal_id, episode_id) references closure_proposals (id, episode_id) on delete restrict not valid;
-- An episode may close again after an undoing.
create unique index closures_one on closures (episode_id) where undone_at is null;
create index closures_episode on closures (episode_id);
create index closures_proposal on closures (proposal_id) where proposal_id is not null;
alter table closures drop constraint closures_episode_id_key;

-- Who may approve, by their reach as a manager or coordinator. One episode's grants only.
create function access.approvers_of_closing(episode uuid) returns table (practitioner_id uuid, agency_id uuid, reach text)
  language sql stable security definer set search_path = ''
  as $$
    select distinct o.practitioner_id, o.agency_id, g.reach
    from access.grants g
    join access.rules r on r.permission = 'closure.approve' and r.reach = g.reach and r.tier = g.tier
    cross join lateral (
      select p.practitioner_id, p.agency_id, p.role, p.ended_at from public.posts p
        where g.reach = 'manager' and p.agency_id = g.subject_id
      union all
      select p.practitioner_id, p.agency_id, p.role, p.ended_at from public.posts p
        where g.reach = 'coordinator' and p.locality_id = g.subject_id) o
    join public.practitioners w on w.id = o.practitioner_id and (w.left_at is null or w.left_at > platform.now())
    where g.episode_id = episode and g.begins <= platform.now() and g.ends > platform.now()
      and o.role = r.role and (o.ended_at is null or o.ended_at > platform.now())
      and not exists (select from access.cuts c where c.episode_id = episode and c.practitioner_id = o.practitioner_id
        and c.begins <= platform.now() and c.ends > platform.now())
  $$;
alter function access.approvers_of_closing(uuid) owner to bridges_reach;

-- The same for the person who proposes: those who are named to them, and never themselves.
create function access.closure_approvers(episode uuid)
  returns table (practitioner_id uuid, name text, agency_id uuid, agency text, reach text)
  language sql stable security definer set search_path = ''
  as $$
    select p.id, p.name, y.id, y.name, a.reach
    from access.approvers_of_closing(episode) a
    join public.practitioners p on p.id = a.practitioner_id
    join public.agencies y on y.id = a.agency_id
    where exists (select from access.abilities(episode) m where m.permission = 'episode.close')
      and a.practitioner_id <> access.me()
      and not exists (select from access.unnamed_agencies(episode) u where u.agency_id = a.agency_id)
    order by a.reach desc, y.name, p.name
  $$;
grant execute on function access.closure_approvers(uuid) to bridges_app;
alter function access.closure_approvers(uuid) owner to bridges_reach;
create function access.may_be_asked_to_approve(episode uuid, manager uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from access.abilities(episode) m where m.permission = 'episode.close')
      and exists (select from access.approvers_of_closing(episode) a where a.practitioner_id = manager)
  $$;
grant execute on function access.may_be_asked_to_approve(uuid, uuid) to bridges_app;
alter function access.may_be_asked_to_approve(uuid, uuid) owner to bridges_reach;
-- Can the manager who was asked still approve? They may have left, or reach the record no longer.
create function access.closure_can_be_approved(proposal uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.closure_proposals p
      where p.id = proposal and p.outcome is null
        and exists (select from access.abilities(p.episode_id) m where m.permission = 'record.read')
        and exists (select from access.approvers_of_closing(p.episode_id) a where a.practitioner_id = p.manager_id))
  $$;
grant execute on function access.closure_can_be_approved(uuid) to bridges_app;
alter function access.closure_can_be_approved(uuid) owner to bridges_reach;

-- The one home of the rule: the family is out of sight, or withdrew and left a worry which nobody signed off.
create function access.closing_takes_two(episode uuid, why text) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select why = 'NOT_ENGAGED' or exists (select from public.consent_withdrawals w
      where w.episode_id = episode and w.safeguarding_concern and w.withdrawn_at <= platform.now()
        and (why = 'CONSENT_WITHDRAWN' or not exists (select from public.withdrawal_sign_offs s where s.withdrawal_id = w.id)))
  $$;
alter function access.closing_takes_two(uuid, text) owner to bridges_reach;
create function access.closing_needs_approval(episode uuid, why text) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select access.closing_takes_two(episode, why)
      and exists (select from access.abilities(episode) m where m.permission = 'episode.close')
  $$;
grant execute on function access.closing_needs_approval(uuid, text) to bridges_app;
alter function access.closing_needs_approval(uuid, text) owner to bridges_reach;

-- Who is told that it closed, or that the closing was undone: who proposed it or was asked to approve, who works with the
-- family, who was asked to lead, their managers and, where social care was ever asked, the front door; as it was when it
-- closed. Never the one who acts. Social care asks it as well, to tell those who work there of a step-down.
create function access.told_of_closing(episode uuid)
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
        join public.posts o on o.agency_id = g.subject_id and o.role = 'manager' and (o.ended_at is null or o.ended_at > platform.now())
      union all
      select o.practitioner_id, o.agency_id, 'front_door' from e
        join public.posts o on o.role = 'front_door' and (o.ended_at is null or o.ended_at > platform.now())
        join public.agencies y on y.id = o.agency_id and y.authority_id = e.authority_id
        where exists (select from public.step_ups u where u.episode_id = e.id)
          or exists (select from public.level_decisions d join public.levels_of_need l on l.number = d.level and l.statutory
            where d.episode_id = e.id)
    ), people as (
      select distinct on (t.practitioner_id) t.* from parts t
      order by t.practitioner_id, array_position(array['proposer', 'approver', 'lead', 'author', 'team', 'asked', 'manager', 'front_door'], t.part), t.agency_id
    )
    select access.stand_in(t.practitioner_id, t.agency_id), case when u.why is null then p.id end,
      case when u.why is null then p.name end, case when u.why is null then y.name end, t.part, u.why
    from people t
    join public.practitioners p on p.id = t.practitioner_id and (p.left_at is null or p.left_at > platform.now())
    join public.agencies y on y.id = t.agency_id
    left join access.unnamed_agencies(episode) u on u.agency_id = t.agency_id
    where t.practitioner_id <> access.me()
      and not exists (select from access.cuts c where c.episode_id = episode and c.practitioner_id = t.practitioner_id
        and c.begins <= platform.now() and c.ends > platform.now())
    order by array_position(array['proposer', 'approver', 'lead', 'author', 'team', 'asked', 'manager', 'front_door'], t.part), p.name
  $$;
grant execute on function access.told_of_closing(uuid) to bridges_app;
alter function access.told_of_closing(uuid) owner to bridges_reach;

-- What nobody closes past, however they write it.
create function access.refuse_closing(episode uuid, why text, attempts jsonb, told_how text) returns void
  language plpgsql stable security definer set search_path = '' as $$
declare
  opened date := (select platform.london_date(e.opened_at) from public.episodes e where e.id = episode);
  today date := platform.london_date(platform.now());
begin
  if exists (select from public.episode_records r join public.levels_of_need l on l.number = r.level and l.statutory
      where r.episode_id = episode) then
    raise exception 'Level 4 ends by the front door’s step-down' using errcode = '23514', constraint = 'closing_level_4';
  end if;
  if why <> 'NOT_ENGAGED' then return; end if;
  if exists (select from jsonb_array_elements(attempts) a
      where coalesce(a ->> 'on', '') !~ '^\d{4}-\d\d-\d\d$' or (a ->> 'on')::date not between opened and today)
     or (select count(distinct a ->> 'on') from jsonb_array_elements(attempts) a) < 3 then
    raise exception 'Three attempts at contact, each on another day' using errcode = '23514', constraint = 'closing_attempts';
  end if;
  if coalesce(told_how, '') !~ '\S' then
    raise exception 'How the family was told, or why not' using errcode = '23514', constraint = 'closing_family_told';
  end if;
end $$;
alter function access.refuse_closing(uuid, text, jsonb, text) owner to bridges_reach;

create function access.prepare_closure() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.status_before := (select r.status from public.episode_records r where r.episode_id = new.episode_id);
  -- Whoever loads a county writes what was decided elsewhere.
  if access.me() is null then return new; end if;
  perform access.refuse_closing(new.episode_id, new.reason, new.contact_attempts, new.family_told_note);
  if access.closing_takes_two(new.episode_id, new.reason) and not exists (select from public.closure_proposals p
      where p.id = new.proposal_id and p.episode_id = new.episode_id and p.outcome = 'approved' and p.outcome_by <> p.proposed_by) then
    raise exception 'A manager approves this closure' using errcode = '23514', constraint = 'closing_approval';
  end if;
  return new;
end $$;
create trigger prepare before insert on closures for each row execute function access.prepare_closure();

create function access.prepare_closure_proposal() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  current_level smallint := (select r.level from public.episode_records r where r.episode_id = new.episode_id);
begin
  if access.me() is null then return new; end if;
  perform access.refuse_closing(new.episode_id, new.reason, new.contact_attempts, new.family_told_note);
  if new.final_level is distinct from current_level and new.final_level is not null
     and (exists (select from public.levels_of_need l where l.number = new.final_level and l.statutory)
       or not exists (select from access.abilities(new.episode_id) m where m.permission = 'level.decide')) then
    raise exception 'Whoever decides levels decides this one' using errcode = '42501';
  end if;
  update public.closure_proposals p set outcome = 'lapsed', outcome_at = platform.now()
    where p.episode_id = new.episode_id and p.outcome is null
      and not exists (select from access.approvers_of_closing(p.episode_id) a where a.practitioner_id = p.manager_id);
  return new;
end $$;
create trigger prepare before insert on closure_proposals for each row execute function access.prepare_closure_proposal();

-- Approval closes the episode as it was proposed: what the approving manager may not see of the plan closes with it.
create function access.carry_out_closing() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  before smallint := (select r.level from public.episode_records r where r.episode_id = new.episode_id);
  asked record;
begin
  for asked in select o.* from public.closure_proposal_outcomes o where o.proposal_id = new.id loop
    update public.plan_outcomes p set result = asked.result, current_score = coalesce(asked.closing_score, p.current_score),
      version = p.version + 1 where p.id = asked.outcome_id;
    if asked.closing_score is not null then
      insert into public.outcome_scores (id, episode_id, outcome_id, scorer, score, scored_on, recorded_by)
      values (gen_random_uuid(), new.episode_id, asked.outcome_id, 'worker', asked.closing_score,
        platform.london_date(platform.now()), new.proposed_by);
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
create trigger carry_out after update on closure_proposals for each row
  when (old.outcome is null and new.outcome = 'approved') execute function access.carry_out_closing();

-- Closing ends everything that was open, and every question that waits for an answer.
set local role bridges_reach;
create or replace function access.close_episode() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.episode_records set status = 'closed' where episode_id = new.episode_id;
  update public.episode_children set ended_at = new.closed_at where episode_id = new.episode_id and ended_at is null;
  update public.episodes set closed_at = new.closed_at where id = new.episode_id;
  update public.lead_professional_proposals set answer = 'superseded', answer_reason = 'The episode closed', answered_at = new.closed_at
    where episode_id = new.episode_id and answer is null;
  update public.closure_proposals set outcome = 'superseded', outcome_at = new.closed_at
    where episode_id = new.episode_id and outcome is null;
  return null;
end $$;
set local role bridges_owner;

-- How long a closure can be undone; libs/casework/reviews says the same on the page.
create function access.undo_closure_days() returns integer language sql immutable set search_path = '' as $$ select 28 $$;
grant execute on function access.undo_closure_days() to bridges_app, bridges_reach;

create function access.check_closure_undoing() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if platform.now() >= old.closed_at + make_interval(days => access.undo_closure_days()) then
    raise exception 'A closure is undone within 28 days' using errcode = '23514', constraint = 'closure_undo_days';
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
create trigger undoing before update on closures for each row
  when (old.undone_at is null and new.undone_at is not null) execute function access.check_closure_undoing();

-- Nothing else ended with the closing: team, lead, deputies, plan and agreements stand as they stood. What it wrote on the
-- plan's outcomes is taken off; their scores remain as history. Nobody destroys what is open.
create function access.undo_closure() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.episodes set closed_at = null where id = new.episode_id;
  update public.episode_children set ended_at = null where episode_id = new.episode_id and ended_at = new.closed_at;
  update public.episode_records set status = new.status_before where episode_id = new.episode_id;
  update public.plan_outcomes set result = null, version = version + 1 where episode_id = new.episode_id and result is not null;
  update public.destruction_proposals set declined_by = new.undone_by, declined_at = new.undone_at,
    declined_because = 'The closure was undone' where episode_id = new.episode_id and declined_at is null;
  return null;
end $$;
create trigger undo after update on closures for each row
  when (old.undone_at is null and new.undone_at is not null) execute function access.undo_closure();

set local role bridges_reach;
create or replace function access.refuse_wrong_step() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.status is distinct from old.status and not exists (
      select from public.episode_transitions t where t.from_status = old.status and t.to_status = new.status)
     -- Back only to where it stood, by the undoing of its closure and in that same moment.
     and not (old.status = 'closed' and exists (select from public.closures c where c.episode_id = new.episode_id
       and c.undone_at = platform.now() and c.status_before = new.status)) then
    raise exception 'No step from % to %', old.status, new.status using errcode = '23514', constraint = 'episode_step';
  end if;
  return new;
end $$;
-- An undone closure counts for nothing in how long a record is kept.
create or replace view access.retention_facts as
select e.id as episode_id, coalesce(c.closed_on, platform.london_date(e.closed_at)) as closed_on,
  (select max(coalesce(k.date_of_birth, k.expected_date)) from public.episode_children f
    join public.children k on k.id = f.child_id where f.episode_id = e.id) as youngest_born_on,
  case when c.reason = 'DIED' and (select count(*) from public.episode_children f where f.episode_id = e.id) = 1
    then c.closed_on end as died_on,
  coalesce(r.last_contact_on, c.closed_on, platform.london_date(e.closed_at)) as last_contact_on,
  array_remove(array['every_episode',
    case when c.reason = 'STEP_UP_CIN' or exists (select from public.step_ups u
      where u.episode_id = e.id and u.outcome = 'accepted') then 'child_in_need' end,
    case when c.reason = 'STEP_UP_CP' then 'child_protection' end,
    case when c.reason = 'STEP_UP_CLA' then 'looked_after' end], null) as kinds
from public.episodes e
left join public.closures c on c.episode_id = e.id and c.undone_at is null
left join public.episode_records r on r.episode_id = e.id
where e.closed_at is not null;
set local role bridges_owner;

-- Social care's step-down has a name of its own.
alter table level_decisions drop constraint level_decisions_occasion_check;
alter table level_decisions add constraint level_decisions_occasion_check
  check (occasion in ('assessment', 'review', 'moderation', 'step_up', 'step_down', 'closure', 'other')) not valid;

-- The level it was before is what the record says: written otherwise, it would let level 4 end without social care.
create function access.follow_level() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if access.me() is not null then
    new.from_level := (select r.level from public.episode_records r where r.episode_id = new.episode_id);
  end if;
  return new;
end $$;
create trigger follow_level before insert on level_decisions for each row execute function access.follow_level();

-- Who may read, add and change
call access.guard_episode_table('closure_proposals', 'record.read', 'episode.close', null, null);
create policy proposed on closure_proposals as restrictive for insert to bridges_app with check (
  proposed_by = (select access.me()) and outcome is null and access.may_be_asked_to_approve(episode_id, manager_id)
  and exists (select from episodes e where e.id = closure_proposals.episode_id and e.closed_at is null));
create policy answer on closure_proposals for update to bridges_app
  using (outcome is null and manager_id = (select access.me()) and episode_id = any(array(select access.may('closure.approve'))))
  with check (outcome in ('approved', 'returned') and outcome_by = (select access.me()) and manager_id = (select access.me()));
create policy withdraw on closure_proposals for update to bridges_app
  using (outcome is null and proposed_by = (select access.me()) and episode_id = any(array(select access.may('episode.close'))))
  with check (outcome = 'withdrawn' and outcome_by = (select access.me()) and proposed_by = (select access.me()));
grant update (outcome, outcome_reason, outcome_by, outcome_at) on closure_proposals to bridges_app;
call access.guard_episode_table('closure_proposal_outcomes', 'record.read', 'episode.close', null, null);
create policy own on closure_proposal_outcomes as restrictive for insert to bridges_app with check (
  recorded_by = (select access.me()) and exists (select from closure_proposals p
    where p.id = proposal_id and p.proposed_by = (select access.me()) and p.outcome is null)
  and outcome_id in (select o.id from plan_outcomes o where o.id = outcome_id));
create policy sensitive on closure_proposal_outcomes as restrictive for all to bridges_app using (
  topic = '' or recorded_by = (select access.me())
  or (episode_id || ' ' || topic) = any(array(select access.topics()))
  or outcome_id = any(array(select o.id from plan_outcomes o where o.topic <> '' and o.written_by = (select access.me()))));

create policy own_hand on closures as restrictive for insert to bridges_app
  with check (recorded_by = (select access.me()) and proposal_id is null and undone_at is null);
create policy undo on closures for update to bridges_app using (episode_id = any(array(select access.may('closure.undo'))));
create policy once on closures as restrictive for update to bridges_app
  using (undone_at is null) with check (undone_by = (select access.me()));
grant update (undone_by, undone_at, undone_because) on closures to bridges_app;

-- What the functions above write in the name of the act.
grant insert on closures, outcome_scores, level_decisions to bridges_reach;
grant update (result, current_score, version) on plan_outcomes to bridges_reach;
grant update (answer, answer_reason, answered_at) on lead_professional_proposals to bridges_reach;
grant update (outcome, outcome_at) on closure_proposals to bridges_reach;
grant update (declined_by, declined_at, declined_because) on destruction_proposals to bridges_reach;
create policy close on closures for insert to bridges_reach with check (true);
create policy close on outcome_scores for insert to bridges_reach with check (true);
create policy close on level_decisions for insert to bridges_reach with check (true);
create policy close on plan_outcomes for update to bridges_reach using (true);
create policy close on lead_professional_proposals for update to bridges_reach using (true);
create policy close on closure_proposals for update to bridges_reach using (true);
create policy reopen on destruction_proposals for update to bridges_reach using (true);

insert into access.bundle_parts (relation, place, title, condition) values
  ('public.closure_proposals', 30, 'Closures that were proposed', 't.episode_id = any($2)'),
  ('public.closure_proposal_outcomes', 30, 'Outcomes in proposed closures', 't.episode_id = any($2)');

-- Trigger functions change hands last: an owner who gave them away could not hang them on a table.
alter function access.prepare_closure() owner to bridges_reach;
alter function access.prepare_closure_proposal() owner to bridges_reach;
alter function access.carry_out_closing() owner to bridges_reach;
alter function access.check_closure_undoing() owner to bridges_reach;
alter function access.undo_closure() owner to bridges_reach;
alter function access.follow_level() owner to bridges_reach;
