import type { Column } from '../rls/catalogue.js';

/** Columns that this person learns in another way, and of which rows: the index, who gave consent, their own acts. */
export const LEARNT_INDIRECTLY: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  children: Object.fromEntries(
    [
      ...['given_names', 'family_name', 'sex'],
      ...['date_of_birth', 'expected_date', 'birth_period', 'estimated_age', 'estimated_on'],
    ].map((column) => [column, 't.id = any({indexed})']),
  ),
  consents: Object.fromEntries(
    ['decided_by', 'decided_on', 'valid_until'].map((column) => [column, 't.episode_id {family.read}']),
  ),
  // The retention date counts from closing, and record keepers are told it.
  closures: { closed_on: 't.episode_id {retention.read}' },
};

/** Rows that this person learns of in another way, so that they are neither changed nor copied. */
export const KNOWN_INDIRECTLY: Readonly<Record<string, string>> = {
  // No one reads the keys of names: they are derived, and made anew once the names have changed.
  child_name_keys: 'true',
  name_words: 'true',
  // A name by which a child of the index is found, unless it is sealed.
  child_names: 't.sealed_at is null and t.child_id = any({indexed})',
  // The person asked to explain learns the day and the count, without reading the concern.
  access_concerns: 't.practitioner_id = {me}',
  // The system administrator is told how many emails there are, and why some failed; nothing else of them.
  mails: '{allows outbox.read}',
  // The log of their agency's own webhooks: kinds and answers.
  webhook_deliveries: `{allows webhook.manage} and t.webhook_id in (select w.id from webhooks w where w.agency_id = {agency})`,
};

/** Tables where a further row changes a total that this person may see; there, none is added. */
export const NOT_ADDED: Readonly<Record<string, string>> = {
  episodes: '{allows figures.read}',
  // A child without an episode is visible to the person who recorded it. Further children come with their families.
  children: 'true',
  // The head of the sealed log states how many entries there are.
  'audit.entries': '{allows log.read}',
};

/** Columns that decide consent: every later consent or withdrawal derives grants from them. */
export const DECIDING: readonly string[] = [
  'consent_people.standing',
  'consent_agencies.standing',
  'consent_agencies.tiers',
  'consent_agencies.topics',
  // A coordinator does not answer their own question.
  'access_questions.asked_by',
];

/** Tables with nothing to change: they only link rows, or record consent. */
export const UNCHANGEABLE = [
  // Made anew from the names, once those have changed.
  ...['child_name_keys', 'name_words'],
  ...[
    'audit.leaves',
    'consent_agencies',
    'consent_children',
    'consent_people',
    'mail_messages',
    'shield_unsafe_carers',
  ],
];

/** Other values for such a column; the first that all its constraints allow is used. */
export function otherValues(table: string, { name, type }: Column, isPerson: boolean, me: string): string[] {
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
