import { ApiClient } from '../support/api-client.js';
import { pageRoutes } from '../support/routes.js';
import type { TestApp } from '../support/test-app.js';
import type { PersonaDatabase } from '../rls/persona-database.js';
import { isAdded } from './families.js';
import { sampleOf, type Schema } from './samples.js';

/** An unknown id, in neither world. */
export const UNKNOWN_ID = '01a00000-0000-7000-8000-00000000dead';
const INVENTED_SECRET = 'x'.repeat(43);
/** HTTP verbs as Nest numbers them. */
const GET = 0;
const POST = 1;
const OF_EACH = 1;
/** How many values of each list filter are tried. */
const CHOICES = 4;
/** Acts that end the session, or lawfully reveal what was hidden. */
const ENDING_ACTS = /\/(switch-post|sign-out|session|emergency-access)$/;
/** Episodes and children are visited more, because everything depends on them. */
const MORE: Readonly<Record<string, number>> = { episodes: 2, children: 2 };

/** The table that a route's ids belong to, by the path segment before the id. */
const TABLES: Readonly<Record<string, string>> = {
  episodes: 'episodes',
  children: 'children',
  agencies: 'agencies',
  teams: 'teams',
  practitioners: 'practitioners',
  people: 'practitioners',
  administrator: 'practitioners',
  'hand-overs': 'practitioners',
  posts: 'posts',
  services: 'directory_services',
  schools: 'child_schools',
  references: 'child_references',
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
  holds: 'retention_holds',
  proposal: 'destruction_proposals',
  messages: 'messages',
  calendar: 'calendar_feeds',
  webhooks: 'webhooks',
  drafts: 'drafts',
  // No reader reads the table; each id is as unknown as another.
  searches: 'auth.kept_inputs',
  'own-searches': 'auth.kept_inputs',
  new: 'auth.kept_inputs',
  'service-tokens': 'auth.service_tokens',
  'identity-providers': 'auth.identity_providers',
  'single-sign-on': 'auth.identity_providers',
  with: 'auth.identity_providers',
  'destruction-proposals': 'destruction_proposals',
  'closure-proposals': 'closure_proposals',
  'step-ups': 'step_ups',
  'safety-concerns': 'safety_concerns',
  carers: 'carers',
  pairs: 'children',
  and: 'children',
  merges: 'child_merges',
  'child-ties': 'child_ties',
  'carer-ties': 'carer_ties',
  homes: 'households',
  stays: 'child_stays',
  localities: 'localities',
  shields: 'shields',
  names: 'shield_names',
  'other-names': 'child_names',
  support: 'support_namings',
  audits: 'case_audits',
  versions: "(values ('1')) as v(id)",
  compared: "(values ('1')) as v(id)",
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
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema?: Schema;
}
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { content?: Record<string, { schema: Schema }> };
}
interface Description {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { schemas: Record<string, Schema> };
}

/** Every page, API answer and act, with ids within one person's reach and outside it. */
export class Ways {
  readonly pages: string[] = [];
  readonly gets: string[] = [];
  readonly hiddenPages: string[] = [];
  readonly hiddenGets: string[] = [];
  /** Acts on hidden ids, and on ids within reach. */
  readonly acts: Act[] = [];
  readonly ownActs: Act[] = [];

  learntBySearching = /^never$/;

  private constructor(
    private readonly places: ReadonlyMap<string, readonly Place[]>,
    private readonly more: Readonly<Record<string, number>>,
  ) {}

  static async of(personaDb: PersonaDatabase, persona: string, testApp: TestApp, more = MORE): Promise<Ways> {
    const ways = new Ways(await placesOf(personaDb, persona), more);
    const fromIndex = await personaDb.as(persona, async (client) => {
      const { rows } = await client.query<{ yes: boolean }>(
        "select access.allows('emergency.ask_from_index') as yes",
      );
      return rows[0]!.yes;
    });
    for (const { path, method } of pageRoutes) {
      if (/sign-in|sign-out|switch-post|passkeys\/:|^\/(?:health|sessions|tokens|account$)/.test(path))
        continue;
      const way = path.replaceAll(/:(\w+)/g, '{$1}').replace(/(.)\/$/, '$1');
      const hidden = ways.filled(way, false).filter((one) => one !== way);
      if (method === GET) {
        // These files hold the moment in which they were made; copy.txt holds the same document.
        if (!/copy\.(?:docx|pdf)$/.test(way)) ways.pages.push(...ways.filled(way, true));
        ways.hiddenPages.push(...hidden);
      } else if (method === POST)
        for (const one of hidden.slice(0, 1)) ways.acts.push({ verb: 'submit', path: one, body: {} });
    }
    const described = (await new ApiClient(testApp.server, '').get('/openapi.json')).body as Description;
    for (const [path, verbs] of Object.entries(described.paths)) {
      const way = path.replace(/^\/api\/v1/, '');
      if (/^\/(demo|session|health|me\/(sessions|tokens))/.test(way)) continue;
      for (const [verb, operation] of Object.entries(verbs)) ways.add(verb, way, operation, described);
    }
    // Those who may ask for emergency access from the index learn by searching that an episode exists.
    if (fromIndex) ways.learntBySearching = /\/emergency-access$/;
    return ways;
  }

