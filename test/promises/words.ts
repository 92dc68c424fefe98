import type pg from 'pg';
import type { Asking } from './asking.js';
import type { Who } from './who.js';

/** Puts what is so of one person into a text about everybody. */
export type Words = (text: string) => string;

export async function wordsOf(asking: Asking, persona: string, whos: readonly Who[]): Promise<Words> {
  const actor = asking.actor(persona);
  const uuid = (id: string | null): string => (id ? `'${id}'::uuid` : 'null::uuid');
  const known = new Map<string, string>([
    ['me', uuid(actor.practitionerId)],
    ['agency', uuid(actor.agencyId)],
    ['team', uuid(actor.teamId)],
    ['authority', `(select authority_id from agencies where id = '${actor.agencyId}')`],
    ['now', 'platform.now()'],
    ['indexed', 'array(select child_id from access.indexed_children)'],
    ['indexed episodes', 'array(select episode_id from access.indexed_children)'],
    [
      'cut',
      `array(select c.episode_id from access.cuts c where c.practitioner_id = '${actor.practitionerId}'
        and c.begins <= platform.now() and c.ends > platform.now())`,
    ],
  ]);
  const asked = new Set([...JSON.stringify(whos).matchAll(/\{([a-z_. ]+)\}/g)].map((match) => match[1]!));
  await asking.as(persona, async (client) => {
    for (const name of asked) if (!known.has(name)) known.set(name, await answer(client, name));
  });
  return (text) => text.replaceAll(/\{([a-z_. ]+)\}/g, (_, name: string) => known.get(name)!);
}

const LISTS: Readonly<Record<string, [sql: string, type: string]>> = {
  topics: ['select t as one from access.topics() t', 'text'],
  contact: ['select c as one from access.may_contact() c', 'uuid'],
  shields: ['select s as one from access.known_shields() s', 'uuid'],
  'named by me': ['select s as one from access.known_shields() s where access.may_name_on_shield(s)', 'uuid'],
};

async function answer(client: pg.Client, name: string): Promise<string> {
  const [kind, permission] = name.split(' ');
  if (LISTS[name]) return list(client, ...LISTS[name]);
  if (kind === 'allows') {
    const { rows } = await client.query<{ yes: boolean }>('select access.allows($1) as yes', [permission]);
    return String(rows[0]!.yes);
  }
  if (kind === 'child')
    return `= any(${await list(client, 'select k as one from access.may_child($1) k', 'uuid', permission)})`;
  return `= any(${await list(client, 'select e as one from access.may($1) e', 'uuid', name)})`;
}

async function list(client: pg.Client, sql: string, type: string, value?: string): Promise<string> {
  const { rows } = await client.query<{ one: string }>(sql, value === undefined ? [] : [value]);
  return `'{${rows.map(({ one }) => `"${one}"`).join(',')}}'::${type}[]`;
}
