import { type TriggerCase, NO_OPEN_CONCERN } from './case.js';

const GRANTS_ARE_CURRENT = `select not exists ((table access.grants except table access.derived_grants)
  union all (table access.derived_grants except table access.grants))
  and not exists ((table access.exclusions except table access.derived_exclusions) union all (table access.derived_exclusions except table access.exclusions))`;
const CONCEALMENTS_ARE_CURRENT = `select not exists ((table access.concealments except table access.derived_concealments)
  union all (table access.derived_concealments except table access.concealments))`;
const refreshesGrants = (trigger: string, change: string): TriggerCase => ({
  trigger,
  change,
  done: GRANTS_ARE_CURRENT,
});
const refreshesConcealments = (trigger: string, change: string): TriggerCase => ({
  trigger,
  change,
  done: CONCEALMENTS_ARE_CURRENT,
});

const UNINVOLVED_COLLEAGUE = `(select o.practitioner_id from posts o where o.agency_id = x.agency_id and o.practitioner_id <> x.practitioner_id
  and not exists (select from team_members t where t.practitioner_id = o.practitioner_id and t.episode_id = x.episode_id) limit 1)`;

/** The cached claim of a transaction is valid until a post, practitioner or agency changes. */
const endsCachedClaims = (table: string, change: string): TriggerCase => ({
  trigger: `${table}.record_change`,
  change: `do $$ begin
    perform set_config('trials.people', (select people_changed::text from access.signing_keys), true);
    update ${table} set ${change};
  end $$`,
  done: "select people_changed::text <> current_setting('trials.people', true) from access.signing_keys",
});
export const CACHED_CLAIMS: readonly TriggerCase[] = [
  endsCachedClaims('posts', 'ended_at = ended_at'),
  endsCachedClaims('practitioners', 'left_at = left_at'),
  endsCachedClaims('agencies', 'name = name'),
];

/** The post of a person who opened or assesses an episode for its agency. */
const AUTHORS_POST = `(select o.id from posts o join authorships a on a.practitioner_id = o.practitioner_id and a.agency_id = o.agency_id
  where a.ended_at is null and o.ended_at is null order by o.id limit 1)`;

