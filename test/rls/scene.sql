-- At least one row for every table that no story fills; grants are refreshed at the end. Runs as the administrator.
set session_replication_role = replica;
create temp view someone as
  select row_number() over (order by p.id) as n, p.id as practitioner_id, o.agency_id, o.team_id
  from practitioners p join lateral (select * from posts o where o.practitioner_id = p.id order by o.id limit 1) o on true;
create temp view one_lead as select * from lead_professional_appointments where ended_at is null order by id limit 1;

insert into declared_relatives select s.practitioner_id, k.id, 'aunt_or_uncle', k.recorded_at
  from children k, someone s where s.n = 1 order by k.id limit 1;
insert into lead_professional_deputies (id, appointment_id, episode_id, practitioner_id, agency_id, begins_on, ends_on, named_by, named_at, ended_at)
  select gen_random_uuid(), l.id, l.episode_id, s.practitioner_id, s.agency_id, date '2026-11-01', date '2026-12-01', l.practitioner_id,
    timestamptz '2026-11-01', case when s.n = 3 then timestamptz '2026-11-05' end
  from one_lead l join someone s on s.n in (2, 3);
insert into panels (id, authority_id, name, purpose) select gen_random_uuid(), id, 'Invented panel', 'Invented' from authorities limit 1;
insert into panel_members (id, panel_id, practitioner_id, agency_id, chairs, joined_at, left_at)
  select gen_random_uuid(), p.id, s.practitioner_id, s.agency_id, s.n = 4, timestamptz '2026-10-01',
    case when s.n = 6 then timestamptz '2026-11-01' end
  from panels p join someone s on s.n in (4, 5, 6);
insert into panel_meetings (id, panel_id, held_on, place) select gen_random_uuid(), id, date '2026-11-25', 'Invented hall' from panels;
insert into panel_items (id, meeting_id, episode_id, question, put_by, put_at, decision, decided_by, decided_at)
  select gen_random_uuid(), m.id, l.episode_id, 'Invented', l.practitioner_id, timestamptz '2026-11-02', 'Invented', l.practitioner_id,
    timestamptz '2026-11-03' from panel_meetings m, one_lead l;
insert into emergency_accesses (id, episode_id, practitioner_id, agency_id, role, reason_code, reason, lawful_basis, tier, topics,
    protected_details, hours, asked_at, needs_second, seconded_by, seconded_at, begins_at, lapses_at, review_due_on, reviewer_id,
    reviewer_agency_id, review_outcome, review_note, reviewed_at)
  select gen_random_uuid(), l.episode_id, s.practitioner_id, s.agency_id, 'coordinator', 'immediate_risk', 'Invented: must be found.',
    'vital_interests', 3, '{domestic_abuse}', true, 4, timestamptz '2026-11-20 11:00Z', true, r.practitioner_id, timestamptz '2026-11-20 11:05Z',
    timestamptz '2026-11-20 11:05Z', timestamptz '2026-11-20 15:05Z', date '2026-11-24', r.practitioner_id, r.agency_id, 'justified', 'Invented',
    timestamptz '2026-11-20 11:30Z'
  from one_lead l, someone s join someone r on r.agency_id <> s.agency_id where s.n = 7 order by r.n limit 1;
-- Left by mistake and brought back at once, in two agencies; and left long ago.
insert into departures (id, post_id, practitioner_id, agency_id, left_at, ended_before, left_unassigned, recorded_by, undone_by, undone_at)
  select gen_random_uuid(), o.id, o.practitioner_id, o.agency_id, timestamptz '2026-09-01', case when k.undone then timestamptz '2027-01-01' end, not k.undone,
    k.by, case when k.undone then k.by end, case when k.undone then timestamptz '2026-09-02' end
  from posts o join (values (true), (false)) u (undone) on true
  join lateral (select a.practitioner_id as by, u.undone from posts a where a.role = 'agency_administrator' order by a.id limit 1) k on k.by <> o.practitioner_id
  where o.id in (select (array_agg(x.id order by x.id))[1] from posts x where x.role = 'practitioner' group by x.agency_id);
insert into people_confirmations (id, agency_id, confirmed_by, confirmed_at, posts)
  select gen_random_uuid(), g.id, s.practitioner_id, timestamptz '2026-10-01', 3 from agencies g join someone s on s.n = 1;
insert into support_namings (id, practitioner_id, supporter_id, team_id, named_at)
  select gen_random_uuid(), a.practitioner_id, b.practitioner_id, a.team_id, timestamptz '2026-11-01'
  from posts a join posts b on b.team_id = a.team_id and b.role = 'business_support' and a.role = 'practitioner' limit 1;
insert into case_audits (id, authority_id, auditor_id, auditor_agency_id, question, commissioned_by, commissioned_at, ends_on)
  select gen_random_uuid(), g.authority_id, o.practitioner_id, g.id, 'Invented', (select practitioner_id from posts where role = 'governance'),
    timestamptz '2026-11-10', date '2026-12-10' from posts o join agencies g on g.id = o.agency_id where o.role = 'quality_auditor';
insert into case_audit_draws select u.id, e.id, timestamptz '2026-11-10' from case_audits u, episodes e
  where e.opening_agency_id <> u.auditor_agency_id order by e.id limit 3;
insert into shields (id, child_id, grounds, requested_by, requester_capacity, recorded_by, requested_at, decide_by, decision, decided_by,
    decided_at, decision_reason, review_on)
  select gen_random_uuid(), l.child_id, 'domestic_abuse', 'Invented Mother', 'parental_responsibility', k.recorded_by, timestamptz '2026-11-01',
    date '2026-11-08', 'confirmed', (select practitioner_id from posts where role = 'governance'), timestamptz '2026-11-02', 'Invented', date '2027-03-01'
  from child_carers l join children k on k.id = l.child_id order by l.child_id limit 1;
insert into shields (id, child_id, grounds, requested_by, requester_capacity, recorded_by, requested_at, decide_by, ended_by, ended_at, ending_reason)
  select gen_random_uuid(), child_id, grounds, requested_by, requester_capacity, recorded_by, timestamptz '2026-09-01', date '2026-09-08',
    recorded_by, timestamptz '2026-09-10', 'Invented' from shields;
insert into shield_names (id, shield_id, child_id, practitioner_id, named_by, named_at)
  select gen_random_uuid(), s.id, s.child_id, s.recorded_by, s.recorded_by, s.requested_at from shields s where s.decision is not null;
insert into shield_unsafe_carers select s.id, s.child_id, c.id from shields s, (select id from carers order by id desc limit 1) c
  where s.decision is not null;
insert into idempotent_answers (practitioner_id, key, request_digest, status, body, episode_id, answered_at)
  select l.practitioner_id, 'invented', 'x', 200, '{}', l.episode_id, timestamptz '2026-11-01' from one_lead l;

-- Cases for each newer guard: sensitive items, sensitive and location-revealing agencies, a hidden child, refused access.
create function pg_temp.person(called text) returns uuid language sql as $$ select id from public.practitioners where name = called $$;
create function pg_temp.agency(called text) returns uuid language sql as $$ select id from public.agencies where name like called || '%' $$;
-- Copies an existing row with some values replaced.
create function pg_temp.like(subject regclass, condition text, otherwise jsonb) returns void language plpgsql as $$
declare
  given text := (select string_agg(quote_ident(attname), ', ') from pg_catalog.pg_attribute
    where attrelid = subject and attnum > 0 and not attisdropped and attgenerated = '');
begin
  execute format('insert into %s (%s) select %s from (select (jsonb_populate_record(null::%s, to_jsonb(t) || $1)).* from %s t where %s limit 1) r',
    subject, given, given, subject, subject, condition)
    using case when to_jsonb(otherwise) ? 'id' then otherwise
      when exists (select from pg_attribute where attrelid = subject and attname = 'id') then otherwise || jsonb_build_object('id', gen_random_uuid())
      else otherwise end;
end $$;
create temp table sensitive_family as select distinct l.episode_id as id, f.child_id from assessment_elements l
  join episode_children f on f.episode_id = l.episode_id where l.topic = 'sexual_health';
create temp table hidden_family as select distinct f.episode_id as id, s.child_id from shields s join episode_children f on f.child_id = s.child_id;
create temp table panel_family as select c.episode_id as id from consents c where c.purpose = 'panel_referral' order by 1 limit 1;

-- Another authority, with an agency, a panel and an audit of its own.
insert into authorities (id, name, gss_code) select gen_random_uuid(), 'Invented shire', 'E10000099';
create temp view elsewhere as select id from authorities where gss_code = 'E10000099';
select pg_temp.like('agencies', 'true', jsonb_build_object('id', gen_random_uuid(), 'name', 'Invented agency elsewhere', 'authority_id', id, 'sensitive', false)) from elsewhere;
insert into panels (id, authority_id, name, purpose) select gen_random_uuid(), id, 'Panel elsewhere', 'Invented' from elsewhere;
insert into panel_meetings (id, panel_id, held_on, place) select gen_random_uuid(), p.id, date '2026-11-25', 'Elsewhere'
  from panels p join elsewhere e on e.id = p.authority_id;
insert into panel_members (id, panel_id, practitioner_id, agency_id, joined_at) select gen_random_uuid(), p.id, s.practitioner_id, s.agency_id,
  timestamptz '2026-10-01' from panels p join elsewhere e on e.id = p.authority_id, someone s where s.n = 9;
select pg_temp.like('panel_members', 'chairs', jsonb_build_object('practitioner_id', pg_temp.person('Vincent Turnstile'),
  'agency_id', pg_temp.agency('North West Leicestershire District'), 'chairs', true));
-- A panel member who does not work for that agency.
select pg_temp.like('panel_members', 'chairs', jsonb_build_object('practitioner_id', pg_temp.person('Marjorie Keystone'),
  'agency_id', pg_temp.agency('Menphys'), 'chairs', false));
insert into panel_items (id, meeting_id, episode_id, question, put_by, put_at)
  select gen_random_uuid(), m.id, f.id, 'Invented', pg_temp.person('Vincent Turnstile'), timestamptz '2026-11-12'
  from panel_meetings m, panel_family f where m.place <> 'Elsewhere';
