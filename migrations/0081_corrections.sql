-- What the family says is wrong. The original stays as it was written; the correction stands beside it.
create table corrections (
  id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  subject_kind text not null check (subject_kind in ('assessment_element', 'chronology_note', 'child_details')),
  subject_id uuid not null,
  -- That of the item: what is said of a sensitive item is as sensitive.
  topic text not null default '',
  said_wrong text not null,
  should_say text not null,
  asked_by text not null,
  asked_by_capacity text not null check (asked_by_capacity in ('child', 'parental_responsibility', 'carer', 'other')),
  asked_on date not null,
  status text not null check (status in ('asked', 'accepted', 'disputed', 'declined')),
  decision_note text,
  decided_by uuid references practitioners on delete restrict,
  decided_at timestamptz,
  recorded_by uuid not null references practitioners on delete restrict,
  recorded_at timestamptz not null,
  check ((status = 'asked') = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null)),
  -- A note of the dispute, or the reason for declining, stands with the decision.
  check (status in ('asked', 'accepted') or decision_note is not null)
);
create index corrections_episode on corrections (episode_id);
create index corrections_subject on corrections (subject_id);
call access.guard_episode_table('corrections', 'record.read', 'correction.ask', 'correction.decide',
  'status, decision_note, decided_by, decided_at');
-- What is known of the child's details to those at T1 includes that the family disputes them.
create policy family on corrections for select to bridges_app using (
  subject_kind = 'child_details' and episode_id = any(array(select access.may('family.read'))));
-- Whoever may read the sensitive item may read what is said of it, and nobody else.
create policy sensitive on corrections as restrictive for all to bridges_app using (
  topic = ''
  or exists (select from assessment_elements l where l.id = subject_id)
  or exists (select from chronology_notes n where n.id = subject_id));
create policy asked on corrections as restrictive for insert to bridges_app
  with check (recorded_by = (select access.me()) and status = 'asked');
create policy once on corrections as restrictive for update to bridges_app
  using (status = 'asked') with check (decided_by = (select access.me()));

-- A correction is about an item of its own episode, and carries that item's topic. What is not there, or lies in another
-- episode, is refused alike.
create function access.fit_correction() returns trigger language plpgsql security definer set search_path = '' as $$
declare item record;
begin
  if new.subject_kind = 'assessment_element' then
    select l.episode_id, l.topic into item from public.assessment_elements l where l.id = new.subject_id;
  elsif new.subject_kind = 'chronology_note' then
    select n.episode_id, n.topic into item from public.chronology_notes n where n.id = new.subject_id;
  else
    select f.episode_id, '' as topic into item from public.episode_children f
      where f.child_id = new.subject_id and f.episode_id = new.episode_id;
  end if;
  if item.episode_id is distinct from new.episode_id then
    raise exception 'There is nothing here to correct' using errcode = '42501';
  end if;
  new.topic := item.topic;
  return new;
end $$;
create trigger fit before insert on corrections for each row execute function access.fit_correction();

-- Whom to tell, by stand-in where they are not named to the teller, that an item was corrected: those who work with the family and may read it, and where an agency knows it
-- without working with the family, the managers there.
create function access.to_tell_of_correction(correction uuid) returns setof uuid
  language plpgsql stable security definer set search_path = ''
  as $$
begin
  return query
    select distinct case when w.agency_id in (select u.agency_id from access.unnamed_agencies(c.episode_id) u)
      then access.stand_in(w.practitioner_id, w.agency_id) else w.practitioner_id end
    from public.corrections c
    cross join lateral access.seers(c.episode_id) w
    where c.id = correction and c.episode_id = any(array(select access.may('correction.decide')))
      and w.tier = case c.subject_kind when 'child_details' then 1 else 2 end
      and (w.reach in ('author', 'lead', 'team', 'manager', 'coordinator') or (w.reach = 'agency' and exists (
        select from public.posts p where p.practitioner_id = w.practitioner_id and p.agency_id = w.agency_id
          and p.role = 'manager' and (p.ended_at is null or p.ended_at > platform.now()))))
      and (c.topic = '' or exists (select from access.grants g
        where g.episode_id = c.episode_id and g.tier = 3 and g.topic = c.topic and g.reach in ('lead', 'team')
          and g.subject_id = w.practitioner_id and g.begins <= platform.now() and g.ends > platform.now()));
end $$;
grant execute on function access.to_tell_of_correction(uuid) to bridges_app;
alter function access.to_tell_of_correction(uuid) owner to bridges_reach;

insert into access.bundle_parts (relation, place, title, condition) values
  ('public.corrections', 32, 'What the family said is wrong', 't.episode_id = any($2)');

-- Trigger functions change hands last: an owner who gave them away could not hang them on a table.
alter function access.fit_correction() owner to bridges_reach;
