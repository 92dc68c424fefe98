import type { Column } from '../rls/catalogue.js';

/** What others learn of a row by another way, and of which rows: the index, who agreed, what they themselves did. */
export const LEARNT_OTHERWISE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  children: Object.fromEntries(
    ['given_names', 'family_name', 'also_known_as', 'sex', 'date_of_birth', 'expected_date'].map((column) => [
      column,
      't.id = any({indexed})',
    ]),
  ),
  consents: Object.fromEntries(
    ['decided_by', 'decided_on', 'valid_until'].map((column) => [column, 't.episode_id {family.read}']),
  ),
  // How long a record is kept counts from its closing, and whoever keeps records is told how long.
  closures: { closed_on: 't.episode_id {retention.read}' },
};

/** Rows that somebody learns of by another way, and of which therefore nothing is changed, nor is there one more. */
export const KNOWN_OTHERWISE: Readonly<Record<string, string>> = {
  // Whoever is asked why learns for which day and how often, without reading the concern.
  access_concerns: 't.practitioner_id = {me}',
};

/** Whoever is told numbers of everybody is told of one more: of these there is none, where this is so. */
export const NO_MORE: Readonly<Record<string, string>> = {
  episodes: '{allows figures.read}',
  // A child of no episode is for whoever recorded it. More children come with their families.
  children: 'true',
  // The head of the sealed log says how many entries there are.
  'audit.entries': '{allows log.read}',
};

/** What the family's word rests on, from which everybody's reach is found anew as soon as somebody agrees or withdraws. */
export const DECIDING: readonly string[] = [
  'consent_people.standing',
  'consent_agencies.standing',
  'consent_agencies.tiers',
  'consent_agencies.topics',
  // Nobody answers a question of their own.
  'access_questions.asked_by',
];

/** Tables in which there is nothing to change: they say what belongs together, and who agreed to whom. */
export const UNCHANGING = ['audit.leaves', 'consent_agencies', 'consent_people', 'shield_unsafe_carers'];

/** Another value that such a column could hold; the first of these that all its rules allow is taken. */
export function otherwise(table: string, { name, type }: Column, isPerson: boolean, me: string): string[] {
  const another = `coalesce((select x."${name}" from ${table} x where x."${name}" is distinct from t."${name}" order by 1 limit 1), t."${name}")`;
  if (isPerson)
    return [
      `(select p.id from practitioners p where p.id <> t."${name}" and p.id <> ${me} order by p.id limit 1)`,
    ];
  if (type === 'text') return [`t."${name}" || ' otherwise'`, another];
  if (type === 'date') return [`t."${name}" + 3`];
  if (type.startsWith('timestamp')) return [`t."${name}" - interval '1 hour'`];
  if (type === 'smallint' || type === 'integer') return [`1 + t."${name}" % 3`, another];
  if (type === 'boolean') return [`not t."${name}"`];
  if (type === 'jsonb') return [`t."${name}" || '{"otherwise": "otherwise"}'::jsonb`];
  if (type.endsWith('[]')) return [another];
  return [];
}