select pg_temp.like('case_audits', 'true', jsonb_build_object('authority_id', id, 'auditor_id', pg_temp.person('Graham Pendleberry'))) from elsewhere;
select pg_temp.like('support_namings', 'true', jsonb_build_object('ended_at', timestamptz '2026-11-05', 'practitioner_id', pg_temp.person('Graham Pendleberry')));

-- A family that closed long ago, and an episode whose opener is not yet its author.
insert into episodes (id, opened_at, closed_at, authority_id, opened_by, opening_agency_id, locality_id)
  select '00000000-0000-7000-8000-00000000a001', timestamptz '2011-01-10', timestamptz '2012-01-10', authority_id, opened_by, opening_agency_id, locality_id
  from episodes where id = (select id from hidden_family);
select pg_temp.like('children', 'id = (select child_id from hidden_family)', jsonb_build_object('id', '00000000-0000-7000-8000-00000000a002',
  'given_names', 'Long', 'family_name', 'Ago', 'date_of_birth', '1985-05-05', 'expected_date', null));
insert into episode_children (episode_id, child_id, position, ended_at)
  values ('00000000-0000-7000-8000-00000000a001', '00000000-0000-7000-8000-00000000a002', 1, timestamptz '2012-01-10');
select pg_temp.like('closures', 'true', jsonb_build_object('episode_id', '00000000-0000-7000-8000-00000000a001', 'closed_on', '2012-01-10',
  'closed_at', timestamptz '2012-01-10', 'reason', 'NEEDS_MET'));
select pg_temp.like('episodes', 'id = (select id from sensitive_family)', jsonb_build_object('id', '00000000-0000-7000-8000-00000000a003'));
-- The same, and the opener is its author already: who is in it is still to be said.
select pg_temp.like('episodes', 'id = (select id from sensitive_family)', jsonb_build_object('id', '00000000-0000-7000-8000-00000000a000'));
select pg_temp.like('authorships', 'practitioner_id = pg_temp.person(''Maureen Oakleaf'') and ended_at is null',
  jsonb_build_object('episode_id', '00000000-0000-7000-8000-00000000a000'));
-- A family that agreed to a panel, and closed before one met.
select pg_temp.like('consents', 'purpose = ''panel_referral'' and episode_id = (select id from panel_family)', jsonb_build_object(
  'id', '00000000-0000-7000-8000-00000000a009', 'decided_by_child_id', null, 'decided_by_carer_id', null, 'episode_id', (select f.episode_id
    from episode_children f join children k on k.id = f.child_id where k.given_names = 'Harry')));
insert into consent_agencies (consent_id, episode_id, agency_id, standing, tiers)
  select c.id, c.episode_id, a.agency_id, 'included', '{0,1,2}' from consents c, panel_family f
  join consent_agencies a on a.episode_id = f.id and a.standing = 'included'
  where c.id = '00000000-0000-7000-8000-00000000a009' order by a.agency_id limit 1;
-- A child without an episode, and a carer without a child.
select pg_temp.like('children', 'id = (select child_id from sensitive_family)', jsonb_build_object('id', '00000000-0000-7000-8000-00000000a004', 'given_names', 'Found'));
select pg_temp.like('carers', 'true', jsonb_build_object('id', '00000000-0000-7000-8000-00000000a005', 'name', 'Invented Carer',
  'recorded_by', pg_temp.person('Maureen Oakleaf')));
insert into carer_contacts (carer_id, telephone) values ('00000000-0000-7000-8000-00000000a005', '0116 496 0000');

-- Further names of every child, every second one sealed.
insert into child_names (id, child_id, kind, given_names, family_name, valid_from, valid_until, recorded_by, recorded_at, sealed_by, sealed_at, seal_reason)
  select ('00000000-0000-7000-8000-0000000e' || lpad(to_hex(k.n), 4, '0'))::uuid, k.id, 'former', k.given_names, 'Formerly', date '2019-01-01', date '2020-01-01',
    k.recorded_by, k.recorded_at, case when k.n % 2 = 0 then k.recorded_by end, case when k.n % 2 = 0 then k.recorded_at end,
    case when k.n % 2 = 0 then 'adoption' end
  from (select c.*, row_number() over (order by c.id) as n from children c) k;
-- Homes: of children with a carer, one of the hidden child in which another child lived before, one left behind, and one in
-- which it is not said yet who lives. Ties of children and of adults, and corrections.
create temp table homes as
  select row_number() over (order by l.child_id) as n, l.child_id, l.carer_id, k.recorded_by
  from (select distinct on (x.child_id) x.child_id, x.carer_id from child_carers x order by x.child_id, x.carer_id) l
  join children k on k.id = l.child_id
  where l.child_id not in (select h.child_id from hidden_family h)
    and l.carer_id not in (select x.carer_id from child_carers x join hidden_family h on h.child_id = x.child_id)
    and not exists (select from child_stays s where s.child_id = l.child_id)
    and not exists (select from carer_stays s where s.carer_id = l.carer_id)
  order by l.child_id limit 6;
create function pg_temp.home(n bigint) returns uuid language sql as $$
  select ('00000000-0000-7000-8000-00000000b' || lpad(n::text, 3, '0'))::uuid $$;
insert into households (id, kind, address, postcode, accommodation, recorded_by, recorded_at)
  select pg_temp.home(n), 'family', n || ' Invented Row', 'LE1 1AA', 'home', recorded_by, timestamptz '2026-11-01' from homes
  union all select pg_temp.home(99), 'temporary', 'Invented Refuge', 'LE1 1AB', 'refuge', recorded_by, timestamptz '2026-11-01'
    from homes where n = 1
  union all select pg_temp.home(98), 'family', 'Invented Earlier House', 'LE1 1AD', 'home', recorded_by, timestamptz '2026-11-01'
    from homes where n = 1
  union all select pg_temp.home(97), 'kinship', 'Invented New House', null, null, pg_temp.person('Maureen Oakleaf'),
    timestamptz '2026-11-01'
  union all select pg_temp.home(95), 'temporary', 'Invented Hostel', null, null, pg_temp.person('Bridget Lovelace-Holm'), timestamptz '2026-11-01';
insert into child_stays (id, household_id, child_id, pattern, began_on, ended_on, ended_at, ended_by, recorded_by, recorded_at)
  select gen_random_uuid(), pg_temp.home(n), child_id, 'main', date '2026-01-01', null::date, null::timestamptz, null::uuid,
      recorded_by, timestamptz '2026-11-01' from homes
  union all select gen_random_uuid(), pg_temp.home(99), h.child_id, 'main', null, null, null, null, k.recorded_by, timestamptz '2026-11-01'
    from (select distinct x.child_id from hidden_family x) h join children k on k.id = h.child_id
  union all select gen_random_uuid(), pg_temp.home(case n when 1 then 98 else 99 end), child_id, 'shared', null, date '2026-01-01',
    timestamptz '2026-11-02', recorded_by, recorded_by, timestamptz '2026-11-01' from homes where n in (1, 2);
insert into carer_stays (id, household_id, carer_id, pattern, began_on, ended_on, ended_at, ended_by, recorded_by, recorded_at)
  select distinct on (carer_id) gen_random_uuid(), pg_temp.home(n), carer_id, 'main', date '2026-01-01', null::date, null::timestamptz,
    null::uuid, recorded_by, timestamptz '2026-11-01' from homes
  union all select gen_random_uuid(), pg_temp.home(98), carer_id, 'main', null, date '2026-01-01', timestamptz '2026-11-02', recorded_by,
    recorded_by, timestamptz '2026-11-01' from homes where n = 1;
-- A hidden child once lived in a home that nothing hides; people whom nothing hides once lived in the hidden child's home.
insert into child_stays (id, household_id, child_id, pattern, ended_on, ended_at, ended_by, recorded_by, recorded_at)
  select gen_random_uuid(), w.home, k.id, 'temporary', date '2026-01-01', timestamptz '2026-11-02', k.recorded_by, k.recorded_by, timestamptz '2026-11-01'
  from children k join (values ('Chloe', pg_temp.home(98)), ('Josephine', pg_temp.home(99))) w (name, home) on w.name = k.given_names;
insert into carer_stays (id, household_id, carer_id, pattern, ended_on, ended_at, ended_by, recorded_by, recorded_at)
  select gen_random_uuid(), pg_temp.home(99), l.carer_id, 'temporary', date '2026-01-01', timestamptz '2026-11-02', l.recorded_by, l.recorded_by,
    timestamptz '2026-11-01' from child_carers l join children k on k.id = l.child_id where k.given_names = 'Josephine';
-- A tie of a child whose record a reader may change to one that they may only read.
insert into child_ties (id, child_id, other_child_id, kind, recorded_by, recorded_at)
  select gen_random_uuid(), least(a.id, b.id), greatest(a.id, b.id), 'step_sibling', b.recorded_by, timestamptz '2026-11-01'
  from children a, children b where a.given_names = 'Adrian' and b.given_names = 'Josephine';
insert into child_ties (id, child_id, other_child_id, kind, recorded_by, recorded_at)
  select gen_random_uuid(), p.one, p.other, 'half_sibling', k.recorded_by, timestamptz '2026-11-01'
  from (select distinct least(a.child_id, b.child_id) as one, greatest(a.child_id, b.child_id) as other
    from child_carers a join child_carers b on b.carer_id = a.carer_id and b.child_id <> a.child_id
    union select least(a.child_id, b.child_id), greatest(a.child_id, b.child_id) from homes a join homes b on b.n = a.n + 1
    union select least(a.child_id, h.child_id), greatest(a.child_id, h.child_id) from homes a, hidden_family h where a.n = 1) p
  join children k on k.id = p.one on conflict do nothing;
