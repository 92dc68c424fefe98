-- Whom to ring about a child who may not be safe, by day and out of hours: one row for an area, and one for each locality
-- that has a front door of its own.
create table front_doors (
  id uuid primary key,
  authority_id uuid not null references authorities on delete restrict,
  -- Null: the whole area, but for localities with a row of their own.
  locality_id uuid references localities on delete restrict,
  name text not null check (length(btrim(name)) between 1 and 200),
  telephone text not null check (telephone ~ '^\+?[0-9][0-9 ]{5,24}$'),
  hours text not null check (length(btrim(hours)) between 1 and 200),
  out_of_hours_telephone text not null check (out_of_hours_telephone ~ '^\+?[0-9][0-9 ]{5,24}$'),
  changed_by uuid references practitioners on delete restrict,
  changed_at timestamptz,
  version integer not null default 1
);
create unique index front_doors_place on front_doors (authority_id, locality_id) nulls not distinct;
call access.protect('front_doors');
create policy front_doors_select on front_doors for select to bridges_app using ((select access.me()) is not null);
create policy front_doors_insert on front_doors for insert to bridges_app with check (
  (select access.allows('settings.change')) and changed_by = (select access.me())
  and authority_id = (select a.authority_id from access.actor() a)
  and (locality_id is null or exists (select from localities l where l.id = locality_id and l.authority_id = front_doors.authority_id)));
create policy front_doors_update on front_doors for update to bridges_app
  using ((select access.allows('settings.change')) and authority_id = (select a.authority_id from access.actor() a))
  with check (changed_by = (select access.me()));
grant select, insert on front_doors to bridges_app;
grant update (name, telephone, hours, out_of_hours_telephone, changed_by, changed_at, version) on front_doors to bridges_app;

-- A child may not be safe. The concern stands until an answer says what was done; each concern has an answer of its own, so
-- that a later one is never answered by what was done about an earlier one. T2, and whoever answers for social care in the
-- area is told of it while it stands, since it is meant for them.
create table safety_concerns (
  id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  -- Null where several children are meant.
  child_id uuid,
  ground text not null check (ground in ('not_safe', 'procedures')),
  said text,
  -- The version of the checklist that raised it.
  checklist_version integer not null check (checklist_version > 0),
  raised_by uuid not null references practitioners on delete restrict,
  raised_role text not null,
  raised_at timestamptz not null,
  action_taken text check (length(btrim(action_taken)) > 0),
  action_at timestamptz,
  spoken_to text check (length(btrim(spoken_to)) > 0),
  reference text,
  answered_by uuid references practitioners on delete restrict,
  answered_role text,
  answered_at timestamptz,
  foreign key (episode_id, child_id) references episode_children (episode_id, child_id) on delete restrict,
  constraint safety_concerns_answer check (num_nulls(action_taken, action_at, spoken_to, answered_by, answered_role, answered_at) in (0, 6)),
  constraint safety_concerns_reference check (reference is null or answered_at is not null),
  constraint safety_concerns_action_at check (action_at <= answered_at)
);
create index safety_concerns_episode on safety_concerns (episode_id, raised_at desc);
create index safety_concerns_standing on safety_concerns (episode_id) where answered_at is null;

call access.protect('safety_concerns');
create policy safety_concerns_select on safety_concerns for select to bridges_app using (
  episode_id = any(array(select access.may('safety_concern.read')))
  or ((answered_at is null or answered_by = (select access.me()))
    and episode_id = any(array(select access.may('safety_concern.watch')))));
create policy safety_concerns_insert on safety_concerns for insert to bridges_app with check (
  raised_by = (select access.me()) and answered_at is null and episode_id = any(array(select access.may('checklist.complete'))));
create policy still_open on safety_concerns as restrictive for insert to bridges_app
  with check (exists (select from episodes e where e.id = safety_concerns.episode_id and e.closed_at is null));
create policy safety_concerns_update on safety_concerns for update to bridges_app
  using (answered_at is null and episode_id = any(array(select access.may('safety_concern.answer'))))
  with check (answered_by = (select access.me()));
grant select, insert on safety_concerns to bridges_app;
grant update (action_taken, action_at, spoken_to, reference, answered_by, answered_role, answered_at) on safety_concerns to bridges_app;

-- An answer is given once and does not change.
create function access.answer_safety_concern() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if old.answered_at is not null then
    raise exception 'This concern has been answered' using errcode = '23514', constraint = 'safety_concern_answered';
  end if;
  return new;
end $$;
create trigger answer_once before update on safety_concerns for each row execute function access.answer_safety_concern();

-- An episode does not close over a child who may not be safe.
create function access.check_safety_concerns() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from public.safety_concerns c where c.episode_id = new.id and c.answered_at is null) then
    raise exception 'A safety concern stands' using errcode = '23514', constraint = 'safety_concern_standing';
  end if;
  return new;
end $$;
create trigger safety_concerns_answered before update of closed_at on episodes for each row
  when (old.closed_at is null and new.closed_at is not null) execute function access.check_safety_concerns();

