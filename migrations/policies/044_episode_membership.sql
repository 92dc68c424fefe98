-- A child joins an open episode, or leaves it, by a row of episode_child_changes; its trigger keeps episode_children in step.
create procedure access.reject_membership(rule text, why text)
  language plpgsql set search_path = ''
  as $$
begin
  raise exception '%', why using errcode = '23514', constraint = rule;
end $$;

create function access.add_child_to_episode(change public.episode_child_changes) returns void
  language plpgsql security definer set search_path = ''
  as $$
declare
  place smallint := (select max(f.position) + 1 from public.episode_children f where f.episode_id = change.episode_id);
begin
  if exists (select from public.episode_children f
      where f.episode_id = change.episode_id and f.child_id = change.child_id and f.removed_at is null) then
    call access.reject_membership('membership_once', 'This child is already in the episode');
  end if;
  insert into public.episode_children as f (episode_id, child_id, position, ended_at, added_at, added_by, after_death_because)
  values (change.episode_id, change.child_id, place, null, change.recorded_at, change.recorded_by, change.after_death_because)
  on conflict (episode_id, child_id) do update set position = excluded.position, ended_at = null, removed_at = null,
    added_at = excluded.added_at, added_by = excluded.added_by, after_death_because = excluded.after_death_because;
end $$;

create function access.remove_child_from_episode(change public.episode_child_changes) returns void
  language plpgsql security definer set search_path = ''
  as $$
declare
  leaving record;
  heir record;
  old_locality uuid := (select e.locality_id from public.episodes e where e.id = change.episode_id);
begin
  select f.* into leaving from public.episode_children f
    where f.episode_id = change.episode_id and f.child_id = change.child_id and f.removed_at is null;
  if not found then
    call access.reject_membership('membership_not_there', 'This child is not in the episode');
  end if;
  select f.child_id, f.position, k.locality_id into heir
    from public.episode_children f join public.children k on k.id = f.child_id
    where f.episode_id = change.episode_id and f.child_id <> change.child_id and f.removed_at is null order by f.position limit 1;
  if not found then
    call access.reject_membership('membership_last_child', 'The last child cannot be taken out: close the episode');
  end if;
  if exists (select from public.safety_concerns c
      where c.episode_id = change.episode_id and c.child_id = change.child_id and c.answered_at is null) then
    call access.reject_membership('membership_safety_concern', 'A safety concern about this child is still open');
  end if;
  -- The first child's locality decides who coordinates: another comes first in their place.
  if leaving.position = 1 then
    update public.episode_children set position = heir.position
      where episode_id = change.episode_id and child_id = change.child_id;
    update public.episode_children set position = 1 where episode_id = change.episode_id and child_id = heir.child_id;
    if heir.locality_id is distinct from old_locality then
      update public.episodes set locality_id = heir.locality_id where id = change.episode_id;
      perform access.announce_move(array[change.episode_id], old_locality, heir.locality_id);
    end if;
  end if;
  update public.episode_children set removed_at = change.recorded_at, ended_at = change.recorded_at
    where episode_id = change.episode_id and child_id = change.child_id;
end $$;

create function access.apply_child_change() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare
  opened date;
begin
  if access.me() is null then return new; end if;
  new.recorded_at := date_trunc('milliseconds', platform.now());
  -- Before anything else: what follows differs between episodes and children that the writer may not know of.
  if new.recorded_by is distinct from access.me() or not access.can('membership.change', new.episode_id)
      or (new.kind = 'added' and not access.may_open_for(new.child_id)) then
    raise exception 'This role cannot change who is in this episode' using errcode = '42501';
  end if;
  -- Two who each take out one of the last two children wait for one another here.
  select platform.london_date(e.opened_at) into opened from public.episodes e
    where e.id = new.episode_id and e.closed_at is null for update;
  if not found then
    call access.reject_membership('membership_open', 'The episode is closed');
  end if;
  if new.happened_on > platform.london_date(new.recorded_at) then
    call access.reject_membership('membership_date', 'The date must be today or in the past');
  end if;
  if new.kind = 'removed' and new.happened_on < opened then
    call access.reject_membership('membership_date', 'The date must be on or after the day the episode started');
  end if;
  if new.kind = 'added' then
    perform access.add_child_to_episode(new);
  else
    perform access.remove_child_from_episode(new);
  end if;
  return new;
end $$;

