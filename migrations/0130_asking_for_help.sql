-- Whoever meets a closed door may ask the coordinator for help, and learns nothing by asking: the database finds the
-- coordinator, and keeps the question the same way whether or not there is anything behind the door.
create table access_questions (
  id uuid primary key,
  asked_by uuid not null references practitioners on delete restrict,
  agency_id uuid not null references agencies on delete restrict,
  -- What the address named: perhaps an episode or a child, perhaps nothing.
  about uuid,
  authority_id uuid not null references authorities on delete restrict,
  -- Null: any coordinator of the area.
  locality_id uuid references localities on delete restrict,
  reason text not null check (length(btrim(reason)) between 10 and 2000),
  asked_at timestamptz not null,
  answer text,
  answered_by uuid references practitioners on delete restrict,
  answered_at timestamptz,
  check (num_nulls(answer, answered_by, answered_at) in (0, 3)),
  check (answered_by <> asked_by)
);
create index access_questions_asked_by on access_questions (asked_by, asked_at);
create index access_questions_open on access_questions (authority_id, asked_at) where answered_at is null;
call access.protect('access_questions');
grant insert on access_questions to bridges_reach;
create policy keep on access_questions for insert to bridges_reach with check (true);

-- The first child's locality decides, as it decides who coordinates.
create function access.coordinated_at(thing uuid) returns uuid
  language sql stable security definer set search_path = ''
  as $$
    select coalesce(
      (select k.locality_id from public.episode_children f join public.children k on k.id = f.child_id
        where f.episode_id = thing and f.position = 1),
      (select k.locality_id from public.children k where k.id = thing))
  $$;
grant execute on function access.coordinated_at(uuid) to bridges_reach;
alter function access.coordinated_at(uuid) owner to bridges_reach;

-- Is this coordinator one who must not know of what is asked about?
create function access.is_kept_from(practitioner uuid, thing uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from access.cuts c where c.practitioner_id = practitioner and c.begins <= platform.now() and c.ends > platform.now()
        and (c.episode_id = thing or c.episode_id in (select f.episode_id from public.episode_children f where f.child_id = thing)))
      or exists (select from public.declared_relatives d where d.practitioner_id = practitioner and d.child_id = thing)
  $$;
grant execute on function access.is_kept_from(uuid, uuid) to bridges_reach;
alter function access.is_kept_from(uuid, uuid) owner to bridges_reach;

create function access.questions_to_answer() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select q.id from access.actor() a
    join public.access_questions q on q.authority_id = a.authority_id and q.asked_by <> a.practitioner_id
      and (q.locality_id is null or q.locality_id = a.locality_id)
    where (select access.allows('access_question.answer')) and not access.is_kept_from(a.practitioner_id, q.about)
  $$;
grant execute on function access.questions_to_answer() to bridges_app;
alter function access.questions_to_answer() owner to bridges_reach;

-- Only who answers reads a question: its locality would tell whoever asked that something is there.
create policy read on access_questions for select to bridges_app
  using (id = any(array(select access.questions_to_answer())));
create policy answer on access_questions for update to bridges_app
  using (answered_at is null and id = any(array(select access.questions_to_answer())))
  with check (answered_by = (select access.me()));
grant select on access_questions to bridges_app;
grant update (answer, answered_by, answered_at) on access_questions to bridges_app;

-- Keeps a question and tells the coordinators; false when this person has asked too often today.
create function access.ask_for_help(question uuid, thing uuid, why text) returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$
declare
  me record;
  moment timestamptz := date_trunc('milliseconds', platform.now());
  place uuid;
begin
  select * into me from access.actor();
  if me.practitioner_id is null or not access.allows('access_question.ask') then
    raise exception 'Not for this role' using errcode = '42501';
  end if;
  if (select count(*) from public.access_questions q
      where q.asked_by = me.practitioner_id and q.asked_at > moment - interval '1 day') >= 10 then
    return false;
  end if;
  place := coalesce(access.coordinated_at(thing), me.locality_id);
  if not exists (select from public.posts o join public.agencies g on g.id = o.agency_id and g.authority_id = me.authority_id
      where o.role = 'coordinator' and o.locality_id = place and (o.ended_at is null or o.ended_at > moment)
        and o.practitioner_id <> me.practitioner_id and not access.is_kept_from(o.practitioner_id, thing)) then
    place := null;
  end if;
  insert into public.access_questions (id, asked_by, agency_id, about, authority_id, locality_id, reason, asked_at)
    values (question, me.practitioner_id, me.agency_id, thing, me.authority_id, place, why, moment);
  insert into public.messages (id, recipient_id, subject, body, href, sent_at)
  select distinct on (o.practitioner_id) gen_random_uuid(), o.practitioner_id, 'Somebody asks for your help',
    'A practitioner met a page that they cannot open, and says why they need it. Answer, or ring them.',
    '/access-questions', moment
  from public.posts o join public.agencies g on g.id = o.agency_id and g.authority_id = me.authority_id
  where o.role = 'coordinator' and (place is null or o.locality_id = place) and (o.ended_at is null or o.ended_at > moment)
    and o.practitioner_id <> me.practitioner_id and not access.is_kept_from(o.practitioner_id, thing);
  return true;
end $$;
grant execute on function access.ask_for_help(uuid, uuid, text) to bridges_app;
alter function access.ask_for_help(uuid, uuid, text) owner to bridges_reach;

-- Beside whom does the signed-in business support come to this episode?
create function access.supported_on(episode uuid) returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select distinct n.practitioner_id from access.supported() n
    join access.grants g on g.episode_id = episode and g.tier < 3 and g.begins <= platform.now() and g.ends > platform.now()
      and ((g.reach in ('author', 'lead', 'team') and g.subject_id = n.practitioner_id)
        or (g.reach = 'agency' and g.subject_id = n.agency_id))
    where not exists (select from access.cuts c where c.episode_id = episode and c.begins <= platform.now() and c.ends > platform.now()
      and c.practitioner_id in (n.practitioner_id, (select access.me())))
  $$;
grant execute on function access.supported_on(uuid) to bridges_app;
alter function access.supported_on(uuid) owner to bridges_reach;