-- Tells the lead, the author, their managers and the front door, as far as they reach what the message is about. It asks
-- person by person about this one episode. No message names a child.
create function access.notify_responsible(episode uuid, parts text[], raiser uuid, wanted text[], subject text, body text, href text)
  returns void
  language sql volatile security definer set search_path = ''
  as $$
    with involved as (
      select i.practitioner_id, i.agency_id from access.involvements i
      where i.episode_id = episode and i.reach in ('author', 'lead') and i.begins <= platform.now() and i.ends > platform.now()
      union
      select o.practitioner_id, o.agency_id from public.posts o
      where o.practitioner_id = raiser and (o.ended_at is null or o.ended_at > platform.now())
    ), meant as (
      select v.practitioner_id from involved v where 'involved' = any(parts)
      union
      select o.practitioner_id from involved v join public.posts o on o.agency_id = v.agency_id and o.role = 'manager'
        and (o.ended_at is null or o.ended_at > platform.now())
      where 'managers' = any(parts)
      union
      select o.practitioner_id from public.episodes e
      join public.agencies y on y.authority_id = e.authority_id
      join public.posts o on o.agency_id = y.id and o.role = 'front_door' and (o.ended_at is null or o.ended_at > platform.now())
      where e.id = episode and 'front_door' = any(parts)
    )
    insert into public.messages (id, recipient_id, subject, body, href, sent_at)
    select gen_random_uuid(), m.practitioner_id, subject, body, href, date_trunc('milliseconds', platform.now())
    from meant m
    join public.practitioners p on p.id = m.practitioner_id and (p.left_at is null or p.left_at > platform.now())
    where m.practitioner_id is distinct from (select a.practitioner_id from access.actor() a)
      and not exists (select from access.cuts c where c.practitioner_id = m.practitioner_id and c.episode_id = episode
        and c.begins <= platform.now() and c.ends > platform.now())
      and exists (
        select from public.posts o
        join public.agencies y on y.id = o.agency_id
        join access.grants g on g.episode_id = episode and g.begins <= platform.now() and g.ends > platform.now()
          and g.subject_id = access.subject_of(g.reach, o.practitioner_id, o.agency_id, o.locality_id, y.authority_id)
        join access.rules r on r.permission = any(wanted) and r.role = o.role and r.reach = g.reach and r.tier = g.tier
        where o.practitioner_id = m.practitioner_id and (o.ended_at is null or o.ended_at > platform.now()))
  $$;
alter function access.notify_responsible(uuid, text[], uuid, text[], text, text, text) owner to bridges_reach;

-- What a message asked for has been done: it waits for nobody any more.
grant update (read_at) on messages to bridges_reach;
create policy messages_settle on messages for update to bridges_reach using (true) with check (true);
create function access.settle_messages(place text) returns void
  language sql volatile security definer set search_path = ''
  as $$
    update public.messages set read_at = date_trunc('milliseconds', platform.now()) where href = place and read_at is null
  $$;
alter function access.settle_messages(text) owner to bridges_reach;
create index messages_href on messages (href) where read_at is null;

create function access.announce_safety_concern() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  place text := '/episodes/' || new.episode_id || '/safety-concerns/' || new.id;
begin
  if tg_op = 'UPDATE' then perform access.settle_messages(place); end if;
  perform access.notify_responsible(new.episode_id, '{involved,managers,front_door}', new.raised_by,
    '{safety_concern.read,safety_concern.watch}',
    case when tg_op = 'INSERT' then 'A child may not be safe' else 'A safety concern has been answered' end,
    case when tg_op = 'INSERT'
      then 'A safety concern has been raised. Open the record to see whom to ring, and record what you did.'
      else 'What was done about a safety concern has been recorded.' end,
    case when tg_op = 'INSERT' then place else '/episodes/' || new.episode_id end);
  return null;
end $$;
create trigger announce after insert on safety_concerns for each row execute function access.announce_safety_concern();
create trigger announce_answer after update on safety_concerns for each row execute function access.announce_safety_concern();

-- A step-up waits for the front door, which is told; its answer is for those who asked and those who answer for the family.
create function access.announce_step_up() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  place text := '/step-ups#step-up-' || new.id;
begin
  if tg_op = 'INSERT' and new.outcome is null then
    -- The reach that the step-up itself gives is derived at the end of the statement, after this.
    perform access.notify_responsible(new.episode_id, '{front_door}', new.raised_by, '{episode.read}',
      'A step-up is waiting for your answer', 'Children’s social care is asked to take a family at level 4. Answer within one working day.',
      place);
  elsif tg_op = 'UPDATE' and old.outcome is null and new.outcome is not null then
    perform access.settle_messages(place);
    perform access.notify_responsible(new.episode_id, '{involved,managers}', new.raised_by, '{record.read}',
      'Social care has answered a step-up', 'Open the level of need to see the answer, the reason and whom to ring.',
      '/episodes/' || new.episode_id || '/level');
  end if;
  return null;
end $$;
create trigger announce after insert on step_ups for each row execute function access.announce_step_up();
create trigger announce_answer after update on step_ups for each row execute function access.announce_step_up();

insert into access.bundle_parts (relation, place, title, condition) values
  ('public.safety_concerns', 14, 'Safety concerns', 't.episode_id = any($2)');

-- Trigger functions change hands last: an owner who gave them away could not hang them on a table.
alter function access.answer_safety_concern() owner to bridges_reach;
alter function access.check_safety_concerns() owner to bridges_reach;
alter function access.announce_safety_concern() owner to bridges_reach;
alter function access.announce_step_up() owner to bridges_reach;