  private add(verb: string, way: string, operation: Operation, described: Description): void {
    if (verb === 'get') {
      const known = this.filled(way, true);
      this.gets.push(...known);
      for (const one of known.slice(0, 1)) this.gets.push(...filtered(one, operation, described));
      if (way.includes('{')) this.hiddenGets.push(...this.filled(way, false));
      return;
    }
    const schema = operation.requestBody?.content?.['application/json']?.schema;
    const body = (schema ? sampleOf(schema, described.components.schemas) : {}) as object;
    if (way.includes('{'))
      for (const path of this.filled(way, false).slice(0, 1)) this.acts.push({ verb, path, body });
    for (const path of this.filled(way, true).slice(0, 1)) {
      if (ENDING_ACTS.test(path)) continue;
      // First with an empty body, then with a sample.
      if (schema) this.ownActs.push({ verb, path, body: {} });
      this.ownActs.push({ verb, path, body });
    }
  }

  private filled(way: string, known: boolean): string[] {
    // A link's secret is in no table; its digest is, which no reader sees.
    if (way.includes('{secret}')) return known ? [] : [way.replace('{secret}', INVENTED_SECRET)];
    const named = [...way.matchAll(/([\w-]+)\/\{/g)].map((match) => match[1]!);
    if (named.length === 0) return known ? [way] : [];
    const places = this.of(named.at(-1)!, way);
    const most = this.more[TABLES[named[0]!]!] ?? OF_EACH;
    if (named.length === 1)
      return places
        .filter((place) => place.known === known)
        .slice(0, most)
        .map(({ id }) => way.replace(/\{\w+\}/, id));
    // A part is used within its own parent, if its row names one.
    return this.of(named[0]!, way)
      .filter((whole) => whole.known === known)
      .flatMap((whole) => {
        const part = places.find(({ within }) => within === whole.id || within === null);
        return part ? [way.replace(/\{\w+\}/, whole.id).replace(/\{\w+\}/g, part.id)] : [];
      })
      .slice(0, most);
  }

  private of(word: string, way: string): readonly Place[] {
    const places = this.places.get(TABLES[word]!);
    if (!places) throw new Error(`What are the ids of ${way}? Say so in TABLES.`);
    return places;
  }
}

/** A list with each value of each filter, and one row at a time. */
function filtered(path: string, operation: Operation, { components }: Description): string[] {
  return (operation.parameters ?? [])
    .filter((one) => one.in === 'query')
    .flatMap(({ name, schema = {} }) => {
      const named = schema.$ref ?? schema.allOf?.[0]?.$ref;
      const meant = named ? components.schemas[named.split('/').at(-1)!]! : schema;
      if (name === 'limit') return [`${path}?limit=1`];
      return (meant.enum ?? []).slice(0, CHOICES).map((word) => `${path}?${name}=${String(word)}`);
    });
}

async function placesOf(personaDb: PersonaDatabase, persona: string): Promise<Map<string, Place[]>> {
  const places = new Map<string, Place[]>();
  const { practitionerId: me, agencyId, role } = personaDb.actor(persona);
  const partlyKnown = await partlyKnownRecord(personaDb, persona);
  for (const table of new Set(Object.values(TABLES))) {
    if (table.startsWith('(')) {
      const { rows } = await personaDb.admin.query<{ id: string }>(`select id from ${table}`);
      places.set(table, [
        ...rows.map(({ id }) => ({ id, within: null, known: true })),
        ...rows.map(({ id }) => ({ id, within: null, known: false })),
      ]);
      continue;
    }
    const { rows } = await personaDb.admin.query<{ id: string; row: Record<string, string> }>(
      `select ${table === 'watch_rules' ? 'rule' : 'id'} as id, to_jsonb(t) as row from ${table} t order by 1`,
    );
    const known = await personaDb
      .as(persona, (client) =>
        client.query<{ id: string }>(`select ${table === 'watch_rules' ? 'rule' : 'id'} as id from ${table}`),
      )
      .then((answer) => new Set(answer.rows.map(({ id }) => id)))
      .catch(() => new Set<string>());
    const candidates = rows.map(({ id, row }) => ({
      id,
      within:
        row['episode_id'] ??
        row['shield_id'] ??
        row['panel_id'] ??
        (table === 'posts' ? row['practitioner_id']! : null),
      // The person asked to explain knows of the concern, without reading it.
      known:
        known.has(id) ||
        (table === 'access_concerns' && row['practitioner_id'] === me) ||
        // Pages show an administrator how their own agency signs in; no SQL of theirs does.
        (table.startsWith('auth.') && role === 'agency_administrator' && row['agency_id'] === agencyId),
    }));
    places.set(table, mostRevealingFirst(candidates, partlyKnown));
  }
  return places;
}

/** Rows that exist only in the second world first: hidden here, unknown there. Then the record known in part. */
function mostRevealingFirst(places: readonly Place[], partlyKnown: string | null): Place[] {
  const order = ({ id }: Place): number => (isAdded(id) ? 0 : id === partlyKnown ? 1 : 2);
  return [...places].sort((one, other) => order(one) - order(other));
}

/** The record that this person reads with the most sensitive notes. */
async function partlyKnownRecord(personaDb: PersonaDatabase, persona: string): Promise<string | null> {
  const { rows: readable } = await personaDb.as(persona, (client) =>
    client.query<{ id: string }>("select access.may('record.read') as id"),
  );
  const { rows } = await personaDb.admin.query<{ id: string }>(
    `select e.id from episodes e where e.id = any($1) order by (select count(*) from chronology_notes n
       where n.episode_id = e.id and n.topic <> '') desc, e.id limit 1`,
    [readable.map(({ id }) => id)],
  );
  return rows[0]?.id ?? null;
}
