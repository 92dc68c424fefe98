-- Where the pieces meet: a bundle leaves out what a shield protects, knows every table, and the index names no lead who
-- would give a hidden child or a treatment away.
set local role bridges_reach;
create or replace function access.index_entries(wanted uuid[])
  returns table (child_id uuid, given_names text, family_name text, sex text, date_of_birth date, expected_date date,
    episode_id uuid, episode_open boolean, lead_name text, lead_agency text, lead_telephone text)
  language sql stable security definer set search_path = ''
  as $$
    select k.id, k.given_names, k.family_name, k.sex, k.date_of_birth, k.expected_date, e.id,
      coalesce(e.id is not null and e.closed_at is null, false),
      case when e.unnamed is null then w.name end,
      case when g.sensitive and not e.within_reach then 'A sensitive service' when e.unnamed is null then g.name end,
      case when (g.sensitive and not e.within_reach) or e.unnamed is not null then null else w.telephone end
    from public.children k
    left join lateral (
      select x.id, x.closed_at, x.id = any(array(select access.may('episode.read'))) as within_reach,
        access.why_lead_unnamed(x.id) as unnamed
      from public.episode_children f join public.episodes x on x.id = f.episode_id
      where f.child_id = k.id and (x.id = any(array(select access.may('episode.read')))
        or exists (select from access.indexed_children i where i.child_id = k.id and i.episode_id = x.id))
      order by x.closed_at desc nulls first limit 1) e on true
    left join public.lead_professional_appointments a on a.episode_id = e.id and a.ended_at is null and e.closed_at is null
    left join public.practitioners w on w.id = a.practitioner_id
    left join public.agencies g on g.id = a.agency_id
    where k.id = any(wanted) and (select access.allows('child.search'))
      and (k.id = any(array(select access.may_child('episode.read')))
        or exists (select from access.indexed_children i where i.child_id = k.id))
      and not exists (select from public.declared_relatives d
        where d.child_id = k.id and d.practitioner_id = (select access.me()))
      -- Excluded by name is excluded from the index as well.
      and not exists (select from access.cuts x join public.episode_children f on f.episode_id = x.episode_id
        where f.child_id = k.id and x.practitioner_id = (select access.me())
          and x.begins <= platform.now() and x.ends > platform.now())
  $$;
set local role bridges_owner;

insert into access.bundle_parts (relation, place, title, condition) values
  ('public.child_contacts', 2, 'Where the child is to be found', 't.child_id = $1'),
  ('public.carer_contacts', 4, 'How to reach parents and carers',
    't.carer_id in (select l.carer_id from public.child_carers l where l.child_id = $1)'),
  ('public.consent_reasks', 14, 'When to ask the family again', 't.episode_id = any($2)'),
  ('public.withdrawal_sign_offs', 14, 'Worries at a withdrawal, signed off', 't.episode_id = any($2)'),
  ('public.disclosures', 14, 'Decisions to share or not to share', 't.episode_id = any($2)'),
  ('public.emergency_accesses', 14, 'Emergency access', 't.episode_id = any($2)'),
  ('public.meeting_places', 21, 'Where meetings were', 't.episode_id = any($2)'),
  ('public.meeting_notes', 22, 'What is sensitive of meetings', 't.episode_id = any($2)'),
  ('public.lead_professional_deputies', 24, 'Who stood in for the lead', 't.episode_id = any($2)'),
  ('public.review_notes', 29, 'What is sensitive of reviews', 't.episode_id = any($2)'),
  ('public.panel_items', 33, 'Panels', 't.episode_id = any($2)'),
  ('public.access_concerns', 52, 'Odd access that was noticed', 't.episode_id = any($2)'),
  ('public.access_concern_decisions', 53, 'What was decided about it',
    't.concern_id in (select c.id from public.access_concerns c where c.episode_id = any($2))');
insert into access.bundle_parts (relation, place, title, left_out_because) values
  ('access.hidings', 92, 'Who is hidden', 'Worked out from shields.'),
  ('public.shields', 92, 'Shields', 'They keep the child safe from somebody, who may be the one who asks: given by hand, never in a bundle.'),
  ('public.shield_names', 92, 'Who still knows', 'A part of the shield.'),
  ('public.shield_unsafe_carers', 92, 'From whom', 'A part of the shield.'),
  ('public.case_audit_draws', 92, 'Audits', 'Chance put the record there; what was looked at stands in the log.'),
  ('public.consent_warnings', 92, 'Warnings', 'Which reminder was sent; the agreement stands in the record.'),
  ('public.index_question_matches', 92, 'Questions to the index', 'Who asked is for whoever answers; an answer opens nothing.');

-- The episode of an assessment never changes: to let somebody contribute is said once.
alter policy contribute on assessments with check (completed_at is null);
