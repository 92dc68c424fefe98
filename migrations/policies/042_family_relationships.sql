-- What the people of a family are to each other: carers of a child, children, adults.

-- A carer who may decide is new, or no longer may: the family is asked again on each open episode. The agreement itself
-- stands until then, and the person who answers for the family is told if it rests on the word of a carer who left.
create function access.record_change_of_decider() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if access.me() is null
      or (tg_op = 'INSERT' and new.parental_responsibility <> 'yes')
      or (tg_op = 'UPDATE' and new.parental_responsibility = old.parental_responsibility
        and not (old.ended_at is null and new.ended_at is not null and new.parental_responsibility = 'yes')) then
    return null;
  end if;
  insert into public.consent_reasks (id, episode_id, cause, noted_by, noted_at)
  select gen_random_uuid(), f.episode_id, 'parental_responsibility', access.me(), platform.now()
  from public.episode_children f
  where f.child_id = new.child_id and f.ended_at is null
    and exists (select from public.consents c where c.episode_id = f.episode_id);
  return null;
end $$;

create function access.tell_of_ended_decider() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  insert into public.messages (id, recipient_id, subject, body, href, sent_at)
  select gen_random_uuid(), r.person, 'A person who gave consent no longer cares for a child',
    'A parent or carer who gave consent is no longer recorded as caring for a child. What was agreed has not changed. Ask the family whether it still stands, and record what they say.',
    '/episodes/' || r.episode_id || '/consents', date_trunc('milliseconds', platform.now())
  from (select f.episode_id, access.responsible_besides(f.episode_id, null) as person
    from public.episode_children f join public.episodes e on e.id = f.episode_id and e.closed_at is null
    where f.child_id = new.child_id and f.ended_at is null
      and exists (select from public.consents c where c.episode_id = f.episode_id and c.decided_by_carer_id = new.carer_id
        and c.decision in ('given', 'given_in_part'))) r
  -- A lead who records it reads so on the page.
  where r.person is distinct from access.me() and access.reaches_tier(r.episode_id, r.person, 0::smallint);
  return null;
end $$;

-- An ending stands, and takes the person out of the order of emergency contact.
create function access.prepare_child_carer() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare
  me uuid := access.me();
begin
  if me is null then return new; end if;
  if tg_op = 'UPDATE' then
    if old.ended_at is not null then
      raise exception 'What has ended is not changed' using errcode = '23514', constraint = 'child_carers_has_ended';
    end if;
    new.changed_by := me;
  end if;
  if new.ended_at is not null then
    new.ended_by := me;
    new.ended_at := date_trunc('milliseconds', platform.now());
    new.emergency_order := null;
  end if;
  if new.evidence is not null and (tg_op = 'INSERT'
      or (new.evidence, new.evidence_seen_on) is distinct from (old.evidence, old.evidence_seen_on)) then
    new.evidence_seen_by := me;
  end if;
  return new;
end $$;

create function access.trace_child_carer() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  insert into public.child_carer_changes (id, child_carer_id, child_id, carer_id, field, was, became, reason, changed_by, changed_at)
  select gen_random_uuid(), new.id, new.child_id, new.carer_id, f.field, f.was, f.became, new.change_reason, new.changed_by,
    date_trunc('milliseconds', platform.now())
  from (values
    ('relationship', old.relationship, new.relationship),
    ('parental_responsibility', old.parental_responsibility, new.parental_responsibility),
    ('responsibility_basis', old.responsibility_basis, new.responsibility_basis),
    ('evidence', old.evidence, new.evidence),
    ('evidence_seen_on', old.evidence_seen_on::text, new.evidence_seen_on::text),
    ('began_on', old.began_on::text, new.began_on::text),
    ('ended_on', old.ended_on::text, new.ended_on::text),
    ('ending_reason', old.ending_reason, new.ending_reason),
    ('contact_restriction', old.contact_restriction, new.contact_restriction),
    ('restriction_basis', old.restriction_basis, new.restriction_basis),
    ('restricted_from', old.restricted_from::text, new.restricted_from::text)) f (field, was, became)
  where f.was is distinct from f.became and new.changed_by is not null;
  return null;
end $$;

create function access.trace_carer() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  insert into public.carer_changes (id, carer_id, field, was, became, changed_by, changed_at)
  select gen_random_uuid(), new.id, f.field, f.was, f.became, access.me(), date_trunc('milliseconds', platform.now())
  from (values ('name', old.name, new.name), ('first_language', old.first_language, new.first_language),
    ('interpreter', old.interpreter, new.interpreter)) f (field, was, became)
  where f.was is distinct from f.became and access.me() is not null;
  return null;
end $$;

create function access.stamp_tie_end() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if access.me() is null then return new; end if;
  if old.ended_at is not null then
    raise exception 'What has ended is not changed' using errcode = '23514', constraint = 'family_fact_has_ended';
  end if;
  if new.ended_at is not null then
    new.ended_by := access.me();
    new.ended_at := date_trunc('milliseconds', platform.now());
  end if;
  return new;
end $$;

create function access.refresh_concealments_of_tie() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  perform access.refresh_concealments_of_children(array[new.child_id, new.other_child_id]);
  return null;
end $$;

grant select, insert on child_carers to bridges_app;
grant update (relationship, parental_responsibility, lives_with_child, began_on, ended_on, ended_at, ended_by, ending_reason,
    responsibility_basis, evidence, evidence_seen_on, evidence_seen_by, contact_restriction, restriction_basis, restricted_from,
    emergency_order, change_reason, version)
  on child_carers to bridges_app;
create policy child_carers_select on child_carers for select to bridges_app
  using (child_id = any(array(select access.may_child('family.read'))));
create policy child_carers_insert on child_carers for insert to bridges_app
  with check (child_id = any(array(select access.may_child('family.edit'))) and access.may_link_carer(carer_id));