/** Grants, exclusions and concealments follow every row they are derived from, in the transaction that changed it. */
export const DERIVED_ACCESS: readonly TriggerCase[] = [
  refreshesGrants(
    'posts.refresh_grants_on_update',
    `update posts set ended_at = began_at + interval '1 hour' where id = ${AUTHORS_POST}`,
  ),
  refreshesGrants(
    'posts.refresh_grants_on_insert',
    `do $$
    declare
      post posts;
    begin
      update posts set ended_at = began_at + interval '1 hour' where id = ${AUTHORS_POST} returning * into post;
      insert into posts (id, practitioner_id, agency_id, role, began_at)
      values (gen_random_uuid(), post.practitioner_id, post.agency_id, 'practitioner', post.ended_at);
    end $$`,
  ),
  refreshesGrants(
    'authorships.refresh_grants_on_insert',
    `insert into authorships (id, episode_id, practitioner_id, agency_id, kind, began_at)
     select gen_random_uuid(), x.episode_id, s.practitioner_id, s.agency_id, 'assessor', x.began_at
     from authorships x join episodes e on e.id = x.episode_id
     join posts s on s.agency_id = e.opening_agency_id and s.practitioner_id <> x.practitioner_id
     where x.ended_at is null order by x.id, s.id limit 1`,
  ),
  refreshesGrants(
    'authorships.refresh_grants_on_update',
    "update authorships set ended_at = began_at + interval '1 hour' where ended_at is null",
  ),
  refreshesGrants(
    'lead_professional_appointments.refresh_grants_on_insert',
    `insert into lead_professional_appointments (id, episode_id, practitioner_id, agency_id, began_at)
     select gen_random_uuid(), e.id, a.practitioner_id, a.agency_id, platform.now() - interval '1 minute' from episodes e
     join authorships a on a.episode_id = e.id
     where e.closed_at is null and not exists (select from lead_professional_appointments l where l.episode_id = e.id and l.ended_at is null)
     order by e.id limit 1`,
  ),
  refreshesGrants(
    'lead_professional_appointments.refresh_grants_on_update',
    `update lead_professional_appointments set ended_at = began_at + interval '1 hour' where ended_at is null`,
  ),
  refreshesGrants(
    'team_members.refresh_grants_on_insert',
    `insert into team_members (id, episode_id, practitioner_id, agency_id, team_role, added_by, joined_at)
     select gen_random_uuid(), x.episode_id, s.practitioner_id, s.agency_id, 'member', x.practitioner_id, x.began_at
     from authorships x join posts s on s.agency_id = x.agency_id and s.practitioner_id = ${UNINVOLVED_COLLEAGUE} order by x.id limit 1`,
  ),
  refreshesGrants(
    'team_members.refresh_grants_on_update',
    `update team_members set left_at = joined_at + interval '1 hour' where left_at is null`,
  ),
  refreshesGrants(
    'consents.refresh_grants_on_insert',
    `insert into consents (id, episode_id, purpose, decision, decided_by, capacity, decided_on, recorded_by, recorded_at)
     select gen_random_uuid(), c.episode_id, c.purpose, 'refused', 'Invented', 'adult', date '2026-11-19', c.recorded_by, timestamptz '2026-11-19'
     from consents c join consent_agencies a on a.consent_id = c.id where c.purpose = 'share_plan' and a.standing = 'included'`,
  ),
  refreshesGrants(
    'consents.refresh_grants_on_update',
    `update consents set valid_until = decided_on, review_on = null where decision in ('given', 'given_in_part')`,
  ),
  refreshesGrants(
    'consent_agencies.refresh_grants_on_insert',
    `insert into consent_agencies (consent_id, episode_id, agency_id, standing, tiers)
     select c.id, c.episode_id, g.id, 'included', '{0,1,2}' from consents c, agencies g
     where c.decision = 'given' and not exists (select from consent_agencies a where a.consent_id = c.id and a.agency_id = g.id)`,
  ),
  refreshesGrants(
    'consent_agencies.refresh_grants_on_update',
    `update consent_agencies set tiers = '{0}' where standing = 'included'`,
  ),
  refreshesGrants(
    'consent_people.refresh_grants_on_insert',
    `insert into consent_people select c.id, c.episode_id, x.practitioner_id, 'excluded' from consents c
     join authorships x on x.episode_id = c.episode_id on conflict do nothing`,
  ),
  refreshesGrants(
    'consent_people.refresh_grants_on_update',
    `update consent_people set standing = 'readmitted'`,
  ),
  refreshesGrants(
    'consent_withdrawals.refresh_grants_on_insert',
    `insert into consent_withdrawals (id, consent_id, episode_id, withdrawn_by, capacity, safeguarding_concern, recorded_by, withdrawn_at)
     select gen_random_uuid(), c.id, c.episode_id, 'Invented', 'adult', false, c.recorded_by, c.recorded_at + interval '1 minute'
     from consents c where c.decision in ('given', 'given_in_part')`,
  ),
  refreshesGrants(
    'consent_withdrawals.refresh_grants_on_update',
    `update consent_withdrawals set withdrawn_at = timestamptz '2026-11-19 23:00Z'`,
  ),
  refreshesGrants(
    'step_ups.refresh_grants_on_insert',
    `insert into step_ups (id, episode_id, reason, family_agreement, raised_by, raised_role, raised_at)
     select gen_random_uuid(), e.id, 'Invented', 'agreed', e.opened_by, 'practitioner', e.opened_at from episodes e
     where not exists (select from step_ups u where u.episode_id = e.id)`,
  ),
  refreshesGrants(
    'step_ups.refresh_grants_on_update',
    `update step_ups set outcome = 'advice', outcome_by = raised_by, outcome_at = raised_at + interval '1 hour'`,
  ),
  refreshesGrants(
    'episode_children.refresh_grants_on_insert',
    `insert into episode_children (episode_id, child_id, position)
     select e.id, k.id, 2 from episodes e, children k
     where not exists (select from episode_children f where f.child_id = k.id and f.ended_at is null)
       and not exists (select from episode_children f where f.child_id = k.id and f.episode_id = e.id) order by e.id, k.id limit 1`,
  ),
  refreshesGrants('episode_children.refresh_grants_on_update', 'update episode_children set position = 2'),
  refreshesGrants(
    'episodes.refresh_grants_on_insert',
    `insert into episodes (id, opened_at, authority_id, opened_by, opening_agency_id)
     select gen_random_uuid(), opened_at, authority_id, opened_by, opening_agency_id from episodes limit 1`,
  ),
  refreshesGrants(
    'episodes.refresh_grants_on_update',
    `update episodes e set closed_at = opened_at + interval '1 day' where closed_at is null and ${NO_OPEN_CONCERN}`,
  ),
  refreshesGrants(
    'children.refresh_grants',
    `update children k set locality_id = (select l.id from localities l where l.id <> k.locality_id order by l.id limit 1)`,
  ),
  refreshesGrants(
    'declared_relatives.refresh_grants',
    `insert into declared_relatives select e.opened_by, f.child_id, 'aunt_or_uncle', e.opened_at
     from episodes e join episode_children f on f.episode_id = e.id on conflict do nothing`,
  ),
  refreshesGrants(
    'lead_professional_deputies.refresh_grants_on_insert',
    `alter table lead_professional_deputies disable trigger prepare_deputy;
     insert into lead_professional_deputies (id, appointment_id, episode_id, practitioner_id, agency_id, begins_on, ends_on, named_by, named_at)
     select gen_random_uuid(), l.id, l.episode_id, o.practitioner_id, l.agency_id, date '2026-11-19', date '2026-12-01', l.practitioner_id, l.began_at
     from lead_professional_appointments l join posts o on o.agency_id = l.agency_id and o.practitioner_id <> l.practitioner_id where l.ended_at is null`,
  ),
  refreshesGrants(
    'lead_professional_deputies.refresh_grants_on_update',
    `alter table lead_professional_deputies disable trigger end_deputyship;
     update lead_professional_deputies set ended_at = named_at + interval '30 days'`,
  ),
  refreshesGrants(
    'panel_items.refresh_grants_on_insert',
    `insert into panel_items (id, meeting_id, episode_id, question, put_by, put_at)
     select gen_random_uuid(), m.id, x.episode_id, 'Invented', x.practitioner_id, timestamptz '2026-11-10'
     from panel_meetings m join panel_members p on p.panel_id = m.panel_id join authorships x on x.agency_id = p.agency_id
     on conflict do nothing`,
  ),
  refreshesGrants(
    'panel_items.refresh_grants_on_update',
    `update panel_items set removed_at = put_at + interval '1 hour'`,
  ),
  refreshesGrants(
    'panel_members.refresh_grants',
    `insert into panel_members (id, panel_id, practitioner_id, agency_id, joined_at)
     select gen_random_uuid(), p.id, e.opened_by, e.opening_agency_id, timestamptz '2026-10-01' from panels p, panel_items i
     join episodes e on e.id = i.episode_id on conflict do nothing`,
  ),
  {
    trigger: 'panel_meetings.refresh_grants',
    change: `insert into panel_members (id, panel_id, practitioner_id, agency_id, joined_at)
       select gen_random_uuid(), p.id, e.opened_by, e.opening_agency_id, timestamptz '2026-10-01' from panels p, panel_items i
       join episodes e on e.id = i.episode_id on conflict do nothing;
     update panel_meetings set cancelled_at = timestamptz '2026-11-10'`,
    done: GRANTS_ARE_CURRENT,
  },
  refreshesGrants(
    'emergency_accesses.refresh_grants_on_insert',
    `alter table emergency_accesses disable trigger prepare_emergency_access;
     insert into emergency_accesses select gen_random_uuid(), e.id, x.seconded_by, x.agency_id, x.role, x.reason_code, x.reason, x.lawful_basis,
       1, '{}', false, 4, x.asked_at, false, null, null, x.begins_at, x.lapses_at, null, x.review_due_on from emergency_accesses x, episodes e where x.seconded_by is not null`,
  ),
  refreshesGrants(
    'emergency_accesses.refresh_grants_on_update',
    `alter table emergency_accesses disable trigger check_emergency_change; update emergency_accesses set ended_at = begins_at + interval '1 minute'`,
  ),
  refreshesGrants(
    'case_audit_draws.refresh_grants_on_insert',
    `insert into case_audit_draws select u.id, e.id, timestamptz '2026-11-10' from case_audits u, episodes e
     where e.opening_agency_id <> u.auditor_agency_id on conflict do nothing`,
  ),
  refreshesGrants(
    'case_audit_draws.refresh_grants_on_update',
    `update case_audit_draws set drawn_at = drawn_at + interval '1 day'`,
  ),
  refreshesGrants('case_audits.refresh_grants', `update case_audits set ended_at = timestamptz '2026-11-15'`),
  refreshesGrants('child_carers.refresh_grants', `update child_carers set parental_responsibility = 'no'`),
  refreshesConcealments(
    'child_carers.refresh_concealments',
    `update child_carers set lives_with_child = true; insert into child_carers
     select k.id, l.carer_id, 'other', 'no', true, l.recorded_by from children k, child_carers l join shields s on s.child_id = l.child_id
     on conflict do nothing`,
  ),
  {
    trigger: 'shields.refresh_concealments',
    change: `alter table shields disable trigger prepare_shield; insert into shields
       (id, child_id, grounds, requested_by, requester_capacity, recorded_by, requested_at, decide_by)
       select gen_random_uuid(), id, 'adoption', 'Invented', 'adult', recorded_by, recorded_at, date '2026-11-30' from children`,
    done: CONCEALMENTS_ARE_CURRENT,
  },
  refreshesConcealments(
    'shield_unsafe_carers.refresh_concealments',
    `update child_carers set lives_with_child = true; insert into child_carers
       select k.id, l.carer_id, 'other', 'no', true, l.recorded_by from children k, child_carers l join shields s on s.child_id = l.child_id
       on conflict do nothing;
     insert into shield_unsafe_carers select s.id, s.child_id, l.carer_id from shields s join child_carers l on l.child_id = s.child_id
       where s.ended_at is null on conflict do nothing`,
  ),
  {
    trigger: 'children.index_new_children',
    change: `insert into children (id, given_names, family_name, sex, date_of_birth, recorded_by, recorded_at)
      select '00000000-0000-7000-8000-00000000d001', 'Zebedee', 'Quince', 'U', date '2020-01-01', recorded_by, recorded_at from children limit 1`,
    done: `select exists (select from child_name_keys where words @> '{zebedee}') and exists (select from name_words where word = 'quince')`,
  },
  {
    trigger: 'children.index_names',
    change: `update children set family_name = 'Quincewood'`,
    done: `select count(*) > 0 and bool_and(k.words @> '{quincewood}') from child_name_keys k where k.name_id = k.child_id`,
  },
  {
    trigger: 'child_names.index_names',
    change: `insert into child_names (id, child_id, kind, given_names, recorded_by, recorded_at)
      select gen_random_uuid(), id, 'former', 'Zebedee', recorded_by, recorded_at from children`,
    done: `select count(*) > 0 from child_name_keys where words = '{zebedee}'`,
  },
  {
    trigger: 'child_name_keys.forget_words',
    change: `update children set given_names = 'Zebedee', family_name = ''; delete from child_name_keys where name_id <> child_id`,
    done: `select count(*) = 1 from name_words`,
  },
  {
    trigger: 'practitioners.order_by_name',
    change: `update practitioners set name = 'Öykü'`,
    done: `select bool_and(starts_with(encode(name_order, 'escape'), 'oyku')) from practitioners`,
  },
];
