-- Drafts are read by the person who typed them, in the same post, while they may still send the form. They outlive neither
-- the permission nor the episode: a draft from before a closure or a shield shows nothing, and a job deletes it.
create function access.draft_days() returns integer
  language sql immutable set search_path = ''
  as $$ select 30 $$;
grant execute on function access.draft_days() to bridges_app;

-- May the signed-in person send a form about this episode, this child, or neither?
create function access.may_send_draft(permission text, episode uuid, child uuid) returns boolean
  language plpgsql stable security definer set search_path = ''
  as $$
begin
  if episode is not null then return access.can(permission, episode); end if;
  if child is not null then return access.can_child(permission, child); end if;
  return access.allows(permission);
end $$;
grant execute on function access.may_send_draft(text,uuid,uuid) to bridges_app;

-- Was this typed about an episode that has been closed since?
create function access.is_closed_since(episode uuid, moment timestamptz) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.closures c where c.episode_id = episode and c.closed_at >= moment and c.undone_at is null)
  $$;

create function access.readable_drafts() returns setof uuid
  language plpgsql stable security definer rows 20 set search_path = ''
  as $$
declare
  me record;
  hidden uuid[];
begin
  me := access.current_actor();
  if me.practitioner_id is null then return; end if;
  hidden := array(select access.hidden_from_me());
  return query
    select d.id from public.drafts d
    where d.practitioner_id = me.practitioner_id and d.post_id = me.post_id
      and d.saved_at > platform.now() - make_interval(days => access.draft_days())
      and access.may_send_draft(d.permission, d.episode_id, d.child_id)
      and not access.is_closed_since(d.episode_id, d.saved_at)
      -- Typed before the shield, or while named on it: it may hold the address that is protected now.
      and not exists (
        select from access.concealments h
        where h.child_id = any(hidden) and h.begins <= platform.now() and h.ends > platform.now()
          and (d.child_id = h.child_id
            or exists (select from public.episode_children f where f.episode_id = d.episode_id and f.child_id = h.child_id))
          and (d.saved_at < h.begins
            or exists (select from public.shield_names n where n.shield_id = h.shield_id and n.practitioner_id = me.practitioner_id)));
end $$;
grant execute on function access.readable_drafts() to bridges_app;

grant select, insert on drafts to bridges_app;
grant update (content, revision, saved_at, sensitive) on drafts to bridges_app;
create policy drafts_select on drafts for select to bridges_app
  using (id = any(array(select access.readable_drafts())));
create policy drafts_insert on drafts for insert to bridges_app
  with check (practitioner_id = (select access.me()) and post_id = (select a.post_id from access.actor() a)
    and access.may_send_draft(permission, episode_id, child_id));
create policy drafts_update on drafts for update to bridges_app
  using (id = any(array(select access.readable_drafts())));

-- Deletes a draft of the signed-in person: it was sent, or is to be discarded.
create function access.discard_draft(draft uuid) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$ begin delete from public.drafts d where d.id = draft and d.practitioner_id = access.me(); end $$;
grant execute on function access.discard_draft(uuid) to bridges_app;

-- Deletes drafts that no one will read again: too old, of a person who has left the post or is suspended, of a closed episode,
-- or about a family that the person may no longer write about. Gives how many.
create function access.expire_drafts() returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
declare
  moment timestamptz := platform.now();
  expired integer;
begin
  delete from public.drafts d
  where d.saved_at <= moment - make_interval(days => access.draft_days())
    or not exists (select from public.posts o join public.practitioners p on p.id = o.practitioner_id
      where o.id = d.post_id and platform.is_now(o.began_at, o.ended_at) and (p.left_at is null or p.left_at > moment))
    or exists (select from auth.accounts a where a.practitioner_id = d.practitioner_id and a.suspended_at is not null)
    or access.is_closed_since(d.episode_id, d.saved_at)
    or ((d.episode_id is not null or d.child_id is not null) and not access.may_still_send(d));
  get diagnostics expired = row_count;
  return expired;
end $$;
grant execute on function access.expire_drafts() to bridges_jobs;

-- The same question as access.may_send_draft, of the person who typed it. Of business support, whose reach is that of the
-- people they support, it asks only whether they still support any.
create function access.may_still_send(draft public.drafts) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (
      select from public.posts o
      join public.agencies y on y.id = o.agency_id
      join access.rules r on r.permission = draft.permission and r.role = o.role
      where o.id = draft.post_id and (r.reach = 'support' or exists (
        select from access.grants g
        where (g.episode_id = draft.episode_id
            or g.episode_id in (select f.episode_id from public.episode_children f where f.child_id = draft.child_id))
          and g.reach = r.reach and g.tier = r.tier
          and g.subject_id = access.subject_of(r.reach, o.practitioner_id, o.agency_id, o.locality_id, y.authority_id)
          and g.begins <= platform.now() and g.ends > platform.now()
          and not exists (select from access.exclusions c where c.practitioner_id = o.practitioner_id and c.episode_id = g.episode_id
            and c.begins <= platform.now() and c.ends > platform.now()))))
    or exists (select from public.children k where k.id = draft.child_id and k.recorded_by = draft.practitioner_id
      and not exists (select from public.episode_children f where f.child_id = k.id))
  $$;
