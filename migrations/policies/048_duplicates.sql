-- Two records of one child. A merge rewrites no row: each record keeps its episodes, agreements and readers. While it holds,
-- what keeps people out of one record keeps them out of both, and who may read both is led to the kept one.

-- How long a merge can be undone; libs/casework/duplicates says the same on the page.
create function access.unmerge_days() returns integer
  language sql immutable set search_path = ''
  as $$ select 28 $$;
grant execute on function access.unmerge_days() to bridges_app, bridges_reach;

create procedure access.reject_merge(rule text, why text)
  language plpgsql set search_path = ''
  as $$
begin
  raise exception '%', why using errcode = '23514', constraint = rule;
end $$;

-- One question about two children, whatever the focus.
create function access.can_both(wanted text, one uuid, other uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select access.can_child(wanted, one) and access.can_child(wanted, other) $$;
grant execute on function access.can_both(text,uuid,uuid) to bridges_app;

-- Recorded as brothers or sisters, or born together: never one child.
create function access.are_siblings(one uuid, other uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.child_ties t where t.child_id = least(one, other)
        and t.other_child_id = greatest(one, other) and t.ended_at is null)
      or exists (select from public.births a join public.births b on b.pregnancy_id = a.pregnancy_id
        where a.child_id = one and b.child_id = other)
  $$;

create function access.prepare_child_merge() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if access.me() is null then return new; end if;
  -- Before anything else: what follows tells of records that the writer may not know of.
  if new.proposed_by is distinct from access.me() or new.decision is not null
      or not access.can_both('child.merge', new.kept_child_id, new.other_child_id) then
    raise exception 'This role cannot propose to merge these records' using errcode = '42501';
  end if;
  new.proposed_at := date_trunc('milliseconds', platform.now());
  if exists (select from public.child_merges m where m.undone_at is null and (m.decision is null or m.decision = 'approved')
      and (m.other_child_id in (new.kept_child_id, new.other_child_id) or m.kept_child_id = new.other_child_id)) then
    call access.reject_merge('child_merges_free', 'These records cannot be merged now');
  end if;
  if exists (select from public.child_distinctions d where d.child_id = least(new.kept_child_id, new.other_child_id)
      and d.other_child_id = greatest(new.kept_child_id, new.other_child_id)) then
    call access.reject_merge('child_merges_distinct', 'These children are recorded as not the same child');
  end if;
  if access.are_siblings(new.kept_child_id, new.other_child_id) then
    call access.reject_merge('child_merges_siblings', 'These children are recorded as brothers or sisters');
  end if;
  return new;
end $$;

create function access.check_child_merge_change() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare
  me uuid := access.me();
  moment timestamptz := date_trunc('milliseconds', platform.now());
begin
  if me is null then return new; end if;
  if old.decision is null and new.decision is not null and new.undone_at is null then
    if new.decided_by is distinct from me then
      call access.reject_merge('child_merges_two_people', 'A decision is made in the name of the person who makes it');
    end if;
    if new.decision = 'approved' and exists (select from public.child_distinctions d
        where d.child_id = least(new.kept_child_id, new.other_child_id)
          and d.other_child_id = greatest(new.kept_child_id, new.other_child_id)) then
      call access.reject_merge('child_merges_distinct', 'These children are recorded as not the same child');
    end if;
    new.decided_at := moment;
  elsif old.decision = 'approved' and old.undone_at is null and new.undone_at is not null
      and (new.decision, new.decision_reason, new.decided_by, new.decided_at)
        is not distinct from (old.decision, old.decision_reason, old.decided_by, old.decided_at) then
    if me not in (old.proposed_by, old.decided_by) or new.undone_by is distinct from me then
      raise exception 'Only the two people who merged these records can undo it' using errcode = '42501';
    end if;
    if platform.now() >= old.decided_at + make_interval(days => access.unmerge_days()) then
      call access.reject_merge('child_merges_undo_days', 'The time in which this can be undone is over');
    end if;
    new.undone_at := moment;
  else
    call access.reject_merge('child_merges_decided_once', 'This has been decided already');
  end if;
  return new;
end $$;

-- Does this person work on a record of this child, or coordinate, so that they may be told of it in a message?
create function access.may_be_told_of_child(practitioner uuid, child uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.episode_children f where f.child_id = child and f.added_at is null and f.removed_at is null
        and access.reaches_tier(f.episode_id, practitioner, 0::smallint))
      and not exists (select from access.exclusions x join public.episode_children f on f.episode_id = x.episode_id
        where f.child_id = child and x.practitioner_id = practitioner and x.begins <= platform.now() and x.ends > platform.now())
  $$;

-- Who may decide about a proposal besides its author: coordinators who reach both records; where there is none, information
-- governance.
create function access.second_people_for_merge(one uuid, other uuid) returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    with fit as (
      select distinct o.practitioner_id, o.role
      from public.posts o join public.agencies y on y.id = o.agency_id
      join public.practitioners p on p.id = o.practitioner_id and (p.left_at is null or p.left_at > platform.now())
      where o.role in ('coordinator', 'governance') and platform.is_now(o.began_at, o.ended_at)
        and o.practitioner_id is distinct from access.me()
        and not exists (select from unnest(array[one, other]) k (id) where not exists (
          select from public.episode_children f join access.grants g on g.episode_id = f.episode_id
          where f.child_id = k.id and g.reach = o.role and g.tier = 0 and g.begins <= platform.now() and g.ends > platform.now()
            and g.subject_id = access.subject_of(g.reach, o.practitioner_id, o.agency_id, o.locality_id, y.authority_id)
            and not exists (select from access.exclusions x where x.episode_id = f.episode_id
              and x.practitioner_id = o.practitioner_id and x.begins <= platform.now() and x.ends > platform.now()))))
    select f.practitioner_id from fit f
    where f.role = 'coordinator' or not exists (select from fit c where c.role = 'coordinator')
  $$;

create function access.tell_of_merge(subject text, body text, href text, people uuid[]) returns void
  language sql security definer set search_path = ''
  as $$
    insert into public.messages (id, recipient_id, subject, body, href, sent_at)
    select gen_random_uuid(), p.id, tell_of_merge.subject, tell_of_merge.body, tell_of_merge.href,
      date_trunc('milliseconds', platform.now())
    from (select distinct unnest(people) as id) p where p.id is distinct from access.me()
  $$;

-- After a merge began or ended: who is kept out, who is hidden, by which names the records are found, and whose work no longer
-- is within their reach.
create function access.apply_child_merge() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare
  kids uuid[] := array[new.kept_child_id, new.other_child_id]
    || array(select m.other_child_id from public.child_merges m where m.kept_child_id = new.kept_child_id);
  families uuid[] := array(select distinct f.episode_id from public.episode_children f where f.child_id = any(kids));
  one uuid;
  people uuid[];
begin
  perform access.refresh_grants(families);
  perform access.refresh_concealments(array(
    select s.id from public.shields s where s.child_id = any(kids)
    union select h.shield_id from access.concealments h where h.child_id = any(kids)));
  perform access.index_names(kids);
  for one in select e.id from public.episodes e where e.id = any(families) and e.closed_at is null loop
    perform access.send_told(access.pass_on_out_of_reach(one, null), null);
  end loop;
  people := array(
    select distinct i.practitioner_id from access.involvements i join public.episodes e on e.id = i.episode_id and e.closed_at is null
    where i.episode_id = any(families) and i.begins <= platform.now() and i.ends > platform.now()
      and access.may_be_told_of_child(i.practitioner_id, new.kept_child_id)
      and access.may_be_told_of_child(i.practitioner_id, new.other_child_id));
  if new.undone_at is null then
    perform access.tell_of_merge('Two records of one child are kept as one',
      'Two records of a child you work with are now kept as one. Nothing in them has changed. Each agreement holds for its own episode, and no one can see more than before.',
      '/children/' || new.kept_child_id, people || new.proposed_by);
  else
    perform access.tell_of_merge('Two records are kept apart again',
      'Two records that were kept as one are records of two children again. What was written since stays in the record where it was written. Check that it is the right one.',
      '/children/' || new.kept_child_id, people || array[new.proposed_by, new.decided_by]);
  end if;
  return null;
end $$;

create function access.announce_merge_proposal() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if access.me() is null then return null; end if;
  if tg_op = 'INSERT' then
    perform access.tell_of_merge('Two records may be of one child',
      'A colleague proposes to keep two records as one. Compare them, and approve or decline it.',
      '/duplicates/merges/' || new.id, array(select access.second_people_for_merge(new.kept_child_id, new.other_child_id)));
  elsif new.decision = 'declined' then
    perform access.tell_of_merge('Your proposal about two records was declined',
      'The two records stay apart. The reason is beside your proposal.', '/duplicates/merges/' || new.id, array[new.proposed_by]);
  end if;
  return null;
end $$;

-- Help for a child begins under the kept record. Who may not be told of that one goes on with the record that they know.
create function access.reject_merged_child() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if access.kept_record_of(new.child_id) is not null then
    call access.reject_merge('episode_children_kept_record', 'This record is kept under another record of the same child');
  end if;
  return new;
end $$;

-- As what two records are alike, as far as the signed-in person may know: numbers that are contact details only where they
-- may contact both.
create function access.pair_grounds(one uuid, other uuid) returns text[]
  language sql stable security definer set search_path = ''
  as $$
    select array_remove(array[
      case when r.details and a.nhs_number = b.nhs_number then 'same_nhs_number' end,
      case when r.details and a.uln = b.uln then 'same_uln' end,
      case when r.contacts and p.upn = q.upn then 'same_upn' end,
      case when r.contacts and exists (select from public.child_references m join public.child_references n
          on lower(n.system) = lower(m.system) and n.number = m.number and n.child_id = other and n.ended_at is null
        where m.child_id = one and m.ended_at is null) then 'same_reference' end,
      case when r.contacts and p.postcode = q.postcode and exists (select from public.child_carers l
          join public.carers w on w.id = l.carer_id join public.child_carers m on m.child_id = other
          join public.carers v on v.id = m.carer_id and access.same_name(v.name) = access.same_name(w.name)
        where l.child_id = one) then 'same_carer_and_address' end,
      n.likeness,
      case when x.expected_date = y.expected_date or x.date_of_birth = y.date_of_birth then 'same_birth'
        when x.date_of_birth = access.swapped_date(y.date_of_birth) then 'swapped_birth'
        when access.near_date(x.date_of_birth, y.date_of_birth) then 'near_birth'
        when x.born_earliest <= y.born_latest and y.born_earliest <= x.born_latest then 'possible_birth'
        else 'other_birth' end], null)
    from public.children x cross join public.children y
    cross join lateral (select access.can_both('family.read', one, other) as details,
      access.can_contact(one) and access.can_contact(other) as contacts) r
    left join public.child_details a on a.child_id = x.id left join public.child_details b on b.child_id = y.id
    left join public.child_contacts p on p.child_id = x.id left join public.child_contacts q on q.child_id = y.id
    cross join lateral (
      select case max(access.closeness_of_names(access.same_name(access.name_of_key(k.name_id)),
          access.same_name(access.name_of_key(l.name_id))))
        when 2 then 'same_name' when 1 then 'near_name' else 'other_name' end as likeness
      from public.child_name_keys k join public.child_name_keys l on l.child_id = y.id and l.words <> '{}'
      where k.child_id = x.id and k.words <> '{}') n
    -- Of a child whom they find in the index alone they know names and birth, as a search tells them.
    where x.id = one and y.id = other and (access.can_both('episode.read', one, other)
      or (access.is_told_of(one) and access.is_told_of(other)))
  $$;
grant execute on function access.pair_grounds(uuid,uuid) to bridges_app;

-- Pairs of children of the signed-in coordinator that are likely one child, the likeliest first. Pairs are made of what both
-- have, never by comparing each with each. A child of another locality is in a pair by name and birth alone, and only where the
-- coordinator may be told of them; the other coordinator has the pair in the same way.
create function access.likely_duplicates(most integer)
  returns table (child_id uuid, other_child_id uuid, grounds text[])
  language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan
  as $$
declare
  kids uuid[] := array(select access.may_child_among('child.merge', null));
begin
  if kids = '{}' then return; end if;
  return query
    with mine as materialized (select k.id, k.date_of_birth from unnest(kids) m (id) join public.children k on k.id = m.id
    ), named as materialized (
      select m.id, m.date_of_birth, k.words, access.same_name(access.name_of_key(k.name_id)) as name
      from mine m join public.child_name_keys k on k.child_id = m.id and k.words <> '{}'
    ), pairs as (
      select a.child_id as one, b.child_id as other from public.child_details a join mine m on m.id = a.child_id
        join public.child_details b on b.nhs_number = a.nhs_number and b.child_id > a.child_id
      union
      select a.child_id, b.child_id from public.child_details a join mine m on m.id = a.child_id
        join public.child_details b on b.uln = a.uln and b.child_id > a.child_id
      union
      select a.child_id, b.child_id from public.child_contacts a join mine m on m.id = a.child_id
        join public.child_contacts b on b.upn = a.upn and b.child_id > a.child_id
      union
      select a.child_id, b.child_id from public.child_references a join mine m on m.id = a.child_id
        join public.child_references b on b.number = a.number and lower(b.system) = lower(a.system) and b.child_id > a.child_id
          and b.ended_at is null where a.ended_at is null
      union
      select least(a.id, b.id), greatest(a.id, b.id) from named a join named b on b.date_of_birth = a.date_of_birth
        and b.id <> a.id and b.words && a.words where access.closeness_of_names(a.name, b.name) > 0
      union
      select least(a.id, b.id), greatest(a.id, b.id) from named a join named b on b.name = a.name and b.id <> a.id
        and (b.date_of_birth = access.swapped_date(a.date_of_birth) or access.near_date(a.date_of_birth, b.date_of_birth))
      union
      select least(a.id, b.id), greatest(a.id, b.id) from named a join named b on b.date_of_birth = a.date_of_birth and b.id <> a.id
        join public.child_contacts p on p.child_id = a.id
        join public.child_contacts q on q.child_id = b.id and q.postcode = p.postcode
        join public.children x on x.id = a.id join public.children y on y.id = b.id
      where access.same_name(x.given_names) = access.same_name(y.given_names)
    ), elsewhere as materialized (
      select a.id as mine, k.child_id as other, a.name, k.name_id
      from named a join public.children b on b.date_of_birth = a.date_of_birth
        join public.child_name_keys k on k.child_id = b.id and k.words && a.words
      where b.id <> all(kids)
      union
      -- Of one name, with two figures of the date changed.
      select a.id, k.child_id, a.name, k.name_id
      from named a join public.child_name_keys k on k.words = a.words join public.children b on b.id = k.child_id
      where (b.date_of_birth = access.swapped_date(a.date_of_birth) or access.near_date(a.date_of_birth, b.date_of_birth))
        and b.id <> all(kids)
    ), alike as materialized (
      select distinct e.mine, e.other from elsewhere e
      where access.closeness_of_names(e.name, access.same_name(access.name_of_key(e.name_id))) > 0
    ), told as (
      -- Only of those who are alike: of each who shares a word of the name it took a minute at 134,500 children.
      select distinct least(e.mine, e.other) as one, greatest(e.mine, e.other) as other
      from alike e where access.is_told_of(e.other) and access.is_told_of(e.mine)
    ), asked as (
      select p.one, p.other from (
        select p.one, p.other from pairs p join mine m on m.id = p.other
        union select t.one, t.other from told t) p
      where not exists (select from public.child_distinctions d where d.child_id = p.one and d.other_child_id = p.other)
        and not exists (select from access.same_children s where s.child_id = p.one and s.same_child_id = p.other)
        and not exists (select from public.child_merges w where w.decision is null
          and (p.one, p.other) in ((w.kept_child_id, w.other_child_id), (w.other_child_id, w.kept_child_id)))
        and not access.are_siblings(p.one, p.other)
    ), ranked as (
      select a.one, a.other, access.pair_grounds(a.one, a.other) as grounds from asked a
    )
    select r.one, r.other, r.grounds from ranked r
    -- What only contact details that are hidden say is not said.
    where r.grounds && '{same_nhs_number,same_uln,same_upn,same_reference,same_carer_and_address}'
      or (r.grounds && '{same_name,near_name}' and r.grounds && '{same_birth}')
      or (r.grounds && '{same_name}' and r.grounds && '{swapped_birth,near_birth}')
    order by r.grounds && '{same_nhs_number,same_uln,same_upn,same_reference}' desc, 'same_name' = any(r.grounds) desc,
      'same_birth' = any(r.grounds) desc, 'swapped_birth' = any(r.grounds) desc, r.one, r.other
    limit least(most, 200);
end $$;
grant execute on function access.likely_duplicates(integer) to bridges_app;

-- The coordinator of one of them, who may be told of the other: both are on their list.
create function access.can_keep_apart(one uuid, other uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select (access.can_child('child.merge', one) or access.can_child('child.merge', other))
      and access.is_told_of(one) and access.is_told_of(other)
  $$;
grant execute on function access.can_keep_apart(uuid,uuid) to bridges_app;

-- How many people are kept out of one of these records and not yet of the other.
create function access.count_kept_out(one uuid, other uuid) returns integer
  language sql stable security definer set search_path = ''
  as $$
    with out_of as (
      select x.practitioner_id, f.child_id from access.exclusions x join public.episode_children f on f.episode_id = x.episode_id
      where f.child_id in (one, other) and x.begins <= platform.now() and x.ends > platform.now()
      group by 1, 2)
    select (select count(*) from (select o.practitioner_id from out_of o group by 1 having count(*) = 1) p)::integer
    where access.can_both('child_merge.decide', one, other) or access.can_both('child.merge', one, other)
  $$;
grant execute on function access.count_kept_out(uuid,uuid) to bridges_app;

grant select, insert on child_distinctions to bridges_app;
create policy child_distinctions_select on child_distinctions for select to bridges_app
  using (access.can_both('episode.read', child_id, other_child_id));
create policy child_distinctions_insert on child_distinctions for insert to bridges_app
  with check (decided_by = (select access.me()) and (access.can_keep_apart(child_id, other_child_id)
    -- Answered by the practitioner who has just recorded one of them, of a child of whom they may be told.
    or (access.is_newly_recorded(child_id) and access.is_told_of(other_child_id))
    or (access.is_newly_recorded(other_child_id) and access.is_told_of(child_id))));

grant select on child_merges to bridges_app;
grant insert (id, kept_child_id, other_child_id, reason, proposed_by, proposed_at) on child_merges to bridges_app;
grant update (decision, decision_reason, decided_by, decided_at, undone_because, undone_by, undone_at)
  on child_merges to bridges_app;
-- A proposal is for those who may decide about it; a merge that holds or held, for readers of both records.
create policy child_merges_select on child_merges for select to bridges_app
  using (access.can_both('episode.read', kept_child_id, other_child_id)
    and (decision = 'approved' or access.can_both('child_merge.decide', kept_child_id, other_child_id)));
create policy child_merges_insert on child_merges for insert to bridges_app
  with check (proposed_by = (select access.me()) and access.can_both('child.merge', kept_child_id, other_child_id));
create policy child_merges_update on child_merges for update to bridges_app
  using (access.can_both('child_merge.decide', kept_child_id, other_child_id));

create trigger prepare_child_merge before insert on child_merges for each row execute function access.prepare_child_merge();
create trigger check_child_merge_change before update on child_merges for each row execute function access.check_child_merge_change();
create trigger announce_merge_proposal after insert or update on child_merges for each row execute function access.announce_merge_proposal();
create trigger apply_child_merge after update on child_merges for each row
  when ((new.decision = 'approved' and new.undone_at is null) is distinct from (old.decision is not distinct from 'approved' and old.undone_at is null))
  execute function access.apply_child_merge();
create trigger reject_merged_child before insert on episode_children for each row execute function access.reject_merged_child();
