import { ApiClient } from '../support/api-client.js';
import { usernameOf, type World } from '../support/world.js';
import { Asking } from './asking.js';
import { NEVER, Ways } from './ways.js';

const MOST_PAGES = 60;
/** Of pages that differ in their ids alone, so many are followed. */
const OF_ONE_SHAPE = 2;
/** Ways that lead nowhere new, or out. */
const SKIPPED = /^\/(sign-out|assets|api\/docs)|\/sign-in|a new id/;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

export interface Look {
  readonly path: string;
  readonly status: number;
  readonly text: string;
}
type Get = (path: string) => Promise<Look>;
type Send = (verb: string, path: string, body: object) => Promise<Look>;

/** One person at the same place in two worlds: by following links, at every page and way of the API, and by acts. */
export class LookingAround {
  /** What the one world answered, by way: to be held beside what is answered to an id that never was. */
  private readonly answered = new Map<string, Look>();

  private constructor(
    private readonly pages: readonly Get[],
    private readonly api: readonly Get[],
    private readonly sends: readonly Send[],
    private readonly ways: Ways,
    private readonly hiddenNames: readonly string[],
  ) {}

  static async as(persona: string, worlds: readonly World[]): Promise<LookingAround> {
    const began = Date.now();
    const pages: Get[] = [];
    const api: Get[] = [];
    const sends: Send[] = [];
    for (const world of worlds) {
      const browser = await world.browse(persona);
      const client = await ApiClient.signIn(world.server, usernameOf(persona));
      const look = (path: string, { status, text }: { status: number; text: string }): Look => ({
        path,
        status,
        text: plain(text, began),
      });
      pages.push(async (path) => look(path, await browser.get(path)));
      api.push(async (path) => look(`API ${path}`, await client.get(path)));
      sends.push(async (verb, path, body) =>
        look(
          `${verb} ${path}`,
          await client[verb as 'post' | 'put' | 'patch'](path, body, { ifMatch: '"1"' }),
        ),
      );
    }
    const asking = await Asking.at(worlds[0]!.adminUrl);
    try {
      const ways = await Ways.of(asking, persona, worlds[0]!);
      return new LookingAround(pages, api, sends, ways, await namesHiddenFrom(asking, persona));
    } finally {
      await asking.close();
    }
  }

  /** Pairs of what the same way showed in the one world and in the other. */
  async *everywhere(): AsyncGenerator<readonly [Look, Look]> {
    const seen = new Set<string>();
    const shapes = new Map<string, number>();
    const waiting = ['/', ...ALWAYS, ...this.hiddenNames.map((name) => `/children?${name}`)];
    while (waiting.length > 0 && seen.size < MOST_PAGES) {
      const path = waiting.shift()!;
      const shape = path.replace(UUID, '*');
      if (seen.has(path) || SKIPPED.test(path) || (shapes.get(shape) ?? 0) >= OF_ONE_SHAPE) continue;
      seen.add(path);
      shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
      const pair = await this.kept(this.pages, path);
      yield pair;
      for (const found of linksIn(pair[0].text)) waiting.push(found);
    }
    for (const path of this.ways.pages) if (!seen.has(path)) yield await this.kept(this.pages, path);
    for (const name of this.hiddenNames) yield await this.kept(this.api, `/children?${name}`);
    for (const path of this.ways.gets) yield await this.kept(this.api, path);
    for (const { verb, path, body } of this.ways.acts)
      yield await this.kept(
        this.sends.map((send) => (to: string) => send(verb, to, body)),
        path,
      );
  }

  /** Pairs of what was answered to an id that is hidden from this person and what is to one that never was. */
  async *hiddenAndNever(): AsyncGenerator<readonly [Look, Look]> {
    const { hiddenPages, hiddenGets, acts, learntBySearching } = this.ways;
    const asked: [name: string, get: Get, path: string][] = [
      ...hiddenPages.map((path): [string, Get, string] => [path, this.pages[0]!, path]),
      ...hiddenGets.map((path): [string, Get, string] => [`API ${path}`, this.api[0]!, path]),
      ...acts.map(({ verb, path, body }): [string, Get, string] => [
        `${verb} ${path}`,
        (to) => this.sends[0]!(verb, to, body),
        path,
      ]),
    ];
    for (const [name, get, path] of asked) {
      if (learntBySearching.test(path)) continue;
      const never = await get(path.replace(UUID, NEVER));
      yield [withoutIds(this.answered.get(name)!), withoutIds(never)];
    }
  }

  private async kept(gets: readonly Get[], path: string): Promise<readonly [Look, Look]> {
    const [one, other] = await Promise.all([gets[0]!(path), gets[1]!(path)]);
    this.answered.set(one.path, one);
    return [one, other];
  }
}

const withoutIds = (look: Look): Look => ({
  ...look,
  text: look.text.replace(UUID, '*').replaceAll('a new id', '*'),
});

const ALWAYS = [
  '/children?name=Invented&reason=Looking',
  '/caseload',
  '/caseload?by=practitioner',
  '/caseload.csv',
  '/episodes?scope=agency',
  '/episodes?scope=locality',
];

/** Searches for children whom this person does not reach, by just the names and day of birth that they have. */
async function namesHiddenFrom(asking: Asking, persona: string): Promise<string[]> {
  const known = await asking.as(persona, async (client) =>
    (await client.query<{ id: string }>('select id from children')).rows.map(({ id }) => id),
  );
  const { rows } = await asking.admin.query<{ given: string; family: string; born: string | null }>(
    `select given_names as given, family_name as family, date_of_birth::text as born from children
     where id <> all($1) order by id limit 3`,
    [known],
  );
  return rows.map(({ given, family, born }) => {
    const day = born ? `&dateOfBirth=${born}` : '';
    const days = (born ?? '').split('-');
    const parts = born
      ? `&dateOfBirth-day=${days[2]}&dateOfBirth-month=${days[1]}&dateOfBirth-year=${days[0]}`
      : '';
    return `name=${encodeURIComponent(`${given} ${family}`)}${day}${parts}&reason=Looking`;
  });
}

function linksIn(html: string): string[] {
  return [...html.matchAll(/href="(\/[^"#]*)/g)].map((match) => match[1]!.replaceAll('&amp;', '&'));
}

/** Without what differs from one asking to the next whoever asks: tokens, and what was made since both worlds began. */
function plain(text: string, began: number): string {
  return text
    .replaceAll(/name="_csrf" value="[^"]+"/g, 'name="_csrf"')
    .replaceAll(/nonce[=-]"?[A-Za-z0-9+/=_-]+"?/g, 'nonce')
    .replaceAll(/urn:uuid:[0-9a-f-]+/g, 'urn:uuid')
    .replaceAll(/"(exportedAt|next|digest|signature)":"[^"]+"/g, '"$1"')
    .replaceAll(/cursor=[\w%-]+/g, 'cursor')
    .replaceAll(UUID, (id) => (madeAt(id) >= began ? 'a new id' : id));
}

/** When an id of the seventh version was made; of the fourth, as the database makes them, it is not known: now. */
function madeAt(id: string): number {
  if (id[14] === '4') return Date.now();
  return id[14] === '7' && id.startsWith('0') ? Number.parseInt(id.replace('-', '').slice(0, 12), 16) : 0;
}
