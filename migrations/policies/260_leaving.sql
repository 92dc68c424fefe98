-- A person leaves a post: every place where they stand, what passes to another person, and what ends.

-- What is open, by the person who has it. A reference to a person that is not here is history; test/rls/standings.spec.ts
-- knows which is which. `reach` and `permission` say which posts can carry it; `agency_id` for whom it is done, null where
-- any post will do that comes to the family.
create view access.standings as
select 'lead' as kind, a.id, a.practitioner_id, a.agency_id, null::uuid as team_id, a.episode_id, null::date as due_on,
  '' as topic, 'lead' as reach, null as permission
from public.lead_professional_appointments a join public.episodes e on e.id = a.episode_id and e.closed_at is null
where a.ended_at is null
union all
select 'author', u.id, u.practitioner_id, u.agency_id, null, u.episode_id, null, '', 'author', null
from public.authorships u join public.episodes e on e.id = u.episode_id and e.closed_at is null
where u.ended_at is null
union all
select 'deputy', d.id, d.practitioner_id, d.agency_id, null, d.episode_id, d.ends_on, '', 'lead', null
from public.lead_professional_deputies d
join public.lead_professional_appointments a on a.id = d.appointment_id and a.ended_at is null
join public.episodes e on e.id = d.episode_id and e.closed_at is null
where d.ended_at is null and d.ends_on >= platform.london_date(platform.now())
union all
select 'proposal', q.id, q.practitioner_id, q.agency_id, null, q.episode_id, null, '', 'lead', null
from public.lead_professional_proposals q where q.answer is null
union all
select 'team', m.id, m.practitioner_id, m.agency_id, null, m.episode_id, null, '', 'team', null
from public.team_members m join public.episodes e on e.id = m.episode_id and e.closed_at is null
where m.left_at is null
union all
select 'chair', t.id, t.chair_id, null, null, t.episode_id, platform.london_date(t.starts_at), '', null, null
from public.tac_meetings t join public.episodes e on e.id = t.episode_id and e.closed_at is null
where t.status = 'planned'
union all
select 'note_taker', t.id, t.note_taker_id, null, null, t.episode_id, platform.london_date(t.starts_at), '', null, null
from public.tac_meetings t join public.episodes e on e.id = t.episode_id and e.closed_at is null
where t.status = 'planned'
union all
select 'invitation', v.id, v.practitioner_id, null, null, v.episode_id, platform.london_date(t.starts_at), '', null, null
from public.tac_attendances v join public.tac_meetings t on t.id = v.meeting_id and t.status = 'planned'
join public.episodes e on e.id = v.episode_id and e.closed_at is null
where v.attendance = 'invited'
union all
select 'action', x.id, x.doer_practitioner_id, null, null, x.episode_id, x.due_on, x.topic, null, null
from public.plan_actions x join public.episodes e on e.id = x.episode_id and e.closed_at is null
where x.status not in ('done', 'dropped')
union all
select 'closure_approver', c.id, c.manager_id, null, null, c.episode_id, null, '', null, 'closure.approve'
from public.closure_proposals c where c.outcome is null
union all
select 'closure_proposer', c.id, c.proposed_by, null, null, c.episode_id, null, '', null, 'episode.close'
from public.closure_proposals c where c.outcome is null
union all
select 'support', n.id, n.practitioner_id, null, n.team_id, null, null, '', null, 'support.name'
from public.support_namings n where n.ended_at is null
union all
select 'supporter', n.id, n.supporter_id, null, n.team_id, null, null, '', 'support', null
from public.support_namings n where n.ended_at is null
union all
select 'panel_member', m.id, m.practitioner_id, m.agency_id, null, null, null, '', null, 'panel.sit'
from public.panel_members m where m.left_at is null
union all
select 'audit', u.id, u.auditor_id, u.auditor_agency_id, null, null, u.ends_on, '', 'sample', null
from public.case_audits u where u.ended_at is null and u.ends_on >= platform.london_date(platform.now())
union all
select 'guardian', n.id, n.practitioner_id, n.agency_id, null, null, null, '', null, 'concern.review'
from public.guardians n where n.ended_at is null
union all
select 'emergency', x.id, x.practitioner_id, x.agency_id, null, x.episode_id, null, '', null, 'emergency.ask'
from public.emergency_accesses x
where x.ended_at is null and (x.begins_at is null or x.lapses_at > platform.now())
union all
select 'emergency_review', x.id, x.reviewer_id, x.reviewer_agency_id, null, x.episode_id, x.review_due_on, '', null, 'emergency.review'
from public.emergency_accesses x where x.reviewer_id is not null and x.review_outcome is null
union all
select 'shield_name', n.id, n.practitioner_id, null, null, null, null, '', null, 'episode.list'
from public.shield_names n join public.shields s on s.id = n.shield_id and s.ended_at is null
where n.ended_at is null;

-- Who answers for a family besides this person: its lead, else the first author who still works for their agency.
create function access.responsible_besides(episode uuid, besides uuid) returns uuid
  language sql stable security definer set search_path = ''
  as $$
    select i.practitioner_id from access.involvements i
    where i.episode_id = episode and i.reach in ('lead', 'author') and i.practitioner_id is distinct from besides
      and i.begins <= platform.now() and i.ends > platform.now() and access.works_for(i.practitioner_id, i.agency_id)
      -- A deputy stands in; they do not answer for the family.
      and (i.reach = 'author' or exists (select from public.lead_professional_appointments a
        where a.episode_id = i.episode_id and a.practitioner_id = i.practitioner_id and a.ended_at is null))
    order by i.reach desc, i.begins, i.practitioner_id limit 1
  $$;