create policy child_carers_update on child_carers for update to bridges_app
  using (child_id = any(array(select access.may_child('family.edit'))));

create trigger prepare_child_carer before insert or update on child_carers
  for each row when (current_user <> 'bridges_reach') execute function access.prepare_child_carer();
create trigger trace_child_carer after update on child_carers for each row execute function access.trace_child_carer();
create trigger record_change_of_decider after insert or update of parental_responsibility, ended_at on child_carers
  for each row execute function access.record_change_of_decider();
create trigger tell_of_ended_decider after update of ended_at on child_carers
  for each row when (old.ended_at is null and new.ended_at is not null) execute function access.tell_of_ended_decider();
-- Of what each rests on: a home recorded for a child of many adults worked out the episode anew for each of them.
create trigger refresh_grants after insert or update of parental_responsibility, ended_at on child_carers
  for each row execute function access.refresh_grants_of_child();
create trigger refresh_concealments after insert or update of lives_with_child, ended_at on child_carers
  for each row execute function access.refresh_concealments_of_household();
create trigger trace_carer after update on carers for each row execute function access.trace_carer();

grant insert on child_carer_changes to bridges_reach;
grant select on child_carer_changes to bridges_app;
create policy child_carer_changes_select on child_carer_changes for select to bridges_app
  using (child_id = any(array(select access.may_child('family.read'))));
create policy child_carer_changes_insert_by_reach on child_carer_changes for insert to bridges_reach
  with check (true);

grant insert on carer_changes to bridges_reach;
grant select on carer_changes to bridges_app;
create policy carer_changes_select on carer_changes for select to bridges_app
  using (carer_id = any(array(select carer_id from child_carers)));
create policy carer_changes_insert_by_reach on carer_changes for insert to bridges_reach
  with check (true);

-- Told to readers of both children alone: a brother or sister out of reach is not there.
grant select, insert on child_ties to bridges_app;
grant update (kind, began_on, ended_on, ended_at, ended_by, version) on child_ties to bridges_app;
-- A page about an episode tells how its children are related to others within reach: the others are asked of all.
create policy child_ties_select on child_ties for select to bridges_app
  using ((child_id = any(array(select access.may_child('family.read'))) and access.can_child('family.read', other_child_id))
    or (other_child_id = any(array(select access.may_child('family.read'))) and access.can_child('family.read', child_id)));
create policy child_ties_insert on child_ties for insert to bridges_app
  with check (recorded_by = (select access.me())
    and child_id = any(array(select access.may_child('family.read')))
    and other_child_id = any(array(select access.may_child('family.read')))
    and (child_id = any(array(select access.may_child('family.edit')))
      or other_child_id = any(array(select access.may_child('family.edit')))));
create policy child_ties_update on child_ties for update to bridges_app
  using (child_id = any(array(select access.may_child('family.read')))
    and other_child_id = any(array(select access.may_child('family.read')))
    and (child_id = any(array(select access.may_child('family.edit')))
      or other_child_id = any(array(select access.may_child('family.edit')))));

-- Who is at the other end of a tie, for readers of both: also where the page is about an episode without the other child.
create function access.other_child_of_tie(tie public.child_ties, child uuid)
  returns table (id uuid, given_names text, family_name text, date_of_birth date, expected_date date)
  language sql stable security definer set search_path = ''
  as $$
    select k.id, k.given_names, k.family_name, k.date_of_birth, k.expected_date from public.children k
    where k.id = case when tie.child_id = child then tie.other_child_id else tie.child_id end
      and access.can_child('family.read', tie.child_id) and access.can_child('family.read', tie.other_child_id)
  $$;
grant execute on function access.other_child_of_tie(public.child_ties,uuid) to bridges_app;
create trigger stamp_tie_end before update on child_ties for each row execute function access.stamp_tie_end();
create trigger refresh_concealments after insert or update on child_ties
  for each row execute function access.refresh_concealments_of_tie();

grant select, insert on carer_ties to bridges_app;
grant update (kind, began_on, ended_on, ended_at, ended_by, version) on carer_ties to bridges_app;
create policy carer_ties_select on carer_ties for select to bridges_app
  using (carer_id = any(array(select carer_id from child_carers)) and other_carer_id = any(array(select carer_id from child_carers)));
create policy carer_ties_insert on carer_ties for insert to bridges_app
  with check (recorded_by = (select access.me())
    and carer_id = any(array(select carer_id from child_carers)) and other_carer_id = any(array(select carer_id from child_carers))
    and array[carer_id, other_carer_id] && array(
      select l.carer_id from child_carers l where l.child_id = any(array(select access.may_child('family.edit')))));
create policy carer_ties_update on carer_ties for update to bridges_app
  using (carer_id = any(array(select carer_id from child_carers)) and other_carer_id = any(array(select carer_id from child_carers))
    and array[carer_id, other_carer_id] && array(
    select l.carer_id from child_carers l where l.child_id = any(array(select access.may_child('family.edit')))));

create trigger stamp_tie_end before update on carer_ties for each row execute function access.stamp_tie_end();

grant select, insert on carer_childhoods to bridges_app;
create policy carer_childhoods_select on carer_childhoods for select to bridges_app
  using ((child_id = any(array(select access.may_child('family.read'))) and access.can_carer('family.read', carer_id))
    or (carer_id = any(array(select carer_id from child_carers)) and access.can_child('family.read', child_id)));
create policy carer_childhoods_insert on carer_childhoods for insert to bridges_app
  with check (recorded_by = (select access.me())
    and child_id = any(array(select access.may_child('family.read')))
    and carer_id = any(array(
      select l.carer_id from child_carers l where l.child_id = any(array(select access.may_child('family.edit'))))));
