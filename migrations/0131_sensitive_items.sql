-- Sensitive information item by item, also in the plan and in what is said at meetings and reviews. A topic goes with
-- the item; who may know it is decided where it is decided for every topic (access.topics).
alter table plan_outcomes add column topic text not null default '';
alter table plan_actions add column topic text not null default '';
alter table outcome_scores add column topic text not null default '';
create index plan_outcomes_sensitive on plan_outcomes (written_by) where topic <> '';

-- What serves or measures a sensitive outcome is as sensitive as the outcome.
create function access.follow_outcome() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  theirs text := (select o.topic from public.plan_outcomes o where o.id = new.outcome_id);
begin
  if theirs <> '' or tg_table_name = 'outcome_scores' then new.topic := theirs; end if;
  return new;
end $$;
create trigger follow_outcome before insert on plan_actions for each row execute function access.follow_outcome();
create trigger follow_outcome before insert on outcome_scores for each row execute function access.follow_outcome();

create policy sensitive on plan_outcomes as restrictive for all to bridges_app using (
  topic = '' or written_by = (select access.me())
  or (episode_id || ' ' || topic) = any(array(select access.topics())));
create policy sensitive on plan_actions as restrictive for all to bridges_app using (
  topic = '' or written_by = (select access.me())
  or (episode_id || ' ' || topic) = any(array(select access.topics())));
create policy sensitive on outcome_scores as restrictive for all to bridges_app using (
  topic = '' or recorded_by = (select access.me())
  or (episode_id || ' ' || topic) = any(array(select access.topics()))
  or outcome_id = any(array(select o.id from plan_outcomes o where o.topic <> '' and o.written_by = (select access.me()))));
-- Nothing is hung on an outcome that whoever writes cannot see.
create policy seen_outcome on plan_actions as restrictive for insert to bridges_app
  with check (outcome_id in (select o.id from plan_outcomes o where o.id = outcome_id));
create policy seen_outcome on outcome_scores as restrictive for insert to bridges_app
  with check (outcome_id in (select o.id from plan_outcomes o where o.id = outcome_id));

-- Nobody is given work of which they may not know the topic: only who leads, is in the team of an agency that the
-- family agreed may know it, or writes it for themselves.
create function access.may_be_given(episode uuid, doer uuid, wanted text) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select doer is null or wanted = '' or doer = access.me() or (
      exists (select from access.grants g where g.episode_id = episode and g.reach in ('lead', 'team') and g.subject_id = doer
        and g.tier = 3 and g.topic = wanted and g.begins <= platform.now() and g.ends > platform.now())
      and not exists (select from access.cuts c where c.episode_id = episode and c.practitioner_id = doer
        and c.begins <= platform.now() and c.ends > platform.now()))
  $$;
grant execute on function access.may_be_given(uuid, uuid, text) to bridges_app;
alter function access.may_be_given(uuid, uuid, text) owner to bridges_reach;
create policy given on plan_actions as restrictive for insert to bridges_app
  with check (access.may_be_given(episode_id, doer_practitioner_id, topic));
-- Work that was given stays with its doer when agreement ends; only giving it to somebody is asked again.
create function access.refuse_unknowing_doer() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.doer_practitioner_id is distinct from old.doer_practitioner_id
     and not access.may_be_given(new.episode_id, new.doer_practitioner_id, new.topic) then
    raise exception 'The doer may not know this topic' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger doer before update on plan_actions for each row execute function access.refuse_unknowing_doer();

-- What is sensitive in a meeting or a review stands beside it, item by item, each with its topic.
create unique index reviews_whole on reviews (id, episode_id);
create table meeting_notes (
  id uuid primary key,
  meeting_id uuid not null,
  episode_id uuid not null references episodes on delete restrict,
  foreign key (meeting_id, episode_id) references tac_meetings (id, episode_id) on delete restrict,
  topic text not null check (topic <> ''),
  text text not null,
  written_by uuid not null references practitioners on delete restrict,
  written_at timestamptz not null
);
create index meeting_notes_episode on meeting_notes (episode_id);
create table review_notes (
  id uuid primary key,
  review_id uuid not null,
  episode_id uuid not null references episodes on delete restrict,
  foreign key (review_id, episode_id) references reviews (id, episode_id) on delete restrict,
  topic text not null check (topic <> ''),
  text text not null,
  written_by uuid not null references practitioners on delete restrict,
  written_at timestamptz not null
);
create index review_notes_episode on review_notes (episode_id);
call access.guard_episode_table('meeting_notes', 'record.read', 'meeting.minute', null, null);
call access.guard_episode_table('review_notes', 'record.read', 'review.hold', null, null);
create policy sensitive on meeting_notes as restrictive for all to bridges_app using (
  written_by = (select access.me()) or (episode_id || ' ' || topic) = any(array(select access.topics())));
create policy sensitive on review_notes as restrictive for all to bridges_app using (
  written_by = (select access.me()) or (episode_id || ' ' || topic) = any(array(select access.topics())));
-- In one's own name: else a note could be put into a colleague's mouth, and would vanish from its writer's eyes.
create policy own_name on meeting_notes as restrictive for insert to bridges_app with check (written_by = (select access.me()));
create policy own_name on review_notes as restrictive for insert to bridges_app with check (written_by = (select access.me()));

-- Trigger functions change hands last: an owner who gave them away could not hang them on a table.
alter function access.follow_outcome() owner to bridges_reach;
alter function access.refuse_unknowing_doer() owner to bridges_reach;