-- An agreement extends to children who joined and are still there.
create function access.check_consent_child() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if new.consent_id not in (select access.consents_being_recorded())
      or not access.knows_of_member('episode.read', new.episode_id, new.child_id) then
    raise exception 'This role cannot extend this agreement' using errcode = '42501';
  end if;
  if not exists (select from public.episode_children f where f.episode_id = new.episode_id and f.child_id = new.child_id
      and f.added_at is not null and f.removed_at is null) then
    call access.reject_consent('consents_child_of_episode', 'The child must be in the episode');
  end if;
  return new;
end $$;

-- The people whom a word about this child of the episode concerns: who works with the family or manages those who do, and
-- coordinates for them, and may know of the child, or might when the child was taken out. Never the one who acts.
create function access.member_recipients(episode uuid, child uuid) returns table (practitioner_id uuid, agency_id uuid)
  language sql stable security definer set search_path = ''
  as $$
    with member as (
      select f.added_at, f.added_by, e.opening_agency_id, coalesce(f.removed_at, platform.now()) as at
      from public.episode_children f join public.episodes e on e.id = f.episode_id
      where f.episode_id = episode and f.child_id = child
    ), people as (
      select i.practitioner_id, i.agency_id, false as by_task from member m
        join access.involvements i on i.episode_id = episode and i.begins <= m.at and i.ends > m.at
      union
      select o.practitioner_id, o.agency_id, g.reach = 'coordinator' from member m
        join access.grants g on g.episode_id = episode and g.reach in ('manager', 'coordinator') and g.tier = 0
          and g.begins <= m.at and g.ends > platform.now()
        join public.posts o on o.role = g.reach and g.subject_id in (o.agency_id, o.locality_id)
          and platform.is_now(o.began_at, o.ended_at)
    )
    select t.practitioner_id, min(t.agency_id::text)::uuid
    from people t cross join member m
    join public.practitioners p on p.id = t.practitioner_id and (p.left_at is null or p.left_at > platform.now())
    where t.practitioner_id is distinct from access.me()
      and not exists (select from access.exclusions c where c.episode_id = episode and c.practitioner_id = t.practitioner_id
        and c.begins <= platform.now() and c.ends > platform.now())
      and (t.by_task or m.added_by is not distinct from t.practitioner_id or t.agency_id = m.opening_agency_id
        or access.agreement_covers_child(episode, child, t.agency_id, 'record', m.at))
    group by t.practitioner_id
  $$;

-- The same for the one who changes it, each as a pseudonym, since some are not named to them.
create function access.membership_recipients(episode uuid, child uuid) returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select access.pseudonym(r.practitioner_id, r.agency_id) from access.member_recipients(episode, child) r
    where access.can('membership.change', episode)
  $$;
grant execute on function access.membership_recipients(uuid,uuid) to bridges_app;

grant insert on consent_children, episode_child_changes to bridges_reach;
create policy consent_children_insert_by_reach on consent_children for insert to bridges_reach
  with check (true);
create policy episode_child_changes_insert_by_reach on episode_child_changes for insert to bridges_reach
  with check (true);

grant select on episode_child_changes to bridges_app;
grant insert (id, episode_id, child_id, kind, reason, happened_on, note, after_death_because, recorded_by, recorded_at)
  on episode_child_changes to bridges_app;
create policy episode_child_changes_select on episode_child_changes for select to bridges_app
  using (episode_id = any(array(select access.may('record.read')))
    and access.knows_of_member('episode.read', episode_id, child_id));
create policy episode_child_changes_insert on episode_child_changes for insert to bridges_app
  with check (recorded_by = (select access.me()) and reason <> 'twin'
    and episode_id = any(array(select access.may('membership.change'))));

-- A twin is placed where the birth is recorded.
create trigger apply_child_change before insert on episode_child_changes for each row when (new.reason <> 'twin')
  execute function access.apply_child_change();

grant select, insert on consent_children to bridges_app;
create policy consent_children_select on consent_children for select to bridges_app
  using (episode_id = any(array(select access.may('consent.read')))
    and access.knows_of_member('episode.read', episode_id, child_id));
create policy consent_children_insert on consent_children for insert to bridges_app
  with check (consent_id = any(array(select access.consents_being_recorded()))
    and access.knows_of_member('episode.read', episode_id, child_id));

create trigger check_consent_child before insert on consent_children for each row
  when (current_user = 'bridges_app') execute function access.check_consent_child();
