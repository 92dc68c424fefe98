import { ApiClient } from '../support/api-client.js';
import { pageRoutes } from '../support/routes.js';
import type { World } from '../support/world.js';
import type { Asking } from './asking.js';
import { sampleOf, type Schema } from './samples.js';

/** An id of nothing, in no world. */
export const NEVER = '01a00000-0000-7000-8000-00000000dead';
const GET = 0;
const OF_EACH = 1;
/** The two that everything hangs on are looked at more. */
const MORE: Readonly<Record<string, number>> = { episodes: 2, children: 2 };

/** What the ids of a way are ids of, by the word that stands before them. */
const TABLES: Readonly<Record<string, string>> = {
  episodes: 'episodes',
  children: 'children',
  agencies: 'agencies',
  teams: 'teams',
  practitioners: 'practitioners',
  people: 'practitioners',
  services: 'directory_services',
  meetings: 'tac_meetings',
  'access-concerns': 'access_concerns',
  mine: 'access_concerns',
  rules: 'watch_rules',
  'watch-rules': 'watch_rules',
  'rights-requests': 'rights_requests',
  requests: 'rights_requests',
  reviews: 'reviews',
  team: 'team_members',
  proposals: 'lead_professional_proposals',
  deputies: 'lead_professional_deputies',
  outcomes: 'plan_outcomes',
  actions: 'plan_actions',
  consents: 'consents',
  withdrawals: 'consent_withdrawals',
  'emergency-accesses': 'emergency_accesses',
  'index-questions': 'index_questions',
  'index-matches': 'index_question_matches',
  corrections: 'corrections',
  panels: 'panels',
  members: 'panel_members',
  'panel-meetings': 'panel_meetings',
  'panel-items': 'panel_items',
  'access-log': 'audit.entries',
  entries: 'audit.entries',
  'access-questions': 'access_questions',
  retention: 'destruction_proposals',
  'retention-holds': 'retention_holds',
  'destruction-proposals': 'destruction_proposals',
  'step-ups': 'step_ups',
  shields: 'shields',
  names: 'shield_names',
  support: 'support_namings',
  audits: 'case_audits',
  versions: "(values ('1')) as v(id)",
  sections: "(values ('child')) as v(id)",
  elements: "(values ('health')) as v(id)",
};

interface Place {
  readonly id: string;
  readonly within: string | null;
  readonly known: boolean;
}
export interface Act {
  readonly verb: string;
  readonly path: string;
  readonly body: object;
}
interface Operation {
  readonly requestBody?: { content?: Record<string, { schema: Schema }> };
}
interface Description {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { schemas: Record<string, Schema> };
}

/** Every page, every answer of the API and every act, filled with ids within one person's reach and outside it. */
export class Ways {
  readonly pages: string[] = [];
  readonly gets: string[] = [];
  readonly hiddenPages: string[] = [];
  readonly hiddenGets: string[] = [];
  readonly acts: Act[] = [];

  learntBySearching = /^never$/;

  private constructor(private readonly places: ReadonlyMap<string, readonly Place[]>) {}

  static async of(asking: Asking, persona: string, world: World): Promise<Ways> {
    const ways = new Ways(await placesOf(asking, persona));
    const fromIndex = await asking.as(persona, async (client) => {
      const { rows } = await client.query<{ yes: boolean }>(
        "select access.allows('emergency.ask_from_index') as yes",
      );
      return rows[0]!.yes;
    });
    for (const { path, method } of pageRoutes) {
      if (method !== GET || /sign-in|^\/health/.test(path)) continue;
      const way = path.replaceAll(/:(\w+)/g, '{$1}').replace(/(.)\/$/, '$1');
      ways.pages.push(...ways.filled(way, true), ...ways.filled(way, false));
      ways.hiddenPages.push(...ways.filled(way, false).filter((one) => one !== way));
    }
    const described = (await new ApiClient(world.server, '').get('/openapi.json')).body as Description;
    for (const [path, verbs] of Object.entries(described.paths)) {
      const way = path.replace(/^\/api\/v1/, '');
      if (/^\/(demo|session|health)/.test(way)) continue;
      for (const [verb, operation] of Object.entries(verbs)) ways.add(verb, way, operation, described);
    }
    // By searching, some learn that there is an episode, so as to be able to ask for it in an emergency.
    if (fromIndex) ways.learntBySearching = /\/emergency-access$/;
    return ways;
  }

  private add(verb: string, way: string, operation: Operation, described: Description): void {
    if (verb === 'get') {
      this.gets.push(...this.filled(way, true), ...this.filled(way, false));
      if (way.includes('{')) this.hiddenGets.push(...this.filled(way, false));
    } else if (['post', 'put', 'patch'].includes(verb) && way.includes('{')) {
      const schema = operation.requestBody?.content?.['application/json']?.schema;
      const body = (schema ? sampleOf(schema, described.components.schemas) : {}) as object;
      for (const path of this.filled(way, false).slice(0, 1)) this.acts.push({ verb, path, body });
    }
  }

  private filled(way: string, known: boolean): string[] {
    const named = [...way.matchAll(/([\w-]+)\/\{/g)].map((match) => match[1]!);
    if (named.length === 0) return known ? [way] : [];
    const places = this.of(named.at(-1)!, way);
    const most = MORE[TABLES[named[0]!]!] ?? OF_EACH;
    if (named.length === 1)
      return places
        .filter((place) => place.known === known)
        .slice(0, most)
        .map(({ id }) => way.replace(/\{\w+\}/, id));
    // A part stands within its whole, if it says which that is.
    return this.of(named[0]!, way)
      .filter((whole) => whole.known === known)
      .flatMap((whole) => {
        const part = places.find(({ within }) => within === whole.id || within === null);
        return part ? [way.replace(/\{\w+\}/, whole.id).replace(/\{\w+\}/, part.id)] : [];
      })
      .slice(0, most);
  }

  private of(word: string, way: string): readonly Place[] {
    const found = this.places.get(TABLES[word]!);
    if (!found) throw new Error(`What are the ids of ${way}? Say so in TABLES.`);
    return found;
  }
}

async function placesOf(asking: Asking, persona: string): Promise<Map<string, Place[]>> {
  const places = new Map<string, Place[]>();
  for (const table of new Set(Object.values(TABLES))) {
    if (table.startsWith('(')) {
      const { rows } = await asking.admin.query<{ id: string }>(`select id from ${table}`);
      places.set(table, [
        ...rows.map(({ id }) => ({ id, within: null, known: true })),
        ...rows.map(({ id }) => ({ id, within: null, known: false })),
      ]);
      continue;
    }
    const { rows } = await asking.admin.query<{ id: string; row: Record<string, string> }>(
      `select ${table === 'watch_rules' ? 'rule' : 'id'} as id, to_jsonb(t) as row from ${table} t order by 1`,
    );
    const known = await asking
      .as(persona, (client) =>
        client.query<{ id: string }>(`select ${table === 'watch_rules' ? 'rule' : 'id'} as id from ${table}`),
      )
      .then((answer) => new Set(answer.rows.map(({ id }) => id)))
      .catch(() => new Set<string>());
    places.set(
      table,
      rows.map(({ id, row }) => ({
        id,
        within: row['episode_id'] ?? row['shield_id'] ?? row['panel_id'] ?? null,
        known: known.has(id),
      })),
    );
  }
  return places;
}
