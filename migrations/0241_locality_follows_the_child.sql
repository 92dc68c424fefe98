-- The locality of an episode is that of its first child, wherever the child moves: lists, counts and figures that filter by
-- it agree with the coordinator's reach. Written by these triggers alone.
revoke insert on episodes from bridges_app;
grant insert (id, opened_at, closed_at, authority_id, opened_by, opening_agency_id) on episodes to bridges_app;
grant update (locality_id) on episodes to bridges_reach;

-- A change of locality takes an open episode from one coordinator to another. Both are told, unless they are cut. No
-- message names a child.
create function access.announce_move(moved uuid[], old_locality uuid, new_locality uuid) returns void
  language sql volatile security definer set search_path = ''
  as $$
    insert into public.messages (id, recipient_id, subject, body, href, sent_at)
    select gen_random_uuid(), o.practitioner_id,
      case when o.locality_id = new_locality then 'A family has moved into your locality'
        else 'A family has moved out of your locality' end,
      case when o.locality_id = new_locality then 'You now coordinate for them. Open Bridges to see who leads and what is due.'
        else 'You no longer coordinate for them. You need to do nothing.' end,
      case when o.locality_id = new_locality then '/episodes/' || e.id end,
      date_trunc('milliseconds', platform.now())
    from public.episodes e
    join public.posts o on o.role = 'coordinator' and o.locality_id in (old_locality, new_locality)
      and (o.ended_at is null or o.ended_at > platform.now())
    join public.practitioners p on p.id = o.practitioner_id and (p.left_at is null or p.left_at > platform.now())
    where e.id = any(moved) and e.closed_at is null and o.practitioner_id is distinct from access.me()
      and not exists (select from access.cuts c where c.practitioner_id = o.practitioner_id and c.episode_id = e.id
        and c.begins <= platform.now() and c.ends > platform.now())
  $$;
alter function access.announce_move(uuid[], uuid, uuid) owner to bridges_reach;

create function access.follow_first_child() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.episodes e set locality_id = k.locality_id
  from changed f join public.children k on k.id = f.child_id
  where f.position = 1 and e.id = f.episode_id and e.locality_id is distinct from k.locality_id;
  return null;
end $$;
create trigger locality_added after insert on episode_children referencing new table as changed
  for each statement execute function access.follow_first_child();

create function access.follow_moved_child() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  moved uuid[];
begin
  with changed as (
    update public.episodes e set locality_id = new.locality_id from public.episode_children f
    where f.child_id = new.id and f.position = 1 and e.id = f.episode_id and e.locality_id is distinct from new.locality_id
    returning e.id)
  select array_agg(c.id) into moved from changed c;
  perform access.announce_move(moved, old.locality_id, new.locality_id);
  return null;
end $$;
create trigger locality_moved after update on children for each row
  when (new.locality_id is distinct from old.locality_id) execute function access.follow_moved_child();

-- Whoever may answer a question to the coordinator follows the child too. A question is kept with the locality that it was
-- asked in; where the episode or child now has another, the coordinators there answer. Where none of them may, every
-- coordinator of the area does.
create function access.locality_to_ask(thing uuid, asked_in uuid, asker uuid, area uuid) returns uuid
  language sql stable security definer set search_path = ''
  as $$
    select min(o.locality_id::text)::uuid
    from public.posts o join public.agencies g on g.id = o.agency_id and g.authority_id = area
    join public.practitioners p on p.id = o.practitioner_id and (p.left_at is null or p.left_at > platform.now())
    where o.role = 'coordinator' and o.locality_id = coalesce(access.coordinated_at(thing), asked_in)
      and (o.ended_at is null or o.ended_at > platform.now())
      and o.practitioner_id <> asker and not access.is_kept_from(o.practitioner_id, thing)
  $$;
alter function access.locality_to_ask(uuid, uuid, uuid, uuid) owner to bridges_reach;

set local role bridges_reach;
create or replace function access.questions_to_answer() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select q.id from access.actor() a
    join public.access_questions q on q.authority_id = a.authority_id and q.asked_by <> a.practitioner_id
    where (select access.allows('access_question.answer')) and not access.is_kept_from(a.practitioner_id, q.about)
      and coalesce(access.locality_to_ask(q.about, q.locality_id, q.asked_by, q.authority_id), a.locality_id) = a.locality_id
  $$;

create or replace function access.ask_for_help(question uuid, thing uuid, why text) returns boolean
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
  place := access.locality_to_ask(thing, me.locality_id, me.practitioner_id, me.authority_id);
  insert into public.access_questions (id, asked_by, agency_id, about, authority_id, locality_id, reason, asked_at)
    values (question, me.practitioner_id, me.agency_id, thing, me.authority_id, place, why, moment);
  insert into public.messages (id, recipient_id, subject, body, href, sent_at)
  select distinct on (o.practitioner_id) gen_random_uuid(), o.practitioner_id, 'Somebody asks for your help',
    'A practitioner met a page that they cannot open, and says why they need it. Answer, or ring them.',
    '/access-questions', moment
  from public.posts o join public.agencies g on g.id = o.agency_id and g.authority_id = me.authority_id
  join public.practitioners p on p.id = o.practitioner_id and (p.left_at is null or p.left_at > moment)
  where o.role = 'coordinator' and (place is null or o.locality_id = place) and (o.ended_at is null or o.ended_at > moment)
    and o.practitioner_id <> me.practitioner_id and not access.is_kept_from(o.practitioner_id, thing);
  return true;
end $$;

-- Children who moved before this counted.
update public.episodes e set locality_id = k.locality_id
from public.episode_children f join public.children k on k.id = f.child_id
where f.episode_id = e.id and f.position = 1 and e.locality_id is distinct from k.locality_id;
set local role bridges_owner;

-- Trigger functions change hands last: an owner who gave them away could not hang them on a table.
alter function access.follow_first_child() owner to bridges_reach;
alter function access.follow_moved_child() owner to bridges_reach;