-- Can this post carry work of these: its role has the reach and the permission?
create function access.role_carries(role text, reach text, permission text) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from access.rules r where r.role = role_carries.role
      and (role_carries.reach is null or r.reach = role_carries.reach)
      and (role_carries.permission is null or r.permission = role_carries.permission))
  $$;

-- Does this post come to the family by itself: by work done for its agency, its agency's agreement, or its office?
create function access.post_comes_to(post uuid, episode uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (
      select from public.posts o
      join access.rules r on r.role = o.role and r.permission = 'episode.read'
      where o.id = post and (
        exists (select from access.involvements i where i.episode_id = episode and i.practitioner_id = o.practitioner_id
          and i.agency_id = o.agency_id and i.reach = r.reach and i.begins <= platform.now() and i.ends > platform.now())
        or exists (select from access.grants g where g.episode_id = episode and g.reach in ('agency', 'manager', 'coordinator')
          and g.reach = r.reach and g.subject_id = access.subject_of(g.reach, o.practitioner_id, o.agency_id, o.locality_id, null)
          and g.begins <= platform.now() and g.ends > platform.now())))
  $$;

-- What no post that this person has at that moment carries once these have ended. `weight`: 'must' be handed over before;
-- 'passes' to the person who answers for the family unless another is chosen; 'ends'.
create function access.standings_ending(person uuid, ending uuid[], moment timestamptz default platform.now())
  returns table (kind text, id uuid, episode_id uuid, due_on date, topic text, weight text)
  language sql stable security definer set search_path = ''
  as $$
    with kept as (
      select o.id, o.agency_id, o.team_id, o.role from public.posts o
      where o.practitioner_id = person and o.id <> all(ending)
        and o.began_at <= moment and (o.ended_at is null or o.ended_at > moment)
    ), lost as (
      select s.* from access.standings s
      where s.practitioner_id = person
        and (s.agency_id is null or s.agency_id in (select o.agency_id from public.posts o where o.id = any(ending)))
        and not exists (select from kept k
          where access.role_carries(k.role, s.reach, s.permission)
            and (s.agency_id is null or k.agency_id = s.agency_id)
            and (s.team_id is null or k.team_id = s.team_id)
            and (s.agency_id is not null or s.episode_id is null or access.post_comes_to(k.id, s.episode_id)))
    )
    select l.kind, l.id, l.episode_id, l.due_on, l.topic,
      case when l.kind = 'lead' then 'must'
        when l.kind = 'author' and not exists (select from lost x where x.kind = 'lead' and x.episode_id = l.episode_id)
          and access.responsible_besides(l.episode_id, person) is null then 'must'
        when l.kind in ('chair', 'action') then 'passes'
        else 'ends' end
    from lost l
  $$;

-- The posts that end when a person leaves the signed-in administrator's agency, or one post there: now or later.
create function access.posts_to_end(person uuid, post uuid) returns uuid[]
  language sql stable security definer set search_path = ''
  as $$
    select coalesce(array_agg(o.id order by o.began_at, o.id), '{}')
    from access.actor() me join public.posts o on o.agency_id = me.agency_id
    where o.practitioner_id = person and (post is null or o.id = post)
      and (o.ended_at is null or o.ended_at > platform.now()) and access.allows('people.manage')
  $$;

-- What an administrator of the agency may know before a person leaves at that moment: kinds and numbers, no family.
create function access.standing_counts(person uuid, post uuid, moment timestamptz default platform.now())
  returns table (kind text, weight text, many integer)
  language sql stable security definer set search_path = ''
  as $$
    select s.kind, s.weight, count(*)::integer
    from (select access.posts_to_end(person, post) as posts) e
    cross join lateral access.standings_ending(person, e.posts, moment) s
    where e.posts <> '{}'
    group by 1, 2
  $$;
grant execute on function access.standing_counts(uuid,uuid,timestamptz) to bridges_app;

-- May the signed-in person know this topic of the family now? What is not sensitive has none.
create function access.knows_topic(episode uuid, topic text) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select topic = '' or exists (select from access.grants_held_on(episode) h where h.tier = 3 and h.topic = knows_topic.topic)
  $$;

-- For those who answer for the families (manager, coordinator, lead): what this person does there. Nothing of families that
-- the reader does not reach, of a person whom the reader may not connect with the family, or of a topic beyond the reader.
create function access.standings_within_reach(person uuid)
  returns table (kind text, id uuid, episode_id uuid, due_on date, weight text)
  language sql stable security definer set search_path = ''
  as $$
    with held as materialized (
      select s.* from access.standings_ending(person, array(select o.id from public.posts o where o.practitioner_id = person)) s
      where s.kind in ('lead', 'author', 'deputy', 'proposal', 'team', 'chair', 'action'))
    select h.kind, h.id, h.episode_id, h.due_on, h.weight from held h
    where h.episode_id in (select access.may_among('team.edit', array(select distinct x.episode_id from held x)))
      and access.knows_topic(h.episode_id, h.topic)
      and not exists (select from access.unnamed_people(h.episode_id) u where u.practitioner_id = person)
  $$;
grant execute on function access.standings_within_reach(uuid) to bridges_app;

-- May this person be given this? They reach it, know its topic, and have a post until the day.
create function access.may_take(episode uuid, person uuid, wanted smallint, topic text, due date) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select access.reaches_tier(episode, person, wanted)
      and (topic = '' or exists (select from access.grants g where g.episode_id = episode and g.reach in ('lead', 'team')
        and g.subject_id = person and g.tier = 3 and g.topic = may_take.topic
        and g.begins <= platform.now() and g.ends > platform.now()))
      and exists (select from public.posts o where o.practitioner_id = person and platform.is_now(o.began_at, o.ended_at)
        and (o.ended_at is null or due is null or platform.london_date(o.ended_at) > due))
  $$;

-- Tells each person once for each family what it means for them. `told` holds {"to", "episode", "href", "what"}; only those
-- who still work and who still come to the family hear of it. No message names a child, or the person who left.
create function access.send_told(told jsonb, besides uuid) returns void
  language sql security definer set search_path = ''
  as $$
    insert into public.messages (id, recipient_id, subject, body, href, sent_at)
    select gen_random_uuid(), t."to", 'Changes to a colleague’s work', string_agg(distinct t.what, ' '), t.href,
      date_trunc('milliseconds', platform.now())
    from jsonb_to_recordset(told) t ("to" uuid, episode uuid, href text, what text)
    join public.practitioners p on p.id = t."to" and (p.left_at is null or p.left_at > platform.now())
    where t."to" is distinct from besides and t."to" is distinct from access.me()
      and (t.episode is null or access.reaches_tier(t.episode, t."to", 0::smallint))
    group by t."to", t.episode, t.href
  $$;

-- Those who answer for a family that has no one: managers of the agency whose person was the last, and the coordinators.
create function access.accountable_for(episode uuid, agency uuid) returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select o.practitioner_id from public.posts o
    join access.grants g on g.episode_id = episode and g.reach = o.role and g.tier = 0
      and g.subject_id = access.subject_of(g.reach, o.practitioner_id, o.agency_id, o.locality_id, null)
      and g.begins <= platform.now() and g.ends > platform.now()
    where platform.is_now(o.began_at, o.ended_at)
      and (o.role = 'coordinator' or (o.role = 'manager' and o.agency_id = agency))
  $$;

-- Passes on what this person was to do for this family: to the successor if they may take it, else to the person who answers
-- for the family; an invitation ends. An action that neither may take stays, and the person who answers is told so once,
-- without its text. Gives who is told what: empty where nothing changes.
create function access.pass_on(episode uuid, person uuid, successor uuid, only_actions boolean) returns jsonb
  language plpgsql security definer set search_path = ''
  as $$
declare
  told jsonb := '[]';
  moment timestamptz := date_trunc('milliseconds', platform.now());
  answers uuid := access.responsible_besides(episode, person);
  place text := '/episodes/' || episode;
  work record;
  taker uuid;
begin
  for work in
    select s.kind, s.id, s.due_on, s.topic from access.standings s
    where s.practitioner_id = person and s.episode_id = episode
      and s.kind in ('action', 'chair', 'note_taker', 'invitation') and (not only_actions or s.kind = 'action')
  loop
    taker := null;
    if work.kind in ('action', 'chair') then
      taker := (select c.person from unnest(array[successor, answers]) with ordinality c (person, place)
        where c.person is not null and c.person <> pass_on.person
          and access.may_take(episode, c.person, case work.kind when 'action' then 2 else 1 end::smallint, work.topic, work.due_on)
          and (work.kind <> 'chair' or not exists (select from public.tac_meetings t where t.id = work.id and t.note_taker_id = c.person))
        order by c.place limit 1);
    end if;
    if work.kind = 'action' and taker is not null then
      update public.plan_actions x set doer_practitioner_id = taker, changed_at = moment, version = x.version + 1
      where x.id = work.id;
      told := told || jsonb_build_object('to', taker, 'episode', episode, 'href', place || '/plan',
        'what', 'An action in the plan is now yours. Do it, or give it to another person who works with the family.');
    elsif work.kind = 'action' then
      told := told || coalesce((select jsonb_agg(jsonb_build_object('to', answers, 'episode', episode, 'href', n.href,
          'what', 'An action of a person who has left needs another.'))
        from public.plan_actions x cross join lateral (select place || '/plan#action-' || x.id as href) n
        where x.id = work.id and answers is not null and not exists (select from public.messages m
          where m.recipient_id = answers and m.href = n.href and m.sent_at >= x.changed_at)), '[]');
    elsif work.kind = 'chair' then
      update public.tac_meetings t set chair_id = taker, version = t.version + 1 where t.id = work.id;
      told := told || jsonb_build_object('to', coalesce(taker, answers), 'episode', episode, 'href', place || '/meetings',
        'what', case when taker is null then 'A planned meeting needs a chair.' else 'You now chair a planned meeting.' end);
    elsif work.kind = 'note_taker' then
      update public.tac_meetings t set note_taker_id = null, version = t.version + 1 where t.id = work.id;
      told := told || jsonb_build_object('to', answers, 'episode', episode, 'href', place || '/meetings',
        'what', 'A planned meeting needs a note taker.');
    elsif work.kind = 'invitation' then
      update public.tac_attendances v set attendance = 'apologies', apology_reason = 'No longer works with the family'
      where v.id = work.id;
      told := told || jsonb_build_object('to', answers, 'episode', episode, 'href', place || '/meetings',
        'what', 'A person who was invited to a planned meeting cannot come.');
    end if;
  end loop;
  return told;
end $$;

-- Passes on what people were to do for this family and can no longer, because it is out of their reach: all of it, or only the
-- actions of a person who no longer reads the plan. Gives who is told what.
create function access.pass_on_out_of_reach(episode uuid, successor uuid) returns jsonb
  language plpgsql security definer set search_path = ''
  as $$
declare
  told jsonb := '[]';
  person uuid;
begin
  for person in
    select distinct s.practitioner_id from access.standings s
    where s.episode_id = episode and s.kind in ('action', 'chair', 'note_taker', 'invitation')
      and not access.reaches_tier(episode, s.practitioner_id, 1::smallint)
  loop
    told := told || access.pass_on(episode, person, successor, false);
  end loop;
  for person in
    select distinct s.practitioner_id from access.standings s
    where s.episode_id = episode and s.kind = 'action' and access.reaches_tier(episode, s.practitioner_id, 1::smallint)
      and not access.reaches_tier(episode, s.practitioner_id, 2::smallint)
  loop
    told := told || access.pass_on(episode, person, successor, true);
  end loop;
  return told;
end $$;

-- After an ending that took a person's way to the family (a membership, an agreement): passes on what they were to do there.
-- For those who may change the team, and for one who has just recorded such an ending: it may have ended their own way too.
create function access.settle_work(episode uuid, successor uuid) returns void
  language plpgsql security definer set search_path = ''
  as $$
declare
  moment timestamptz := date_trunc('milliseconds', platform.now());
begin
  if not exists (select from access.abilities(episode) a where a.permission = 'team.edit')
     and not exists (select from public.consents c
       where c.episode_id = episode and c.recorded_by = access.me() and c.recorded_at = moment)
     and not exists (select from public.consent_withdrawals w
       where w.episode_id = episode and w.recorded_by = access.me() and w.withdrawn_at = moment)
     and not exists (select from public.lead_professional_appointments a
       where a.episode_id = episode and a.practitioner_id = access.me() and moment in (a.began_at, a.ended_at)) then
    raise exception 'Not for this person' using errcode = '42501';
  end if;
  perform access.send_told(access.pass_on_out_of_reach(episode, successor), null);
end $$;
grant execute on function access.settle_work(uuid,uuid) to bridges_app;

-- The same for endings that no one records, because their day came: a consent that runs out, a deputy's last day. A family
-- that fails keeps no other from being settled; the next run tries it again. Gives how many things changed.
create function access.settle_work_out_of_reach() returns integer
  language plpgsql security definer set search_path = ''
  as $$
declare
  moment timestamptz := platform.now();
  settled integer := 0;
  family uuid;
  told jsonb;
begin
  for family in
    select w.episode_id from (
      select s.episode_id, s.practitioner_id, bool_or(s.kind = 'action') as acts from access.standings s
      where s.kind in ('action', 'chair', 'note_taker', 'invitation') and s.practitioner_id is not null
        -- Only where something has ended: to ask about everyone took five times as long.
        and exists (select from access.grants g where g.episode_id = s.episode_id and g.ends <= moment)
      group by 1, 2) w
    where not access.reaches_tier(w.episode_id, w.practitioner_id, case when w.acts then 2 else 1 end::smallint)
    group by 1
  loop
    begin
      told := access.pass_on_out_of_reach(family, null);
      perform access.send_told(told, null);
      settled := settled + jsonb_array_length(told);
    exception when others then
      raise warning 'The work of episode % was not settled: % (%)', family, sqlerrm, sqlstate;
    end;
  end loop;
  return settled;
end $$;
grant execute on function access.settle_work_out_of_reach() to bridges_jobs;

-- Gives one thing that a person does for a family to another person, or the whole responsibility of its author. Only for those
-- who may change the team; the receiver is one who may know it. The lead is asked instead: they accept.
create function access.hand_over(wanted text, work uuid, successor uuid) returns void
  language plpgsql security definer set search_path = ''
  as $$
declare
  moment timestamptz := date_trunc('milliseconds', platform.now());
  held record;
  told jsonb := '[]';
begin
  select s.* into held from access.standings s where s.kind = wanted and s.id = work and s.kind in ('author', 'chair', 'action');
  if held.id is null or not access.can('team.edit', held.episode_id)
     or not access.knows_topic(held.episode_id, held.topic)
     or exists (select from access.unnamed_people(held.episode_id) u where u.practitioner_id = held.practitioner_id) then
    raise exception 'There is no such work here' using errcode = '42501';
  end if;
  if successor = held.practitioner_id
     or exists (select from access.unnamed_people(held.episode_id) u where u.practitioner_id = successor)
     or not (case wanted when 'author' then access.may_join(held.episode_id, successor, held.agency_id)
          when 'chair' then access.may_take(held.episode_id, successor, 1::smallint, '', held.due_on)
            and not exists (select from public.tac_meetings t where t.id = work and t.note_taker_id = successor)
          else access.may_take(held.episode_id, successor, 2::smallint, held.topic, held.due_on) end) then
    raise exception 'This person may not be given this' using errcode = '23514', constraint = 'receiver_may_take';
  end if;
  if wanted = 'author' then
    update public.authorships a set ended_at = moment where a.id = work;
    insert into public.authorships (id, episode_id, practitioner_id, agency_id, kind, began_at)
    select gen_random_uuid(), held.episode_id, successor, held.agency_id, 'assessor', moment
    where not exists (select from public.authorships a where a.episode_id = held.episode_id and a.practitioner_id = successor
      and a.agency_id = held.agency_id and a.ended_at is null);
    -- The responsibility may have been the only way to the family of the person who hands it over.
    told := access.pass_on_out_of_reach(held.episode_id, successor);
  elsif wanted = 'chair' then
    update public.tac_meetings t set chair_id = successor, version = t.version + 1 where t.id = work;
  else
    update public.plan_actions x set doer_practitioner_id = successor, doer_name = null, changed_at = moment, version = x.version + 1
    where x.id = work;
  end if;
  perform access.send_told(told || jsonb_build_array(
    jsonb_build_object('to', successor, 'episode', held.episode_id,
      'href', '/episodes/' || held.episode_id || case wanted when 'author' then '' when 'chair' then '/meetings' else '/plan' end,
      'what', case wanted when 'author' then 'You are now responsible for a family’s episode.'
        when 'chair' then 'You now chair a planned meeting.' else 'You have been given an action in a plan.' end),
    jsonb_build_object('to', held.practitioner_id, 'episode', null, 'href', null,
      'what', 'Work that you did for a family has been given to another person.')), null);
end $$;
grant execute on function access.hand_over(text,uuid,uuid) to bridges_app;

-- Ends or passes on everything that no post of this person carries once these have ended, and tells those concerned.
create function access.settle_standings(person uuid, ending uuid[]) returns void
  language plpgsql security definer set search_path = ''
  as $$
declare
  moment timestamptz := date_trunc('milliseconds', platform.now());
  told jsonb := '[]';
  one record;
begin
  for one in
    select s.kind, s.id, s.episode_id, s.weight, '/episodes/' || s.episode_id as place
    from access.standings_ending(person, ending) s
    -- The lead first: then the author of the same family is no longer the last.
    order by s.kind <> 'lead', s.kind, s.id
  loop
    case one.kind
      when 'lead' then
        told := told || coalesce((select jsonb_agg(jsonb_build_object('to', k, 'episode', one.episode_id, 'href', one.place || '/team',
            'what', 'The lead professional of a family has left. Propose another.'))
          from public.lead_professional_appointments a cross join access.accountable_for(one.episode_id, a.agency_id) k
          where a.id = one.id), '[]');
        update public.lead_professional_appointments a set ended_at = moment, ending_reason = 'left_role' where a.id = one.id;
      when 'author' then
        if access.responsible_besides(one.episode_id, person) is null then
          -- Stays as the last person who answered for the family, so that their manager still comes to it.
          told := told || coalesce((select jsonb_agg(jsonb_build_object('to', k, 'episode', one.episode_id, 'href', one.place || '/team',
              'what', 'No one is responsible for a family, because the person who opened or assessed the episode has left. Hand the episode over.'))
            from public.authorships a cross join access.accountable_for(one.episode_id, a.agency_id) k where a.id = one.id), '[]');
        else
          update public.authorships a set ended_at = moment where a.id = one.id;
        end if;
      when 'deputy' then
        update public.lead_professional_deputies d set ended_at = moment where d.id = one.id;
        told := told || (select jsonb_build_object('to', a.practitioner_id, 'episode', one.episode_id, 'href', one.place || '/team',
            'what', 'Your deputy can no longer cover for you.')
          from public.lead_professional_deputies d join public.lead_professional_appointments a on a.id = d.appointment_id
          where d.id = one.id);
      when 'proposal' then
        update public.lead_professional_proposals q set answer = 'superseded', answer_reason = 'The person asked has left their post',
          answered_at = moment where q.id = one.id;
        told := told || (select jsonb_build_object('to', q.proposed_by, 'episode', one.episode_id, 'href', one.place || '/team',
            'what', 'The person whom you asked to lead has left their post. Ask another.')
          from public.lead_professional_proposals q where q.id = one.id);
      when 'team' then
        update public.team_members m set left_at = moment, leaving_reason = 'Left their post' where m.id = one.id;
        told := told || jsonb_build_object('to', access.responsible_besides(one.episode_id, person), 'episode', one.episode_id,
          'href', one.place || '/team', 'what', 'A member of the team has left their post.');
      when 'closure_approver' then
        update public.closure_proposals c set outcome = 'lapsed', outcome_at = moment where c.id = one.id;
        told := told || (select jsonb_build_object('to', c.proposed_by, 'episode', one.episode_id, 'href', one.place || '/closure',
            'what', 'The manager whom you asked to approve a closure has left their post. To close the episode, ask another.')
          from public.closure_proposals c where c.id = one.id);
      when 'closure_proposer' then
        update public.closure_proposals c set outcome = 'superseded', outcome_at = moment where c.id = one.id and c.outcome is null;
        told := told || (select jsonb_build_object('to', c.manager_id, 'episode', one.episode_id, 'href', one.place,
            'what', 'The person who proposed a closure has left their post. You do not need to approve it.')
          from public.closure_proposals c where c.id = one.id);
      when 'support', 'supporter' then
        update public.support_namings n set ended_at = moment where n.id = one.id and n.ended_at is null;
        told := told || (select jsonb_build_object('to', case one.kind when 'support' then n.supporter_id else n.practitioner_id end,
            'href', null, 'what', 'Business support between you and a colleague has ended, because they have left their post.')
          from public.support_namings n where n.id = one.id);
      when 'panel_member' then
        update public.panel_members m set left_at = moment where m.id = one.id;
        told := told || coalesce((select jsonb_agg(jsonb_build_object('to', c.practitioner_id, 'href', '/panels',
            'what', 'A member of a panel that you chair has left their post.'))
          from public.panel_members m join public.panel_members c on c.panel_id = m.panel_id and c.chairs and c.left_at is null
          where m.id = one.id), '[]');
      when 'audit' then
        update public.case_audits u set ended_at = moment where u.id = one.id;
        told := told || (select jsonb_build_object('to', u.commissioned_by, 'href', '/audits',
            'what', 'The auditor of an audit that you created has left their post. The audit has ended.')
          from public.case_audits u where u.id = one.id);
      when 'guardian' then
        update public.guardians n set ended_at = moment where n.id = one.id;
        told := told || coalesce((select jsonb_agg(jsonb_build_object('to', o.practitioner_id, 'href', null,
            'what', 'Your agency’s access reviewer has left their post. Name another.'))
          from public.guardians n join public.posts o on o.agency_id = n.agency_id and o.role = 'agency_administrator'
            and platform.is_now(o.began_at, o.ended_at)
          where n.id = one.id), '[]');
      when 'emergency' then
        update public.emergency_accesses x set ended_at = moment where x.id = one.id;
      when 'emergency_review' then
        update public.emergency_accesses x set reviewer_id = null, reviewer_agency_id = null where x.id = one.id;
        told := told || coalesce((select jsonb_agg(jsonb_build_object('to', o.practitioner_id, 'href', '/emergency-accesses',
            'what', 'The reviewer of an emergency access has left their post. Choose another.'))
          from public.emergency_accesses x join public.episodes e on e.id = x.episode_id
          join public.agencies y on y.authority_id = e.authority_id
          join public.posts o on o.agency_id = y.id and platform.is_now(o.began_at, o.ended_at)
            and o.role = case when x.role = 'governance' then 'coordinator' else 'governance' end
            and (o.role = 'governance' or o.locality_id = access.coordinating_locality(e.id))
          where x.id = one.id and o.practitioner_id <> x.practitioner_id
            and not exists (select from access.exclusions c where c.episode_id = e.id and c.practitioner_id = o.practitioner_id
              and c.begins <= platform.now() and c.ends > platform.now())), '[]');
      when 'shield_name' then
        update public.shield_names n set ended_at = moment where n.id = one.id;
        told := told || coalesce((select jsonb_agg(distinct jsonb_build_object('to', o.practitioner_id, 'href', '/shields',
            'what', 'A person who may see protected contact details has left their post.'))
          from public.shield_names n join public.children k on k.id = n.child_id
          join public.localities l on l.id = k.locality_id
          join public.agencies y on y.authority_id = l.authority_id
          join public.posts o on o.agency_id = y.id and o.role = 'governance' and platform.is_now(o.began_at, o.ended_at)
          where n.id = one.id and not access.is_withheld_from(o.practitioner_id, n.child_id)), '[]');
      else
        told := told || access.pass_on(one.episode_id, person, null, false);
    end case;
  end loop;
  perform access.send_told(told, person);
end $$;

-- A suspension is ended only by the agency that decided it, as long as the person works there. Once they no longer do, it stays,
-- and any agency that they still work for may end it: the administrators of those are told, when the last of these posts ends.
create function access.tell_of_suspension_left_behind(person uuid, ended uuid[]) returns void
  language sql security definer set search_path = ''
  as $$
    insert into public.messages (id, recipient_id, subject, body, href, sent_at)
    select distinct on (k.practitioner_id) gen_random_uuid(), k.practitioner_id, 'A suspended account is now yours to decide',
      'A person who works for your agency no longer works for the agency that suspended their account. They still cannot sign in. Ask that agency why, before you let them sign in again.',
      '/people/' || person || '/account', date_trunc('milliseconds', platform.now())
    from auth.accounts c
    join public.posts o on o.practitioner_id = person and (o.ended_at is null or o.ended_at > platform.now())
    join public.posts k on k.agency_id = o.agency_id and k.role = 'agency_administrator' and platform.is_now(k.began_at, k.ended_at)
      and k.practitioner_id <> person
    join public.practitioners p on p.id = k.practitioner_id and (p.left_at is null or p.left_at > platform.now())
    where c.practitioner_id = person and c.suspended_at is not null
      and exists (select from public.posts e where e.id = any(ended) and e.agency_id = c.suspended_by)
      and access.keeper_of_suspension(person, c.suspended_by) is null
  $$;

-- Marks a person as left once they have no post, now or to come. Their calendar address ends, so that an undoing does not
-- bring it back.
create function access.mark_left_without_post(person uuid) returns void
  language plpgsql security definer set search_path = ''
  as $$
declare
  moment timestamptz := date_trunc('milliseconds', platform.now());
begin
  if exists (select from public.posts o where o.practitioner_id = person and (o.ended_at is null or o.ended_at > moment)) then
    return;
  end if;
  update public.practitioners p set left_at = moment where p.id = person and p.left_at is null;
  update public.calendar_feeds f set ended_at = greatest(f.begun_at, moment) where f.practitioner_id = person and f.ended_at is null;
end $$;

-- A person leaves the administrator's agency, or one post there. Refused until what must be handed over is; what only the
-- last person of a family held may be left to those who answer for it, who are told. The posts end in the same moment. Where
-- another post takes the place of the one that ends, that is no departure.
create function access.leave(person uuid, post uuid, unassigned boolean, replaced boolean) returns void
  language plpgsql security definer set search_path = ''
  as $$
declare
  moment timestamptz := date_trunc('milliseconds', platform.now());
  me record;
  ending uuid[] := access.posts_to_end(person, post);
begin
  select * into me from access.actor();
  if ending = '{}' or person = me.practitioner_id then
    raise exception 'Not for this person' using errcode = '42501';
  end if;
  if exists (select from access.standings_ending(person, ending) s
      where s.weight = 'must' and (s.kind = 'lead' or not unassigned)) then
    raise exception 'Work must be handed over first' using errcode = '23514', constraint = 'leaving_handed_over';
  end if;
  perform access.settle_standings(person, ending);
  insert into public.departures (id, post_id, practitioner_id, agency_id, left_at, ended_before, left_unassigned, recorded_by)
  select gen_random_uuid(), o.id, person, o.agency_id, moment, access.end_without_closure(o.id), unassigned, me.practitioner_id
  from public.posts o where o.id = any(ending) and not replaced;
  update public.posts o set ended_at = greatest(o.began_at, moment), settled_at = moment, version = o.version + 1
  where o.id = any(ending);
  perform access.mark_left_without_post(person);
  perform access.tell_of_suspension_left_behind(person, ending);
end $$;
grant execute on function access.leave(uuid,uuid,boolean,boolean) to bridges_app;

-- How long a wrong "left" can be undone; libs/directory says the same on the page.
create function access.undo_departure_days() returns integer
  language sql immutable set search_path = ''
  as $$ select 14 $$;
grant execute on function access.undo_departure_days() to bridges_app, bridges_reach;

-- People of the administrator's agency who left and can still be brought back.
create function access.departures_to_undo()
  returns table (practitioner_id uuid, name text, left_at timestamptz, until timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select p.id, p.name, max(d.left_at), max(d.left_at) + make_interval(days => access.undo_departure_days())
    from access.actor() me
    join public.departures d on d.agency_id = me.agency_id and d.undone_at is null
      and d.left_at > platform.now() - make_interval(days => access.undo_departure_days())
      -- A post that would have ended since is not given back.
      and (d.ended_before is null or d.ended_before > platform.now())
    -- One whose post another took up is no longer a person of their own.
    join public.practitioners p on p.id = d.practitioner_id and p.taken_up_by is null
    where access.allows('people.manage') and d.practitioner_id <> me.practitioner_id
    group by p.id, p.name
  $$;
grant execute on function access.departures_to_undo() to bridges_app;

-- Undoes the last departure of this person from the administrator's agency. The posts begin anew and as they were: sessions and
-- tokens of the ended ones stay dead, and the history says that there was a gap. Gives how many posts.
create function access.undo_departure(person uuid) returns integer
  language plpgsql security definer set search_path = ''
  as $$
declare
  moment timestamptz := date_trunc('milliseconds', platform.now());
  me record;
  last_left timestamptz := (select u.left_at from access.departures_to_undo() u where u.practitioner_id = person);
  given integer := 0;
  closes timestamptz;
  back record;
begin
  select * into me from access.actor();
  if last_left is null then raise exception 'There is nothing to undo' using errcode = '42501'; end if;
  closes := (select access.end_of_day(g.ended_on) from public.agencies g where g.id = me.agency_id);
  for back in
    select gen_random_uuid() as id, o.agency_id, o.team_id, o.locality_id, o.role, greatest(o.began_at, moment) as began_at,
      d.ended_before, o.covers_for
    from public.departures d join public.posts o on o.id = d.post_id
    where d.practitioner_id = person and d.agency_id = me.agency_id and d.left_at = last_left and d.undone_at is null
      and (d.ended_before is null or d.ended_before > moment)
      and (closes is null or o.began_at < closes)
      -- A post that the person has been given again meanwhile.
      and not exists (select from public.posts h where h.practitioner_id = person and h.agency_id = o.agency_id and h.role = o.role
        and h.team_id is not distinct from o.team_id and h.locality_id is not distinct from o.locality_id
        and (h.ended_at is null or h.ended_at > moment))
  loop
    insert into public.posts (id, practitioner_id, agency_id, team_id, locality_id, role, began_at, ended_at, covers_for, given_by)
    values (back.id, person, back.agency_id, back.team_id, back.locality_id, back.role, back.began_at,
      -- Not beyond the last day of an agency that closes.
      least(back.ended_before, closes), back.covers_for, me.practitioner_id);
    if closes < back.ended_before or back.ended_before is null then
      perform access.record_closing_post(back.id, back.ended_before);
    end if;
    given := given + 1;
  end loop;
  update public.departures d set undone_at = moment, undone_by = me.practitioner_id
  where d.practitioner_id = person and d.agency_id = me.agency_id and d.left_at = last_left and d.undone_at is null;
  update public.practitioners p set left_at = null, version = p.version + 1 where p.id = person and p.left_at is not null;
  return given;
end $$;
grant execute on function access.undo_departure(uuid) to bridges_app;

-- Posts that came to their own end (cover, a last day set before): what the person did in them is passed on or ended. A last
-- day may be a mistake and is undone as a departure is; cover that ends, a post that another followed, or one that ended with
-- the closure of an agency is none. A person who fails keeps no other from being settled; the next run tries them again.
-- Gives how many posts.
create function access.settle_ended_posts() returns integer
  language plpgsql security definer set search_path = ''
  as $$
declare
  moment timestamptz := date_trunc('milliseconds', platform.now());
  settled integer := 0;
  unassigned boolean;
  one record;
begin
  for one in
    select o.practitioner_id as person, array_agg(o.id) as ended from public.posts o
    where o.ended_at <= moment and o.settled_at is null group by 1
  loop
    begin
      unassigned := exists (select from access.standings_ending(one.person, one.ended) s where s.weight = 'must');
      perform access.settle_standings(one.person, one.ended);
      insert into public.departures (id, post_id, practitioner_id, agency_id, left_at, ended_before, left_unassigned, recorded_by)
      select gen_random_uuid(), o.id, one.person, o.agency_id, moment, null, unassigned, null
      from public.posts o where o.id = any(one.ended) and o.covers_for is null
        and not exists (select from public.posts n where n.practitioner_id = one.person and n.agency_id = o.agency_id
          and n.id <> o.id and n.began_at = o.ended_at)
        and not exists (select from public.agencies g where g.id = o.agency_id and o.ended_at >= access.end_of_day(g.ended_on))
        and not exists (select from public.agency_closure_posts c join public.agency_closures k on k.id = c.closure_id
          where c.post_id = o.id and c.given and k.called_off_at is not null);
      update public.posts o set settled_at = moment where o.id = any(one.ended);
      perform access.mark_left_without_post(one.person);
      perform access.tell_of_suspension_left_behind(one.person, one.ended);
      settled := settled + cardinality(one.ended);
    exception when others then
      raise warning 'The ended posts of % were not settled: % (%)', one.person, sqlerrm, sqlstate;
    end;
  end loop;
  return settled;
end $$;
grant execute on function access.settle_ended_posts() to bridges_jobs;

-- Reminds administrators whose agency has not confirmed its people for a quarter, once a month. Gives how many reminders.
create function access.remind_people_confirmations() returns integer
  language plpgsql security definer set search_path = ''
  as $$
declare
  moment timestamptz := date_trunc('milliseconds', platform.now());
  reminded integer;
begin
  insert into public.messages (id, recipient_id, subject, body, href, sent_at)
  select gen_random_uuid(), a.practitioner_id, 'Confirm your agency’s people',
    'Once a quarter an administrator checks who works for the agency and what they may do. Read the list and confirm it.',
    '/people/confirmation', moment
  from (
    select distinct o.practitioner_id, o.agency_id from public.posts o
    join public.practitioners p on p.id = o.practitioner_id and (p.left_at is null or p.left_at > moment)
    where o.role = 'agency_administrator' and platform.is_now(o.began_at, o.ended_at)) a
  where coalesce((select max(c.confirmed_at) from public.people_confirmations c where c.agency_id = a.agency_id),
      (select min(o.began_at) from public.posts o where o.agency_id = a.agency_id)) < moment - interval '91 days'
    and not exists (select from public.messages m where m.recipient_id = a.practitioner_id and m.href = '/people/confirmation'
      and m.sent_at > moment - interval '30 days');
  get diagnostics reminded = row_count;
  return reminded;
end $$;
grant execute on function access.remind_people_confirmations() to bridges_jobs;

grant select, insert on people_confirmations to bridges_app;
create policy people_confirmations_select on people_confirmations for select to bridges_app
  using ((select access.allows('people.manage')) and agency_id = (select a.agency_id from access.actor() a));
create policy people_confirmations_insert on people_confirmations for insert to bridges_app
  with check ((select access.allows('people.manage')) and confirmed_by = (select access.me())
    and agency_id = (select a.agency_id from access.actor() a));

grant select on departures to bridges_app;
create policy departures_select on departures for select to bridges_app
  using ((select access.allows('people.manage')) and agency_id = (select a.agency_id from access.actor() a));

-- What these functions change, as bridges_reach; proposals to lead and to close have theirs.
do $$
declare
  of_table record;
begin
  for of_table in
    select * from (values
      ('posts', 'ended_at, settled_at, version'), ('practitioners', 'left_at, version'), ('departures', 'undone_at, undone_by'),
      ('lead_professional_appointments', 'ended_at, ending_reason'), ('lead_professional_deputies', 'ended_at'),
      ('authorships', 'ended_at'), ('team_members', 'left_at, leaving_reason'),
      ('tac_meetings', 'chair_id, note_taker_id, status, recorded_by, recorded_at, version'), ('tac_attendances', 'attendance, apology_reason'),
      ('plan_actions', 'doer_practitioner_id, doer_name, changed_at, version'), ('support_namings', 'ended_at'),
      ('panel_members', 'left_at'), ('case_audits', 'ended_at'), ('guardians', 'ended_at'),
      ('emergency_accesses', 'ended_at, reviewer_id, reviewer_agency_id'), ('shield_names', 'ended_at'),
      ('calendar_feeds', 'ended_at')) t (name, columns)
  loop
    execute format('grant update (%s) on %I to bridges_reach', of_table.columns, of_table.name);
    execute format('create policy %I on %I for update to bridges_reach using (true)',
      of_table.name || '_update_by_reach', of_table.name);
  end loop;
  foreach of_table.name in array array['posts', 'departures', 'authorships'] loop
    execute format('grant insert on %I to bridges_reach', of_table.name);
    execute format('create policy %I on %I for insert to bridges_reach with check (true)',
      of_table.name || '_insert_by_reach', of_table.name);
  end loop;
end $$;
