import { CONSTRAINT_MESSAGES, LISTS } from '../../../apps/bridges/src/http/constraint-messages.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

/**
 * Where two requests race past the check of a service, the database refuses, and the person is told by the name of the
 * constraint. Each feature has its list.
 */
let testApp: TestApp;
let names: { kind: 'check' | 'unique' | 'raised'; name: string }[];

/** Codes that every request is checked for, and columns that one service sets together: no request can set only some of them. */
const SET_TOGETHER = [
  'agency_closures_agreed',
  'agency_closures_called_off',
  'calendar_feeds_ended',
  'carer_changes_differs',
  'carer_contacts_safe_to_contact',
  'carer_stays_ended',
  'carer_stays_pattern',
  'carer_ties_ended',
  'carer_ties_kind',
  'carer_ties_one_way',
  'child_carer_changes_differs',
  'child_carers_basis',
  'child_carers_emergency_order',
  'child_carers_ended',
  'child_carers_evidence',
  'child_carers_restriction',
  'child_carers_restriction_basis',
  'child_deaths_date',
  'child_deaths_undone',
  'child_distinctions_one_way',
  'child_distinctions_reason',
  'child_merges_decided',
  'child_merges_decision',
  'child_merges_decision_reason',
  'child_merges_reason',
  'child_merges_two_children',
  'child_merges_undone',
  'child_names_sealed',
  'child_stays_ended',
  'child_stays_pattern',
  'child_ties_ended',
  'child_ties_kind',
  'child_ties_one_way',
  'closure_proposals_ended',
  'closures_undone',
  'departures_undone',
  'drafts_about_one',
  'entries_author',
  'episode_child_changes_other',
  'episode_child_changes_reason',
  'episode_children_added',
  'episode_children_removed',
  'households_kind',
  'level_decisions_decided',
  'mails_finished',
  'mails_kind',
  'mails_reason',
  'meeting_moves_what',
  'messages_about',
  'next_review_dates_to_come',
  'practitioners_taken_up',
  'provisioned_people_deleted',
  'reference_areas_dates',
  'reference_organisations_dates',
  'reference_postcodes_dates',
  'reference_schools_dates',
  'safety_concerns_answer',
  'safety_concerns_checklist',
  'safety_concerns_reference',
  'service_tokens_ended',
  'service_tokens_life',
  'statement_checks_language',
  'statement_checks_qualification',
  'statement_checks_translator',
  'statement_checks_wording',
  'webhook_deliveries_finished',
  'webhook_deliveries_reason',
  'webhooks_ended',
];

beforeAll(async () => {
  testApp = await openTestApp();
  names = await testApp.asOwner(NAMES);
}, 120_000);
afterAll(() => testApp.close());

const has = (name: string): boolean => Object.hasOwn(CONSTRAINT_MESSAGES, name);

test('a name stands in the list of one feature', () => {
  const all = LISTS.flatMap((list) => Object.keys(list));
  expect(all.length).toBeGreaterThan(40);
  expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
});

test('each name is one of the database: a constraint, a unique index, or what a function raises', async () => {
  const written = Object.keys(CONSTRAINT_MESSAGES);
  const inFunctions = await testApp.asOwner<{ name: string }>(IN_FUNCTIONS, [written]);
  const known = new Set([...names, ...inFunctions].map(({ name }) => name));
  expect(written.filter((name) => !known.has(name))).toEqual([]);
});

test('whatever a trigger raises has a message', () => {
  const raised = names.filter(({ kind }) => kind === 'raised').map(({ name }) => name);
  expect(raised.length).toBeGreaterThan(15);
  expect(raised.filter((name) => !has(name))).toEqual([]);
});

test('a check that was given a name has a message, unless no request can break it', () => {
  const checks = names.filter(
    ({ kind, name }) => kind === 'check' && !/_(check|key|fkey|pkey|excl)\d*$/.test(name),
  );
  expect(
    checks
      .map(({ name }) => name)
      .filter((name) => !has(name))
      .sort(),
  ).toEqual(SET_TOGETHER);
});

const IN_OURS = "in ('public', 'access', 'audit', 'platform', 'auth')";
const NAMES = `
  select case when c.contype = 'u' then 'unique' else 'check' end as kind, conname as name
    from pg_constraint c join pg_namespace n on n.oid = c.connamespace
    where n.nspname ${IN_OURS} and c.contype in ('c', 'u', 'x') and c.conrelid <> 0
  union select 'unique', c.relname from pg_index i join pg_class c on c.oid = i.indexrelid
    join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and i.indisunique
  union select 'raised', m[1] from pg_proc p join pg_namespace n on n.oid = p.pronamespace,
    regexp_matches(p.prosrc, '(?:constraint = |reject_consent\\()''([a-z_0-9]+)''', 'g') m where n.nspname ${IN_OURS}`;

const IN_FUNCTIONS = `
  select distinct name from unnest($1::text[]) name, pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname ${IN_OURS} and position(quote_literal(name) in p.prosrc) > 0`;