insert into carer_ties (id, carer_id, other_carer_id, kind, recorded_by, recorded_at)
  select gen_random_uuid(), p.one, p.other, 'former_partner', k.recorded_by, timestamptz '2026-11-01'
  from (select distinct a.carer_id as one, b.carer_id as other
    from child_carers a join child_carers b on b.child_id = a.child_id and b.carer_id > a.carer_id
    union select least(a.carer_id, b.carer_id), greatest(a.carer_id, b.carer_id) from homes a join homes b on b.n = a.n + 1
      and b.carer_id <> a.carer_id) p
  join carers k on k.id = p.one on conflict do nothing;
insert into carer_childhoods (carer_id, child_id, recorded_by, recorded_at)
  select h.carer_id, '00000000-0000-7000-8000-00000000a002'::uuid, h.recorded_by, timestamptz '2026-11-01' from homes h where h.n = 1
  union all select a.carer_id, b.child_id, a.recorded_by, timestamptz '2026-11-01' from homes a, homes b
    where a.n = 3 and b.n = 4 and a.carer_id <> (select carer_id from homes where n = 1);
-- Ended ties, with evidence that was seen; a weekend home; and whom to ring first.
insert into child_ties (id, child_id, other_child_id, kind, began_on, ended_on, ended_at, ended_by, recorded_by, recorded_at)
  select gen_random_uuid(), child_id, other_child_id, 'cousin', date '2025-01-01', date '2026-01-01', timestamptz '2026-11-02', recorded_by,
    recorded_by, recorded_at from child_ties where ended_at is null;
insert into carer_ties (id, carer_id, other_carer_id, kind, began_on, ended_on, ended_at, ended_by, recorded_by, recorded_at)
  select gen_random_uuid(), carer_id, other_carer_id, 'partner', date '2025-01-01', date '2026-01-01', timestamptz '2026-11-02', recorded_by,
    recorded_by, recorded_at from carer_ties where ended_at is null;
insert into child_carers (id, child_id, carer_id, relationship, parental_responsibility, responsibility_basis, evidence, evidence_seen_on,
    evidence_seen_by, contact_restriction, restriction_basis, restricted_from, began_on, ended_on, ended_at, ended_by, ending_reason,
    changed_by, recorded_by)
  select gen_random_uuid(), a.child_id, b.carer_id, 'special_guardian', 'yes', 'special_guardianship_order', 'court_order', date '2025-01-01',
    b.recorded_by, 'supervised', 'care_plan', date '2025-02-01', date '2025-01-01', date '2026-01-01', timestamptz '2026-11-02', b.recorded_by,
    'order_ended', b.recorded_by, b.recorded_by from homes a join homes b on b.n = a.n + 1 where a.n in (1, 2);
insert into child_stays (id, household_id, child_id, pattern, recorded_by, recorded_at)
  select gen_random_uuid(), pg_temp.home(4), child_id, 'weekends', recorded_by, timestamptz '2026-11-01' from homes where n = 3;
insert into carer_stays (id, household_id, carer_id, pattern, recorded_by, recorded_at)
  select gen_random_uuid(), pg_temp.home(98), carer_id, 'weekends', recorded_by, timestamptz '2026-11-01' from homes where n = 3;
update child_carers l set emergency_order = 1 from homes h where h.child_id = l.child_id and h.carer_id = l.carer_id;
insert into child_carer_changes (id, child_carer_id, child_id, carer_id, field, was, became, reason, changed_by, changed_at)
  select gen_random_uuid(), l.id, l.child_id, l.carer_id, 'relationship', 'other', l.relationship, 'Invented', l.recorded_by,
    timestamptz '2026-11-02' from child_carers l where l.relationship <> 'other';
insert into carer_changes (id, carer_id, field, was, became, changed_by, changed_at)
  select gen_random_uuid(), c.id, 'name', 'Invented Earlier Name', c.name, c.recorded_by, timestamptz '2026-11-02' from carers c;

-- Sensitive items, written by a person who may not know the topic and by a person of a sensitive service.
create temp view writers as select pg_temp.person(name) as id, topic from (values ('Patience Adebright', 'sexual_health'),
  ('Rafferty Quillstone', 'substance_misuse'), ('Naomi Silverlake', 'adult_health')) w (name, topic);
create temp view topics as
  select f.id as episode_id, w.id as written_by, w.topic from sensitive_family f, writers w
  union all select f.id, pg_temp.person('Rosalind Peachtree'), 'domestic_abuse' from hidden_family f
  -- Topics that the family agreed to for another person.
  union all select f.episode_id, pg_temp.person(w.name), w.topic
    from (values ('Deirdre', 'Eleanor Calmwater', 'mental_health'), ('John', 'Kenneth Spannerly', 'offending')) w (child, name, topic)
    join children k on k.given_names = w.child join episode_children f on f.child_id = k.id;
