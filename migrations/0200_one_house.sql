-- Where the pieces meet: a bundle leaves out what a shield protects, knows every table, and the index names no lead who
-- would give a hidden child or a treatment away.
set local role bridges_reach;
-- Whoever may know how a child lives, or the plan, knows that there is an episode: T1 and T2 hold T0.
create or replace view access.consented as
select w.episode_id, w.agency_id, t.tier, x.topic, w.begins, w.ends, w.class
from access.words w
join public.consents c on c.id = w.consent_id and c.decision in ('given', 'given_in_part')
cross join lateral (select unnest(w.tiers) union select 0::smallint where w.tiers && '{1,2}') t (tier)
cross join lateral (
  select '' as topic where t.tier < 3
  union all
  select unnest(w.topics) where t.tier = 3) x
where w.standing = 'included' and w.begins < w.ends;

create or replace function access.contacts_are_protected(child uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from access.hidings h where h.child_id = child
      and h.begins <= platform.now() and h.ends > platform.now())
  $$;

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

-- An answer given under the shield to somebody who was never named on it holds nothing that the shield hides: a safe
-- retry gets it again. One from before, or from a time when they were named, is not repeated.
create or replace function access.unrepeatable_answers() returns setof text
  language plpgsql stable security definer rows 20 set search_path = ''
  as $$
declare
  hidden uuid[] := array(select access.hidden_from_me());
begin
  if hidden = '{}' then return; end if;
  return query
    select a.key from public.idempotent_answers a
    join access.hidings h on h.child_id = any(hidden) and h.begins <= platform.now() and h.ends > platform.now()
    where a.practitioner_id = access.me()
      and (a.answered_at < h.begins
        or exists (select from public.shield_names n where n.shield_id = h.shield_id and n.practitioner_id = access.me())
        or exists (select from public.emergency_accesses x join public.episode_children f on f.episode_id = x.episode_id
          where f.child_id = h.child_id and x.practitioner_id = access.me() and x.protected_details and x.begins_at is not null))
      and (position(h.child_id::text in a.body::text) > 0
        or exists (select from public.episode_children f where f.child_id = h.child_id
          and (f.episode_id = a.episode_id or position(f.episode_id::text in a.body::text) > 0)));
end $$;
set local role bridges_owner;

delete from access.contact_columns;
insert into access.contact_columns values
  ('public.child_contacts', 'address'), ('public.child_contacts', 'postcode'), ('public.child_contacts', 'telephone'),
  ('public.child_contacts', 'accommodation'), ('public.child_contacts', 'education_setting'), ('public.child_contacts', 'gp'),
  ('public.child_contacts', 'upn'),
  ('public.carer_contacts', 'telephone'), ('public.carer_contacts', 'address'), ('public.carer_contacts', 'postcode'),
  ('public.meeting_places', 'place');
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
