import { type PersonaDatabase, UNAUTHENTICATED } from './persona-database.js';
import type { TablePermissions } from './table-permissions.js';

/** Replaces the placeholders of a permission with one person's values. */
export type Fill = (text: string) => string;

export async function fillFor(
  personaDb: PersonaDatabase,
  persona: string,
  permissions: readonly TablePermissions[],
): Promise<Fill> {
  const actor = personaDb.actor(persona);
  const uuid = (id: string | null): string => (id ? `'${id}'::uuid` : 'null::uuid');
  const excluded = `array(select c.episode_id from access.exclusions c where c.practitioner_id = ${uuid(actor.practitionerId)}
    and c.begins <= platform.now() and c.ends > platform.now())`;
  // The index shows nothing to people excluded by the family, by name or with their agency.
  const indexed = `from access.indexed_children where not episode_id = any(${excluded})
    and not episode_id in (select episode_id from consent_agencies
      where standing = 'excluded' and agency_id = ${uuid(actor.agencyId)})`;
  const known = new Map<string, string>([
    ['me', uuid(actor.practitionerId)],
    ['agency', uuid(actor.agencyId)],
    ['team', uuid(actor.teamId)],
    ['authority', `(select authority_id from agencies where id = ${uuid(actor.agencyId)})`],
    ['now', 'platform.now()'],
    ['indexed', `array(select child_id ${indexed})`],
    ['indexed episodes', `array(select episode_id ${indexed})`],
    ['excluded', excluded],
    ['open', 'array(select id from episodes where closed_at is null)'],
  ]);
  known.set('signed in', String(persona !== UNAUTHENTICATED));
  const others = `id is distinct from ${uuid(actor.agencyId)}`;
  known.set('sensitive agencies', `array(select id from agencies where sensitive and ${others})`);
  known.set(
    'revealing agencies',
    `array(select id from agencies where kind in (select kind from access.location_revealing_kinds) and ${others})`,
  );
  for (const kind of ['sensitive', 'revealing'])
    known.set(
      `people of ${kind} agencies`,
      `array(select practitioner_id from posts where agency_id = any(${known.get(`${kind} agencies`)!})
        and practitioner_id is distinct from ${uuid(actor.practitionerId)})`,
    );
  const asked = new Set(
    [...JSON.stringify(permissions).matchAll(/\{([a-z_. ]+)\}/g)].map((match) => match[1]!),
  );
  const unknown = [...asked].filter((name) => !known.has(name));
  if (unknown.length > 0) {
    const { rows } = await personaDb.as(persona, (client) =>
      client.query<Record<string, string>>(
        `select ${unknown.map((name, place) => `${answerTo(name)} as "${place}"`).join(', ')}`,
      ),
    );
    for (const [place, name] of unknown.entries()) known.set(name, rows[0]![String(place)]!);
  }
  return (text) => text.replaceAll(/\{([a-z_. ]+)\}/g, (_, name: string) => known.get(name)!);
}

/** Values that only a signed-in person can query: by name, a query of one column, and its type. */
const LISTS: Readonly<Record<string, readonly [sql: string, type: string]>> = {
  topics: ['access.topics()', 'text'],
  'agreed topics': ['access.agreed_topics()', 'text'],
  contact: ['access.may_contact()', 'uuid'],
  'contact carers': ['access.may_contact_carer()', 'uuid'],
  'hidden households': ['access.hidden_households()', 'uuid'],
  shields: ['access.known_shields()', 'uuid'],
  'shields to name on': [
    '(select s from access.known_shields() s where access.may_name_on_shield(s))',
    'uuid',
  ],
  'hidden episodes': ['access.hidden_episodes()', 'uuid'],
  'suppressed messages': ['access.suppressed_messages()', 'uuid'],
  'unrepeatable answers': ['access.answers_not_to_repeat()', 'text'],
  'concerns to review': ['access.concerns_to_review()', 'uuid'],
  'matches to answer': ['access.matches_to_answer()', 'uuid'],
  'questions to answer': ['access.questions_to_answer()', 'uuid'],
  'relatives and excluded': ['access.excluded_children()', 'uuid'],
};

function answerTo(name: string): string {
  const [kind, permission] = name.split(' ');
  if (LISTS[name]) return list(...LISTS[name], '');
  if (kind === 'allows') return `access.allows('${permission}')::text`;
  if (kind === 'child') return list(`access.may_child('${permission}')`, 'uuid', '= any');
  return list(`access.may('${name}')`, 'uuid', '= any');
}

/** SQL for an array of all values of a query, or for membership in it. */
const list = (from: string, type: string, any: string): string =>
  `'${any ? `${any}(` : ''}' || quote_literal(array(select distinct one::text from ${from} x (one))) || '::${type}[]${any ? ')' : ''}'`;