select pg_temp.like('chronology_notes', 'true', jsonb_build_object('episode_id', episode_id, 'written_by', written_by, 'topic', topic)) from topics;
select pg_temp.like('assessment_elements', format('episode_id = %L and topic <> ''''', episode_id),
  jsonb_build_object('written_by', written_by, 'topic', topic, 'element', 'invented ' || topic)) from topics where topic <> 'domestic_abuse';
select pg_temp.like('plan_outcomes', format('episode_id = %L', episode_id), jsonb_build_object('id', md5(episode_id || topic)::uuid, 'written_by', written_by, 'topic', topic, 'position', 90 + length(topic)))
  from topics;
select pg_temp.like('plan_actions', format('episode_id = %L', episode_id), jsonb_build_object('outcome_id', md5(episode_id || topic)::uuid, 'written_by', written_by, 'topic', topic,
  'doer_practitioner_id', written_by)) from topics;
select pg_temp.like('plan_actions', format('episode_id = %L', episode_id), jsonb_build_object('written_by', pg_temp.person('Desmond Farthingale'), 'topic', topic,
  'doer_practitioner_id', null, 'doer_name', 'Invented')) from topics;
select pg_temp.like('outcome_scores', format('episode_id = %L', episode_id), jsonb_build_object('outcome_id', md5(episode_id || topic)::uuid, 'topic', topic,
  'recorded_by', w.other, 'review_id', null)) from topics, lateral (select pg_temp.person('Rafferty Quillstone') as other union all select written_by) w;
-- ScoreInput by a person who may not know the topic; and under a topic other than that of the outcome.
select pg_temp.like('outcome_scores', format('outcome_id = %L', o.id), jsonb_build_object('recorded_by', pg_temp.person(w.name), 'topic', w.topic, 'review_id', null))
  from sensitive_family f join plan_outcomes o on o.episode_id = f.id and o.topic = 'sexual_health',
    (values ('Naomi Silverlake', 'sexual_health'), ('Rafferty Quillstone', 'offending')) w (name, topic);
select pg_temp.like('outcome_scores', format('episode_id = %L', f.id), jsonb_build_object('recorded_by', pg_temp.person('Rafferty Quillstone'), 'topic', 'offending', 'review_id', null,
  'outcome_id', (select o.id from plan_outcomes o where o.episode_id = f.id and o.topic = '' and o.written_by = pg_temp.person('Maureen Oakleaf') order by o.position limit 1))) from sensitive_family f;
insert into meeting_notes select gen_random_uuid(), m.id, m.episode_id, t.topic, 'Invented', t.written_by, timestamptz '2026-11-10'
  from topics t join tac_meetings m on m.episode_id = t.episode_id;
insert into review_notes select gen_random_uuid(), r.id, r.episode_id, t.topic, 'Invented', t.written_by, timestamptz '2026-11-10'
  from topics t join reviews r on r.episode_id = t.episode_id;
-- By a person who no longer reaches the record.
select pg_temp.like('meeting_notes', 'true', jsonb_build_object('written_by', pg_temp.person('Graham Pendleberry')));
select pg_temp.like('review_notes', 'true', jsonb_build_object('written_by', pg_temp.person('Graham Pendleberry')));
insert into corrections (id, episode_id, subject_kind, subject_id, topic, said_wrong, should_say, asked_by, asked_by_capacity, asked_on, status, recorded_by, recorded_at)
  select gen_random_uuid(), episode_id, 'chronology_note', id, topic, 'Invented', 'Invented', 'Invented', 'child', date '2026-11-10', 'asked', written_by, timestamptz '2026-11-10'
    from chronology_notes where topic <> '' or episode_id in (select id from sensitive_family)
  union all select gen_random_uuid(), episode_id, 'assessment_element', id, topic, 'Invented', 'Invented', 'Invented', 'carer', date '2026-11-10', 'asked',
    pg_temp.person('Maureen Oakleaf'), timestamptz '2026-11-10' from assessment_elements where topic <> '' or episode_id in (select id from hidden_family)
  union all select gen_random_uuid(), id, 'child_details', child_id, '', 'Invented', 'Invented', 'Invented', 'parental_responsibility', date '2026-11-10', 'asked',
    pg_temp.person('Maureen Oakleaf'), timestamptz '2026-11-10' from (table sensitive_family union table hidden_family) f;
select pg_temp.like('corrections', 'topic = '''' and subject_kind = ''child_details''', jsonb_build_object('status', 'disputed', 'decision_note', 'Invented',
  'decided_by', pg_temp.person('Maureen Oakleaf'), 'decided_at', timestamptz '2026-11-12'));
insert into disclosures (id, episode_id, to_agency_id, to_practitioner_id, asked_for, purpose, tiers, topics, basis, decision, family_told, family_told_note,
    outside_consent, decided_at, recorded_by)
  select gen_random_uuid(), t.episode_id, pg_temp.agency('Menphys'), null, 'Invented', 'Invented', '{3}'::smallint[], array[t.topic], 'consent', 'shared', 'told', 'Invented', false,
    timestamptz '2026-11-10', t.written_by from topics t
  union all select gen_random_uuid(), f.id, pg_temp.agency(a.called), pg_temp.person('Stuart Windermoor'), 'Invented', 'Invented', '{1}', '{}'::text[], 'consent', 'shared', 'told', 'Invented', false,
    timestamptz '2026-11-10', pg_temp.person('Maureen Oakleaf') from sensitive_family f, (values ('Menphys'), ('Bridge Housing')) a (called)
  union all select gen_random_uuid(), f.id, pg_temp.agency('Menphys'), null, 'Invented', 'Invented', '{3}', '{sexual_health,domestic_abuse}', 'consent', 'shared', 'told', 'Invented', false,
    timestamptz '2026-11-10', pg_temp.person('Rafferty Quillstone') from sensitive_family f;
select pg_temp.like('disclosures', 'topics = ''{}''', jsonb_build_object('outside_consent', true, 'basis', 'legal_duty', 'reason', 'Invented'));
select pg_temp.like('disclosures', 'topics = ''{}''', jsonb_build_object('basis', 'duty_16la', 'detriment_considered', 'Invented', 'asked_by_practitioner_id', pg_temp.person('Stuart Windermoor')));
select pg_temp.like('disclosures', 'topics = ''{}''', jsonb_build_object('decision', 'shared_in_part', 'what_was_shared', 'Invented', 'family_told', 'to_be_told', 'tell_family_on', '2026-12-01'));

-- A team member whose assessment is not finished.
insert into team_members (id, episode_id, practitioner_id, agency_id, team_role, added_by, joined_at)
  select gen_random_uuid(), a.episode_id, pg_temp.person('Patience Adebright'), pg_temp.agency('Leicestershire Partnership'), 'member', a.assessor_id, timestamptz '2026-11-01'
  from assessments a where a.completed_at is null;

-- Rows that name an agency hidden from some readers: about another person, and about the reader's own time there.
create temp view unnamed as
  select f.id as episode_id, pg_temp.person('Imogen Tidewell') as practitioner_id, pg_temp.agency('Teenage Pregnancy') as agency_id from sensitive_family f
  union all select f.id, pg_temp.person('Patience Adebright'), pg_temp.agency('Teenage Pregnancy') from sensitive_family f
  union all select f.id, pg_temp.person('Jasbir Kaurwell'), pg_temp.agency('Little Acorn') from hidden_family f
  union all select f.id, pg_temp.person('Winifred Stonecrop'), pg_temp.agency('Little Acorn') from hidden_family f
  union all select f.id, pg_temp.person('Imogen Tidewell'), pg_temp.agency('Teenage Pregnancy') from hidden_family f;
insert into authorships (id, episode_id, practitioner_id, agency_id, kind, began_at, ended_at)
  select gen_random_uuid(), episode_id, practitioner_id, agency_id, 'assessor', timestamptz '2026-01-01', timestamptz '2026-01-02' from unnamed;
insert into team_members (id, episode_id, practitioner_id, agency_id, team_role, added_by, joined_at, left_at)
  select gen_random_uuid(), episode_id, practitioner_id, agency_id, 'member', practitioner_id, timestamptz '2026-01-01', timestamptz '2026-01-02' from unnamed;
insert into lead_professional_appointments (id, episode_id, practitioner_id, agency_id, began_at, ended_at, ending_reason)
  select gen_random_uuid(), episode_id, practitioner_id, agency_id, timestamptz '2026-01-01' + n * interval '1 day', timestamptz '2026-01-01' + (n + 1) * interval '1 day', 'Invented'
  from (select *, row_number() over () as n from unnamed) u;
insert into lead_professional_proposals (id, episode_id, practitioner_id, agency_id, family_preference, reason, proposed_by, proposed_at, answer, answer_reason, answered_at)
  select gen_random_uuid(), episode_id, practitioner_id, agency_id, 'Invented', 'Invented', practitioner_id, timestamptz '2026-01-01', 'refused', 'Invented',
    timestamptz '2026-01-02' from unnamed;
insert into lead_professional_deputies (id, appointment_id, episode_id, practitioner_id, agency_id, begins_on, ends_on, named_by, named_at, ended_at)
  select gen_random_uuid(), l.id, u.episode_id, u.practitioner_id, u.agency_id, date '2026-09-01', date '2026-09-02', l.practitioner_id, timestamptz '2026-08-01', timestamptz '2026-09-02'
  from unnamed u join lead_professional_appointments l on l.episode_id = u.episode_id and l.ended_at is null;
insert into tac_attendances (id, meeting_id, episode_id, practitioner_id, name, attendance)
  select gen_random_uuid(), m.id, m.episode_id, u.practitioner_id, 'Invented', 'invited' from unnamed u join tac_meetings m on m.episode_id = u.episode_id;
insert into consent_people (consent_id, episode_id, practitioner_id, standing)
  select c.id, c.episode_id, u.practitioner_id, 'readmitted' from unnamed u join consents c on c.episode_id = u.episode_id on conflict do nothing;
insert into consent_agencies (consent_id, episode_id, agency_id, standing, tiers)
  select c.id, c.episode_id, u.agency_id, 'included', '{0}' from unnamed u join consents c on c.episode_id = u.episode_id and c.purpose = 'assess' on conflict do nothing;
-- Withdrawn only in a year's time: nothing in the family's consent changes yet.
insert into consent_withdrawals (id, consent_id, episode_id, agency_id, withdrawn_by, capacity, safeguarding_concern, safeguarding_note, recorded_by, withdrawn_at)
  select gen_random_uuid(), c.id, u.episode_id, u.agency_id, 'Invented', 'child', u.concern, case when u.concern then 'Invented' end, u.by, timestamptz '2027-11-01'
  from (select distinct x.episode_id, x.agency_id, w.concern, w.by from unnamed x, (values (true, pg_temp.person('Patience Adebright')),
    (false, pg_temp.person('Patience Adebright')), (true, pg_temp.person('Desmond Farthingale'))) w (concern, by)) u
  join lateral (select id from consents c where c.episode_id = u.episode_id order by id limit 1) c on true;
-- Of a whole consent, by a person who signs off withdrawals recorded by others.
insert into consent_withdrawals (id, consent_id, episode_id, agency_id, withdrawn_by, capacity, safeguarding_concern, safeguarding_note, recorded_by, withdrawn_at)
  select '00000000-0000-7000-8000-00000000a007', c.id, c.episode_id, null, 'Invented', 'child', true, 'Invented', pg_temp.person('Desmond Farthingale'), timestamptz '2027-11-01'
  from consents c join sensitive_family f on f.id = c.episode_id order by c.id limit 1;
insert into withdrawal_sign_offs (withdrawal_id, episode_id, note, signed_by, signed_at)
  select id, episode_id, 'Invented', pg_temp.person('Desmond Farthingale'), timestamptz '2026-11-12' from consent_withdrawals where withdrawn_at > timestamptz '2027-01-01';
insert into audit.entries (id, at, practitioner_id, agency_id, role, act, subject_kind, subject_id, episode_id, child_id, reaches, detail, salt, xact)
  select gen_random_uuid(), timestamptz '2026-11-10', u.practitioner_id, u.agency_id, 'practitioner', 'read plan', 'episode', u.episode_id, u.episode_id, null, '{team}', '{}',
    '\x00', pg_current_xact_id() from unnamed u;
-- Log entries apart from any episode: of another authority, and about the reader's own family.
insert into declared_relatives select pg_temp.person('Cecil Lockhart-Moor'), id, 'aunt_or_uncle', recorded_at from children where given_names = 'Charlie';
insert into audit.entries (id, at, practitioner_id, agency_id, role, act, subject_kind, child_id, reaches, detail, salt, xact)
  select gen_random_uuid(), timestamptz '2026-11-10', pg_temp.person('Graham Pendleberry'), a.id, 'practitioner', w.act, 'child', w.child, '{}', '{}', '\x00', pg_current_xact_id()
  from agencies a, (select 'read child' as act, id as child from children where given_names = 'Charlie' union all select 'search children', null
    union all select 'erase log content', null) w where a.name in ('Invented agency elsewhere', 'Menphys');

update tac_meetings set entered_for = recorded_by;

-- Rights requests, retention and destruction
insert into rights_requests (id, episode_id, child_id, kind, about, about_name, requester, requester_capacity, received_on, recorded_by, recorded_at)
  select gen_random_uuid(), f.id, f.child_id, 'access', 'child', null, 'Invented', 'parental_responsibility', date '2026-11-02', pg_temp.person('Maureen Oakleaf'), timestamptz '2026-11-02'
  from (table sensitive_family union table hidden_family) f;
select pg_temp.like('rights_requests', 'true', '{"kind": "rectification", "about": "carer", "about_name": "Invented", "identity_checked_on": "2026-11-03",
  "identity_checked_how": "Invented", "child_competence": "competent", "child_view": "Invented", "child_view_on": "2026-11-04", "exemptions": ["x"], "exemption_note": "Invented",
  "extended_told_on": "2026-11-05", "extended_because": "Invented", "released_on": "2026-11-06", "released_how": "Invented", "finished_at": "2026-11-07T00:00:00Z",
  "decision": "granted", "decision_reason": "Invented", "decided_at": "2026-11-06T00:00:00Z"}'::jsonb || jsonb_build_object('decided_by', pg_temp.person('Cecil Lockhart-Moor')));
-- Received on a day each: two of one day stand in the order of their ids, which no two scenes share.
select pg_temp.like('rights_requests', 'finished_at is null', '{"received_on": "2026-11-03", "child_competence": "competent", "child_view": "Invented", "child_view_on": "2026-11-04", "decision": "granted",
  "decision_reason": "Invented", "decided_at": "2026-11-06T00:00:00Z"}'::jsonb || jsonb_build_object('decided_by', pg_temp.person('Cecil Lockhart-Moor')));
select pg_temp.like('rights_requests', 'decision is null', '{"received_on": "2026-11-04", "kind": "erasure", "decision": "refused", "decision_reason": "Invented", "decided_at": "2026-11-06T00:00:00Z"}'::jsonb
  || jsonb_build_object('decided_by', pg_temp.person('Cecil Lockhart-Moor')));
insert into rights_request_pauses select gen_random_uuid(), r.id, r.episode_id, p.a, p.b, 'Invented', pg_temp.person('Cecil Lockhart-Moor')
  from rights_requests r, (values (date '2026-11-03', date '2026-11-04'), (date '2026-11-10', null)) p (a, b) where r.finished_at is null;
insert into rights_request_events select gen_random_uuid(), r.id, r.episode_id, r.recorded_at, r.recorded_by, 'request added', '{}' from rights_requests r;
insert into retention_holds (id, episode_id, reason, placed_by, placed_at, lifted_by, lifted_at, lifted_because)
  select gen_random_uuid(), f.id, 'Invented', g.id, timestamptz '2026-11-01', case when f.lifted then g.id end, case when f.lifted then timestamptz '2026-11-02' end,
    case when f.lifted then 'Invented' end
  from (select id, false as lifted from sensitive_family union all select id, true from hidden_family) f, (select pg_temp.person('Cecil Lockhart-Moor') as id) g;
insert into destruction_proposals (id, episode_id, reason, proposed_by, proposed_at, declined_by, declined_at, declined_because)
  select gen_random_uuid(), e.id, 'Invented', pg_temp.person('Cecil Lockhart-Moor'), timestamptz '2026-11-01', case when e.declined then pg_temp.person('Harriet Crossways') end,
    case when e.declined then timestamptz '2026-11-02' end, case when e.declined then 'Invented' end
  from (values ('00000000-0000-7000-8000-00000000a001'::uuid, false), ('00000000-0000-7000-8000-00000000a001', true)) e (id, declined)
  union all select gen_random_uuid(), id, 'Invented', pg_temp.person('Cecil Lockhart-Moor'), timestamptz '2026-11-01', null, null, null from sensitive_family;
insert into tombstones (id, authority_id, class, rule, due_on, destroyed_at, proposed_by, approved_by)
  select gen_random_uuid(), id, 'early_help', 'Invented', date '2026-01-01', timestamptz '2026-02-01', pg_temp.person('Cecil Lockhart-Moor'), pg_temp.person('Harriet Crossways')
  from authorities;

-- Closures that take two people: waiting, sent back, withdrawn, approved, superseded, ended with the episode.
create temp view other_lead as select l.* from lead_professional_appointments l join episodes e on e.id = l.episode_id and e.closed_at is null
  where l.ended_at is null and exists (select from plan_outcomes o where o.episode_id = l.episode_id)
    and l.episode_id not in (select id from sensitive_family union all select id from hidden_family) order by l.id limit 1;
create temp view closing as select p.id, c.episode_id, p.manager, p.proposer, p.outcome from (values
    ('00000000-0000-7000-8000-00000000b001'::uuid, pg_temp.person('Desmond Farthingale'), pg_temp.person('Maureen Oakleaf'), null, 1),
    ('00000000-0000-7000-8000-00000000b002', pg_temp.person('Desmond Farthingale'), pg_temp.person('Patience Adebright'), 'returned', 1),
    ('00000000-0000-7000-8000-00000000b003', pg_temp.person('Harriet Crossways'), pg_temp.person('Maureen Oakleaf'), 'lapsed', 1),
    ('00000000-0000-7000-8000-00000000b004', pg_temp.person('Harriet Crossways'), pg_temp.person('Rosalind Peachtree'), null, 2),
    ('00000000-0000-7000-8000-00000000b005', pg_temp.person('Harriet Crossways'), pg_temp.person('Rosalind Peachtree'), 'withdrawn', 2),
    ('00000000-0000-7000-8000-00000000b006', pg_temp.person('Harriet Crossways'), pg_temp.person('Maureen Oakleaf'), 'approved', 3),
    ('00000000-0000-7000-8000-00000000b007', pg_temp.person('Desmond Farthingale'), pg_temp.person('Maureen Oakleaf'), 'superseded', 3),
    -- Without an open safety concern.
    ('00000000-0000-7000-8000-00000000b008', pg_temp.person('Harriet Crossways'), (select practitioner_id from other_lead), null, 4),
    -- By a former lead who now only reads the record.
    ('00000000-0000-7000-8000-00000000b009', pg_temp.person('Dilip Waymarker'), pg_temp.person('Bernard Ashpole'), null, 5))
    p (id, manager, proposer, outcome, n)
  join (select id as episode_id, 1 as n from sensitive_family union all select id, 2 from hidden_family
    union all select '00000000-0000-7000-8000-00000000a001', 3 union all select episode_id, 4 from other_lead
    union all select f.episode_id, 5 from episode_children f join children k on k.id = f.child_id where k.given_names = 'Leah') c on c.n = p.n;
insert into closure_proposals (id, episode_id, manager_id, closed_on, reason, summary, final_level, named_agency_id, safeguarding_checked, safeguarding_note,
    contact_attempts, family_told, family_told_note, copy_given_on, child_view, parent_view, proposed_by, proposed_role, proposed_at, outcome, outcome_reason, outcome_by, outcome_at)
  select id, episode_id, manager, date '2026-11-12', 'NOT_ENGAGED', 'Invented', 2, pg_temp.agency('Menphys'), true, 'Invented', '[{"on": "2026-11-01", "how": "x", "result": "x"}]',
    true, 'Invented', date '2026-11-12', 'Invented', 'Invented', proposer, 'practitioner', timestamptz '2026-11-12', outcome, case when outcome is not null then 'Invented' end,
    case when outcome is not null then manager end, case when outcome is not null then timestamptz '2026-11-13' end from closing;
insert into closure_proposal_outcomes (proposal_id, episode_id, outcome_id, topic, result, closing_score, recorded_by)
  select c.id, c.episode_id, o.id, o.topic, 'partly', 5, c.proposer from closing c join plan_outcomes o on o.episode_id = c.episode_id;
-- Under a topic other than that of the outcome: for one that is not sensitive, and for one that is.
update closure_proposal_outcomes x set topic = 'offending' from plan_outcomes o
  where o.id = x.outcome_id and x.proposal_id = '00000000-0000-7000-8000-00000000b002' and (o.topic = 'sexual_health' or (o.topic = '' and o.position = 1));
update closures set proposal_id = '00000000-0000-7000-8000-00000000b006' where episode_id = '00000000-0000-7000-8000-00000000a001';
-- An undone closure, before the one in force.
select pg_temp.like('closures', 'episode_id = ''00000000-0000-7000-8000-00000000a001''', jsonb_build_object('closed_on', '2011-06-10', 'closed_at', timestamptz '2011-06-10',
  'proposal_id', null, 'undone_by', pg_temp.person('Harriet Crossways'), 'undone_at', timestamptz '2011-06-12', 'undone_because', 'Invented'));

-- Settings, consent warnings and renewals
insert into agency_lawful_bases values (pg_temp.agency('Menphys'), 'Invented', pg_temp.person('Isla Switchfield'), timestamptz '2026-11-01');
insert into consent_warnings select c.id, c.episode_id, 14, c.recorded_by, timestamptz '2026-11-01' from consents c;
insert into consent_reasks select gen_random_uuid(), f.id, 'care_order', 'Invented', pg_temp.person('Maureen Oakleaf'), timestamptz '2026-11-01'
  from (table sensitive_family union table hidden_family) f;

-- Open and answered safety concerns: of a family shared in part and of a hidden one. A front door in another authority.
insert into safety_concerns (id, episode_id, child_id, ground, said, checklist_version, raised_by, raised_role, raised_at,
    action_taken, action_at, spoken_to, reference, answered_by, answered_role, answered_at)
  select gen_random_uuid(), f.id, f.child_id, 'not_safe', 'Invented', 1, e.opened_by, 'practitioner', timestamptz '2026-11-10', w.action, w.action_at, w.spoken, w.spoken,
    case when w.action is not null then coalesce(w.by, e.opened_by) end, case when w.action is not null then 'practitioner' end, w.action_at
  from (table sensitive_family union table hidden_family) f join episodes e on e.id = f.id, (values (null::text, null::timestamptz, null::text, null::uuid),
    ('Invented', timestamptz '2026-11-11', 'Invented', null), ('Invented', timestamptz '2026-11-11', 'Invented', pg_temp.person('Ruth Gatehouse'))) w (action, action_at, spoken, by);
insert into localities (id, authority_id, name, gss_code) select gen_random_uuid(), id, 'Invented locality elsewhere', 'E07000999' from elsewhere;
insert into front_doors (id, authority_id, locality_id, name, telephone, hours, out_of_hours_telephone)
  select gen_random_uuid(), e.id, null, 'Invented door', '01632 960998', 'Invented', '01632 960999' from elsewhere e;

-- Access concerns, the index, and questions to the coordinator
insert into guardians (id, agency_id, practitioner_id, named_by, named_at, ended_at) values
  (gen_random_uuid(), pg_temp.agency('Leicestershire Partnership'), pg_temp.person('Winifred Stonecrop'), pg_temp.person('Noreen Filewright'), timestamptz '2026-10-01', null),
  (gen_random_uuid(), pg_temp.agency('Leicestershire Partnership'), pg_temp.person('Stuart Windermoor'), pg_temp.person('Noreen Filewright'), timestamptz '2026-09-01', timestamptz '2026-10-01'),
  (gen_random_uuid(), pg_temp.agency('Menphys'), pg_temp.person('Stuart Windermoor'), pg_temp.person('Noreen Filewright'), timestamptz '2026-09-01', null);
insert into access_concerns (id, rule, practitioner_id, agency_id, role, episode_id, day, window_begins, window_ends, times, subjects, noticed_at, state, why, explained_at)
  select gen_random_uuid(), 'same_surname', pg_temp.person(w.name), o.agency_id, o.role, f.id, date '2026-11-09', timestamptz '2026-11-09', timestamptz '2026-11-10', 1, 1,
    timestamptz '2026-11-10', w.state, case when w.state = 'explained' then 'Invented' end, case when w.state = 'explained' then timestamptz '2026-11-11' end
  from (values ('Patience Adebright', 'open'), ('Maureen Oakleaf', 'open'), ('Winifred Stonecrop', 'explained'), ('Cecil Lockhart-Moor', 'closed'),
    ('Stuart Windermoor', 'closed')) w (name, state)
  join lateral (select * from posts o where o.practitioner_id = pg_temp.person(w.name) order by o.id limit 1) o on true, sensitive_family f;
insert into access_concern_decisions select c.id, pg_temp.person('Ruth Gatehouse'), 'good_reason', 'Invented', timestamptz '2026-11-12' from access_concerns c;
insert into audit.refusals (id, at, practitioner_id, agency_id, role, status, method, subject_kind, subject_id)
  select gen_random_uuid(), timestamptz '2026-11-10', pg_temp.person('Graham Pendleberry'), pg_temp.agency('Melton Borough'), 'practitioner', 404, 'GET', 'episode', f.id from sensitive_family f;
insert into index_searches select gen_random_uuid(), pg_temp.person('Graham Pendleberry'), timestamptz '2026-11-10', '\x00', false;
insert into index_questions (id, asked_by, agency_id, given_names, family_name, date_of_birth, reason, asked_at, answer_by)
  select gen_random_uuid(), s.practitioner_id, s.agency_id, 'Invented', 'Child', date '2014-01-01', 'Invented', w.at, date '2026-11-25'
  from someone s, (values (timestamptz '2026-11-15'), (timestamptz '2026-09-15')) w (at)
  where s.practitioner_id in (pg_temp.person('Graham Pendleberry'), pg_temp.person('Maureen Oakleaf'));
insert into index_question_matches (id, question_id, place, child_id, episode_id, answer, answered_by, answered_at)
  select gen_random_uuid(), q.id, m.place, m.child_id, m.id, m.answer, case when m.answer is not null then q.asked_by end, case when m.answer is not null then q.asked_at end
  from index_questions q, (select 1 as place, f.child_id, f.id, null as answer from sensitive_family f union all select 2, f.child_id, f.id, 'talk' from hidden_family f
    union all select 3, null, null, null) m;
insert into access_questions (id, asked_by, agency_id, about, authority_id, locality_id, reason, asked_at, answer, answered_by, answered_at)
  select gen_random_uuid(), pg_temp.person(w.name), pg_temp.agency('Melton Borough'), k.id, a.id, l.id, 'Invented: their help is needed.', timestamptz '2026-11-10',
    case when w.answered then 'Invented' end, case when w.answered then pg_temp.person('Harriet Crossways') end, case when w.answered then timestamptz '2026-11-11' end
  from (values ('Graham Pendleberry', false), ('Graham Pendleberry', true), ('Frances Milestone', false)) w (name, answered), authorities a,
    (select id from localities where name = 'Charnwood' union all select id from localities where name = 'North West Leicestershire' union all select null) l,
    (select child_id as id from sensitive_family) k;
insert into messages (id, recipient_id, subject, body, href, sent_at)
  select gen_random_uuid(), pg_temp.person('Winifred Stonecrop'), 'Invented', 'Invented', '/episodes/' || f.id || '/plan', s.at
  from hidden_family f, (values (timestamptz '2026-10-01'), (timestamptz '2026-11-10')) s (at);
insert into idempotent_answers (practitioner_id, key, request_digest, status, body, episode_id, answered_at)
  select pg_temp.person('Winifred Stonecrop'), w.key, 'x', 200, w.body, w.episode, timestamptz '2026-10-15'
  from hidden_family f, lateral (values ('child', jsonb_build_object('id', f.child_id), null), ('episode', '{}', f.id), ('neither', '{}', null)) w (key, body, episode);
-- A shield that was requested and is not decided; a second person who has not agreed yet.
insert into shields (id, child_id, grounds, requested_by, requester_capacity, recorded_by, requested_at, decide_by)
  select '00000000-0000-7000-8000-00000000a006', k.id, 'adoption', 'Invented', 'adult', k.recorded_by, timestamptz '2026-11-18', date '2026-11-25'
  from children k where k.given_names = 'Deirdre';
insert into shield_names (id, shield_id, child_id, practitioner_id, named_by, named_at)
  select gen_random_uuid(), s.id, s.child_id, s.recorded_by, s.recorded_by, s.requested_at from shields s where s.id = '00000000-0000-7000-8000-00000000a006';
insert into shield_unsafe_carers select s.id, s.child_id, l.carer_id from shields s join child_carers l on l.child_id = s.child_id
  where s.id = '00000000-0000-7000-8000-00000000a006' limit 1;
select pg_temp.like('emergency_accesses', 'true', jsonb_build_object('practitioner_id', pg_temp.person('Winifred Stonecrop'), 'episode_id', f.id, 'seconded_by', null, 'seconded_at', null,
  'begins_at', null, 'lapses_at', null, 'reviewer_id', null, 'reviewer_agency_id', null, 'review_outcome', null, 'review_note', null, 'reviewed_at', null)) from sensitive_family f;

-- What people typed and have not sent: about families that they reach and others, from before and after a closure and a shield,
-- too long ago, in another person's post.
insert into drafts (id, practitioner_id, post_id, form, page, permission, episode_id, child_id, content, revision, saved_at)
  select gen_random_uuid(), o.practitioner_id, o.id, '/invented', '/invented', a.permission, a.episode_id, a.child_id, '\x01', 1, a.saved_at
  from posts o, (
    select 'chronology.add' as permission, e.id as episode_id, null::uuid as child_id, timestamptz '2026-11-19' as saved_at from episodes e
    union all select 'rights.register', e.id, null, w.at from episodes e, (values (timestamptz '2026-10-25'), (timestamptz '2026-11-19')) w (at)
      where e.closed_at is not null or e.id in (select id from hidden_family)
    union all select 'family.edit', null, f.child_id, timestamptz '2026-11-19' from episode_children f where f.position = 1
    union all select 'shield.request', null, f.child_id, w.at from hidden_family f, (values (timestamptz '2026-10-25'), (timestamptz '2026-11-19')) w (at)
    union all select p.permission, null, null, timestamptz '2026-11-19' from (values ('index.ask'), ('log.erase')) p (permission)
    union all select 'index.ask', null, null, timestamptz '2026-10-01') a;
insert into drafts (id, practitioner_id, post_id, form, page, permission, content, revision, saved_at)
  select gen_random_uuid(), s.practitioner_id, o.id, '/invented', '/invented', 'index.ask', '\x01', 1, timestamptz '2026-11-19'
  from someone s join someone t on t.n = s.n + 1 join posts o on o.practitioner_id = t.practitioner_id;

-- The lead reads one topic by emergency access, which lets them read and not write.
select pg_temp.like('emergency_accesses', 'begins_at is not null', jsonb_build_object('practitioner_id', pg_temp.person('Maureen Oakleaf'), 'episode_id', f.id,
  'agency_id', pg_temp.agency('Castle Rock'), 'role', 'practitioner', 'topics', array['sexual_health'], 'protected_details', false, 'needs_second', false, 'seconded_by', null,
  'seconded_at', null, 'reviewer_id', null, 'reviewer_agency_id', null, 'review_outcome', null, 'review_note', null, 'reviewed_at', null)) from sensitive_family f;

-- The sealed log
insert into audit.heads (batch, first_leaf, size, root, previous, sealed_at, key, signature, hash, horizon) values
  (1, 0, 1, '\x01', null, timestamptz '2026-11-01', 'invented', '\x01', '\x01', '0'), (2, 1, 1, '\x02', '\x01', timestamptz '2026-11-02', 'invented', '\x02', '\x02', '0');
insert into audit.leaves select n - 1, e.id, n, '\x00', '\x00' from (select id, row_number() over (order by id) as n from audit.entries) e where n < 3;

-- Asked to lead: by an agency that may know only the basics; and a person whose agency no longer has consent.
insert into lead_professional_proposals (id, episode_id, practitioner_id, agency_id, family_preference, reason, proposed_by, proposed_at)
  select gen_random_uuid(), id, pg_temp.person('Rosalind Peachtree'), pg_temp.agency('Leicestershire Partnership'), 'Invented', 'Invented',
    pg_temp.person('Maureen Oakleaf'), timestamptz '2026-11-18' from sensitive_family
  union all select gen_random_uuid(), f.episode_id, pg_temp.person('Graham Pendleberry'), pg_temp.agency('Melton Borough'), 'Invented', 'Invented',
    pg_temp.person('Stuart Windermoor'), timestamptz '2026-11-18' from episode_children f join children k on k.id = f.child_id where k.given_names = 'Charlie';
-- A person who has left an agency, and one who is about to.
select pg_temp.like('practitioners', format('id = %L', pg_temp.person('Winifred Stonecrop')), jsonb_build_object('id', w.id, 'name', w.name))
  from (values ('f0000000-0000-7000-8000-00000000a00a', 'Invented Gone'), ('f0000000-0000-7000-8000-00000000a00b', 'Invented Going')) w (id, name);
select pg_temp.like('posts', format('practitioner_id = %L', pg_temp.person('Patience Adebright')), jsonb_build_object('practitioner_id', pg_temp.person(w.name), 'ended_at', w.ended_at))
  from (values ('Invented Gone', timestamptz '2026-10-01'), ('Invented Going', timestamptz '2027-01-01')) w (name, ended_at);
insert into auth.attempts (key, points) values ('invented', 1);
insert into auth.sessions (sid, sess, expire, account_id)
  select 'invented', '{}', timestamp '2026-12-01', id from auth.accounts order by username limit 1;
insert into auth.kept_forms (id, account_id, holder, content, kept_at)
  select gen_random_uuid(), id, '\x01', '\x02', timestamp '2026-11-20' from auth.accounts order by username limit 1;
insert into auth.kept_inputs (id, account_id, post_id, began_at, kind, content, kept_at)
  select gen_random_uuid(), id, gen_random_uuid(), timestamp '2026-11-20', 'search', '\x01', timestamp '2026-11-20' from auth.accounts order by username limit 1;
insert into auth.tokens (token_hash, account_id, post_id, issued_at, expires_at, kind, name)
  select '\x01', a.id, o.id, timestamp '2026-11-20', timestamp '2026-12-20', 'personal', 'Invented'
  from auth.accounts a join posts o on o.practitioner_id = a.practitioner_id order by a.username, o.id limit 1;

-- Public lists.
insert into reference_imports (id, kind, file_name, digest, imported_by, imported_at, added, changed, closed, unchanged)
  values (gen_random_uuid(), 'schools', 'invented.csv', '\x01', pg_temp.person('Winifred Stonecrop'), timestamptz '2026-11-01', 1, 0, 0, 0);
insert into reference_schools (code, name, valid_from, search_text) values ('900001', 'Invented School', date '2001-09-01', 'invented school');
insert into reference_organisations (code, list, name, valid_from, search_text)
  values ('Y99001', 'gp-practices', 'Invented Practice', date '2001-09-01', 'invented practice');
insert into reference_areas (code, list, name, valid_from) values ('E07999001', 'districts', 'Invented District', date '2001-09-01');
insert into reference_postcodes (code, district_code, valid_from) values ('ZZ1 1ZZ', 'E07999001', date '2001-09-01');

insert into statement_checks (id, language, wording, translator, qualification, recorded_by, recorded_at)
  values (gen_random_uuid(), 'pl', repeat('a', 64), 'Invented Translator', 'Diploma in Translation', pg_temp.person('Winifred Stonecrop'), timestamptz '2026-11-01');

-- Choices, calendar addresses, emails and webhooks of people and agencies.
insert into notification_choices (practitioner_id, email, digest_hour, quiet_from, quiet_until, changed_at)
  select s.practitioner_id, case when s.n = 2 then 'daily' else 'at_once' end, 7, 22, 6, timestamptz '2026-11-01' from someone s where s.n between 1 and 12;
insert into calendar_feeds (id, practitioner_id, secret_hash, begun_at, ended_at)
  select gen_random_uuid(), s.practitioner_id, convert_to(s.n || ' ' || w.n, 'UTF8'), timestamptz '2026-11-01', case when w.n = 2 then timestamptz '2026-11-02' end
  from someone s, (values (1), (2)) w (n) where s.n between 1 and 12;
insert into mails (id, recipient_id, kind, queued_at, due_at, attempts, finished_at, outcome, reason)
  select gen_random_uuid(), s.practitioner_id, 'invitation', timestamptz '2026-11-18', timestamptz '2026-11-18', 1, timestamptz '2026-11-18', w.outcome, w.reason
  from someone s, (values ('sent', null), ('failed', 'rejected_address')) w (outcome, reason) where s.n = 1;
insert into mail_messages (mail_id, message_id)
  select m.id, (select g.id from messages g order by g.id limit 1) from mails m where m.reason = 'rejected_address';
insert into webhooks (id, agency_id, url, kinds, secret_id, created_by, created_at, ended_at)
  select gen_random_uuid(), o.agency_id, 'https://invented.example.org/' || w.n, '{episode.started}', gen_random_uuid(), o.practitioner_id, timestamptz '2026-11-01',
    case when w.n = 2 then timestamptz '2026-11-02' end
  from (select distinct on (agency_id) agency_id, practitioner_id from posts order by agency_id, role <> 'agency_administrator', id) o, (values (1), (2)) w (n);
insert into webhook_deliveries (id, webhook_id, event_id, kind, episode_id, happened_at, due_at, attempts, finished_at, outcome, status, reason)
  select gen_random_uuid(), h.id, gen_random_uuid(), 'episode.started', f.id, timestamptz '2026-11-10', timestamptz '2026-11-10', 1, timestamptz '2026-11-10', 'failed', 500, 'answer'
  from webhooks h, sensitive_family f;
-- A closure that waits for a second person, and one that was called off after it gave a post.
insert into agency_closures (id, agency_id, last_day, moves_people, reason, proposed_by, proposed_at, agreed_by, agreed_at, called_off_by, called_off_at)
  select gen_random_uuid(), o.agency_id, date '2027-03-31', false, 'Invented reason.', s.practitioner_id, timestamptz '2026-11-02',
    case when w.n = 2 then o.practitioner_id end, case when w.n = 2 then timestamptz '2026-11-03' end,
    case when w.n = 2 then o.practitioner_id end, case when w.n = 2 then timestamptz '2026-11-04' end
  from (select distinct on (agency_id) agency_id, practitioner_id from posts where role = 'agency_administrator' order by agency_id, id) o
  join someone s on s.n = 1, (values (1), (2)) w (n);
-- Another agency's.
insert into agency_closures (id, agency_id, last_day, moves_people, reason, proposed_by, proposed_at)
  select gen_random_uuid(), g.id, date '2027-03-31', false, 'Invented reason.', s.practitioner_id, timestamptz '2026-11-02'
  from (select id from agencies where not exists (select from agency_closures c where c.agency_id = agencies.id) order by id limit 1) g
  join someone s on s.n = 1;
insert into agency_closure_posts (closure_id, post_id, given)
  select c.id, (select id from posts order by id limit 1), true from agency_closures c where c.called_off_at is not null;

-- A child who was born later and joined an open episode, was included in what the family agreed, and died; a first entry of
-- that was an error. A brother who left.
create temp view joined_family as select e.id, e.opened_by from episodes e join episode_children f on f.episode_id = e.id
  join children k on k.id = f.child_id where k.given_names = 'Charlie';
select pg_temp.like('children', 'given_names = ''Charlie''', jsonb_build_object('id', '00000000-0000-7000-8000-00000000a011',
  'given_names', 'Later', 'date_of_birth', '2026-11-08', 'expected_date', null));
select pg_temp.like('children', 'given_names = ''Charlie''', jsonb_build_object('id', '00000000-0000-7000-8000-00000000a012', 'given_names', 'Gone'));
insert into episode_children (episode_id, child_id, position, added_at, added_by)
  select id, '00000000-0000-7000-8000-00000000a011', 8, timestamptz '2026-11-10', opened_by from joined_family;
insert into episode_children (episode_id, child_id, position, ended_at, removed_at)
  select id, '00000000-0000-7000-8000-00000000a012', 9, timestamptz '2026-11-11', timestamptz '2026-11-11' from joined_family;
-- A sister who left before the family agreed that others may know of them.
select pg_temp.like('children', 'given_names = ''Charlie''', jsonb_build_object('id', '00000000-0000-7000-8000-00000000a013', 'given_names', 'Early'));
insert into episode_children (episode_id, child_id, position, ended_at, removed_at)
  select f.id, '00000000-0000-7000-8000-00000000a013', 10, e.opened_at, e.opened_at from joined_family f join episodes e on e.id = f.id;
insert into episode_child_changes (id, episode_id, child_id, kind, reason, happened_on, note, recorded_by, recorded_at)
  select gen_random_uuid(), f.id, w.child::uuid, w.kind, w.reason, date '2026-11-10', w.note, f.opened_by, timestamptz '2026-11-11'
  from joined_family f, (values ('00000000-0000-7000-8000-00000000a011', 'added', 'born', null),
    ('00000000-0000-7000-8000-00000000a012', 'removed', 'other', 'Invented')) w (child, kind, reason, note);
insert into consent_children (consent_id, episode_id, child_id)
  select c.id, c.episode_id, '00000000-0000-7000-8000-00000000a011' from consents c, joined_family f where c.episode_id = f.id;
insert into births (child_id, pregnancy_id, expected_on, born_on, recorded_by, recorded_at)
  select '00000000-0000-7000-8000-00000000a011', '00000000-0000-7000-8000-00000000a011', date '2026-11-15', date '2026-11-08', opened_by, timestamptz '2026-11-09'
  from joined_family;
insert into child_deaths (id, child_id, before_birth, died_on, date_known, source, recorded_by, recorded_at, undone_by, undone_at, undone_because)
  select gen_random_uuid(), '00000000-0000-7000-8000-00000000a011', false, date '2026-11-12', 'about', 'family', f.opened_by, timestamptz '2026-11-13',
    case when w.n = 1 then f.opened_by end, case when w.n = 1 then timestamptz '2026-11-14' end, case when w.n = 1 then 'Invented' end
  from joined_family f, (values (1), (2)) w (n);
insert into audit.entries (id, at, practitioner_id, agency_id, role, act, subject_kind, subject_id, episode_id, child_id, reaches, detail, salt, xact)
  select gen_random_uuid(), timestamptz '2026-11-10', o.practitioner_id, o.agency_id, 'practitioner', 'read child', 'child', c.child_id, c.episode_id, c.child_id,
    '{team}', '{}', '\x00', pg_current_xact_id()
  from episode_child_changes c join posts o on o.practitioner_id = c.recorded_by;
-- The practitioner who recorded this death no longer reads the child.
insert into child_deaths (id, child_id, before_birth, died_on, date_known, source, recorded_by, recorded_at)
  select gen_random_uuid(), '00000000-0000-7000-8000-00000000a002', false, date '2011-12-12', 'about', 'family', pg_temp.person('Winifred Stonecrop'),
    timestamptz '2011-12-13';

-- Pairs of records: a merge that was undone, one that was declined and what is recorded as not the same, of all children of
-- episodes; one that waits. Two records of one child that are kept as one, both without an episode.
create temp view paired as
  select k.child_id as one, k.next as other, k.n from (
    select f.child_id, lead(f.child_id) over (order by f.child_id) as next, row_number() over (order by f.child_id) as n
    from (select distinct child_id from episode_children) f) k where k.next is not null;
insert into child_distinctions (id, child_id, other_child_id, reason, decided_by, decided_at)
  select gen_random_uuid(), p.one, p.other, 'Invented', k.recorded_by, timestamptz '2026-11-02' from paired p join children k on k.id = p.one
  where p.n % 4 = 0;
insert into child_merges (id, kept_child_id, other_child_id, reason, proposed_by, proposed_at, decision, decision_reason, decided_by, decided_at,
    undone_because, undone_by, undone_at)
  select gen_random_uuid(), p.one, p.other, 'Invented', s.practitioner_id, timestamptz '2026-11-02', w.decision, 'Invented', t.practitioner_id,
    timestamptz '2026-11-03', case when w.decision = 'approved' then 'Invented' end, case when w.decision = 'approved' then t.practitioner_id end,
    case when w.decision = 'approved' then timestamptz '2026-11-04' end
  from paired p, (values ('approved'), ('declined')) w (decision), someone s, someone t where s.n = 8 and t.n = 9;
insert into child_merges (id, kept_child_id, other_child_id, reason, proposed_by, proposed_at)
  select gen_random_uuid(), p.other, p.one, 'Invented', s.practitioner_id, timestamptz '2026-11-02' from paired p, someone s where s.n = 8
    and exists (select from episode_children a join episode_children b on b.episode_id = a.episode_id where a.child_id = p.one and b.child_id = p.other);
select pg_temp.like('children', 'given_names = ''Charlie''', jsonb_build_object('id', w.id, 'given_names', w.name,
    'recorded_by', pg_temp.person('Maureen Oakleaf'))) from (values ('00000000-0000-7000-8000-00000000a021', 'Twofold'),
  ('00000000-0000-7000-8000-00000000a022', 'Twofolde')) w (id, name);
insert into child_merges (id, kept_child_id, other_child_id, reason, proposed_by, proposed_at, decision, decided_by, decided_at)
  select gen_random_uuid(), '00000000-0000-7000-8000-00000000a021', '00000000-0000-7000-8000-00000000a022', 'Invented', s.practitioner_id,
    timestamptz '2026-11-02', 'approved', t.practitioner_id, timestamptz '2026-11-03' from someone s, someone t where s.n = 8 and t.n = 9;
-- A name that another record of the same child has sealed.
select pg_temp.like('children', 'given_names = ''Charlie''', jsonb_build_object('id', '00000000-0000-7000-8000-00000000a023', 'given_names', 'Jo',
  'recorded_by', pg_temp.person('Maureen Oakleaf')));
insert into child_merges (id, kept_child_id, other_child_id, reason, proposed_by, proposed_at, decision, decided_by, decided_at)
  select gen_random_uuid(), k.id, '00000000-0000-7000-8000-00000000a023', 'Invented', s.practitioner_id, timestamptz '2026-11-02', 'approved',
    t.practitioner_id, timestamptz '2026-11-03' from children k, someone s, someone t where k.given_names = 'Josephine' and s.n = 8 and t.n = 9;
insert into child_names (id, child_id, kind, given_names, family_name, recorded_by, recorded_at, sealed_by, sealed_at, seal_reason)
  select w.id::uuid, k.id, 'former', 'Jo', 'Elsewhere', k.recorded_by, timestamptz '2026-11-02', case when w.sealed then k.recorded_by end,
    case when w.sealed then timestamptz '2026-11-03' end, case when w.sealed then 'safety' end
  from (values ('00000000-0000-7000-8000-00000000e021', 'Josephine', false), ('00000000-0000-7000-8000-00000000e022', 'Jo', true)) w (id, name, sealed)
  join children k on k.given_names = w.name;

set session_replication_role = origin;
-- Births known by a month, a year and an estimate; for every child a status, a school and a number, which some may not know.
select pg_temp.like('children', 'id = (select child_id from sensitive_family)', jsonb_build_object('date_of_birth', null,
  'expected_date', null) || birth) from (values (jsonb_build_object('given_names', 'Month', 'birth_period', '2012-03')),
  (jsonb_build_object('given_names', 'Year', 'birth_period', '2012')),
  (jsonb_build_object('given_names', 'About', 'estimated_age', 14, 'estimated_on', '2026-03-03'))) b (birth);
update consent_agencies set topics = topics || '{immigration}' where 'mental_health' = any(topics);
insert into child_immigration_statuses (id, child_id, status, note, recorded_by, recorded_at)
  select gen_random_uuid(), k.id, 'refugee', 'Invented', k.recorded_by, timestamptz '2026-11-01' from children k;
insert into child_immigration_statuses (id, child_id, status, recorded_by, recorded_at)
  select gen_random_uuid(), k.id, 'limited', pg_temp.person('Eleanor Calmwater'), timestamptz '2026-10-01' from children k;
insert into child_schools (id, child_id, setting, year_group, attendance, from_on, until_on, recorded_by, recorded_at)
  select gen_random_uuid(), k.id, 'Invented school', 'Y3', 'on_roll', date '2020-09-01', date '2021-07-20', k.recorded_by, timestamptz '2026-11-01'
  from children k;
insert into child_references (id, child_id, system, number, recorded_by, recorded_at)
  select gen_random_uuid(), k.id, 'Invented system', upper(left(replace(k.id::text, '-', ''), 8) || right(k.id::text, 8)), k.recorded_by,
    timestamptz '2026-11-01' from children k;
-- A former value of one field of each scope, of every child and carer, and of every outcome and action.
insert into child_changes (id, child_id, relation, row_id, field, scope, before, after, changed_by, changed_at)
  select gen_random_uuid(), k.id, f.relation, k.id, f.field, f.scope, to_jsonb('Before'::text), to_jsonb('After'::text), k.recorded_by,
    timestamptz '2026-11-01' from children k, (values ('children', 'sex', 'identity'), ('child_details', 'religion', 'details'),
    ('child_contacts', 'address', 'contact')) f (relation, field, scope);
insert into plan_changes (id, episode_id, relation, row_id, field, topic, written_by, before, after, changed_by, changed_at)
  select gen_random_uuid(), o.episode_id, o.relation, o.id, 'description', o.topic, o.written_by, to_jsonb('Before'::text), to_jsonb('After'::text),
    o.written_by, timestamptz '2026-11-01'
  from (select 'plan_outcomes' as relation, id, episode_id, topic, written_by from plan_outcomes
    union all select 'plan_actions', id, episode_id, topic, written_by from plan_actions) o;
select access.refresh_grants(array(select id from episodes));
select access.refresh_concealments(array(select id from shields));
-- Authentication: an invitation that waits, and a link to set a new password.
insert into auth.invitations (id, practitioner_id, email, secret_hash, invited_by, invited_at, expires_at)
  select gen_random_uuid(), p.id, 'invited@council.example', '\x01', p.id, now(), now() + interval '1 day'
  from practitioners p order by p.id limit 1;
insert into auth.password_resets (id, account_id, secret_hash, requested_by, requested_at, expires_at)
  select gen_random_uuid(), a.id, '\x01', a.practitioner_id, now(), now() + interval '1 day'
  from auth.accounts a order by a.id limit 1;
-- A second step of each kind that is in use and a recovery code, of a person whom no test signs in, and an agency that asks one of everyone.
with person as (insert into practitioners (id, name, job_title) values (gen_random_uuid(), 'Asa Oldfield', 'Clerk') returning id),
  account as (insert into auth.accounts (id, username, practitioner_id) select id, 'asa.oldfield', id from person returning id),
  code as (insert into auth.recovery_codes (account_id, code_hash) select id, '\x01' from account),
  passkey as (insert into auth.passkeys (id, account_id, name, credential_id, public_key, counter, transports, aaguid, device_type, is_backed_up, created_at)
    select id, id, 'Laptop', '\x01', '\x01', 1, '{internal}', id, 'single_device', false, now() from account)
insert into auth.second_factors (id, account_id, kind, secret, created_at, confirmed_at, last_step)
  select id, id, 'totp', '\x01', now(), now(), 1 from account;
insert into auth.agencies_with_second_factor (agency_id, required_by, required_at)
  select o.agency_id, o.practitioner_id, now() from posts o order by o.id limit 1;
-- A service token in use, one that was ended, and a person whom the agency's system deactivated and deleted.
insert into auth.service_tokens (id, agency_id, token_hash, name, scope, created_by, created_at, expires_at, ended_at, ended_by)
  select gen_random_uuid(), o.agency_id, t.digest, t.name, 'people', o.practitioner_id, now(), now() + interval '30 days',
    t.ended_at, case when t.ended_at is not null then o.practitioner_id end
  from (select * from posts o order by o.id limit 1) o
  cross join (values ('\x01'::bytea, 'Invented provider', null::timestamptz), ('\x02', 'Invented earlier provider', now()))
    t (digest, name, ended_at);
insert into auth.provisioned_people (practitioner_id, agency_id, external_id, given_name, family_name, deactivated_at, deleted_at)
  select o.practitioner_id, o.agency_id, 'invented', 'Invented', 'Invented', now(), now() from posts o order by o.id limit 1;
-- A provider at which people of an agency sign in, a person who does, and a message of it that was used.
insert into auth.identity_providers (id, agency_id, name, issuer, subject_claim, client_id, client_secret, is_on, changed_by, changed_at)
  select gen_random_uuid(), o.agency_id, 'Invented', 'https://invented.example', 'sub', 'invented', '\x01', true, o.practitioner_id, now()
  from posts o order by o.id limit 1;
insert into auth.identity_links (id, provider_id, account_id, subject, linked_by, linked_at)
  select gen_random_uuid(), v.id, a.id, 'invented', v.changed_by, now()
  from auth.identity_providers v, auth.accounts a where a.username = 'asa.oldfield';
insert into auth.logout_tokens (provider_id, token_hash, expires_at)
  select v.id, '\x01', now() + interval '1 day' from auth.identity_providers v;
-- The keys of names, as the triggers would have made them.
select access.index_names(array(select id from children));

insert into next_review_dates (id, episode_id, review_on, moved_from, reason, recorded_by, recorded_at)
  select gen_random_uuid(), e.id, date '2027-01-20', w.before, w.reason, e.opened_by, timestamptz '2026-11-18'
  from episodes e, (values (null::date, null), (date '2027-01-10', 'Invented')) w (before, reason);

insert into meeting_moves (id, meeting_id, episode_id, from_starts_at, from_ends_at, place_changed, moved_by, moved_at)
  select gen_random_uuid(), t.id, t.episode_id, w.starts, w.ends, w.starts is null, t.recorded_by, timestamptz '2026-11-18'
  from tac_meetings t, (values (null::timestamptz, null::timestamptz),
    (timestamptz '2026-11-12 10:00Z', timestamptz '2026-11-12 11:00Z')) w (starts, ends);
