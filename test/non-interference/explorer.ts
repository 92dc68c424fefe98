import { ApiClient } from '../support/api-client.js';
import { everyRow } from '../support/outputs.js';
import type { TestApp } from '../support/test-app.js';
import { PersonaDatabase } from '../rls/persona-database.js';
import { isAdded, RENAMED } from './families.js';
import { inPlaceOfIds, type Look, lookOf, shapeOf, withoutIds } from './normalised-answer.js';
import { type Act, UNKNOWN_ID, Ways } from './addresses.js';

const MAX_PAGES = 90;
/** How many pages are followed that differ only in their ids. */
const OF_ONE_SHAPE = 2;
/** Addresses that lead nowhere new, sign out, or say when this person signed in. */
const SKIPPED = /^\/(sign-out|sessions|tokens|account$|assets|api\/docs)|\/sign-in|a new id/;

type Get = (path: string) => Promise<Look>;
type Send = (verb: string, path: string, body: object) => Promise<Look>;
/** One person in one world. */
interface Place {
  readonly testApp: TestApp;
  readonly page: Get;
  readonly api: Get;
  readonly send: Send;
}
type Both = readonly [one: string, other: string];
type Pair = readonly [Look, Look];

/** One person in two worlds in parallel: following links, visiting every page and API route, and acting. */
export class Explorer {
  /** The second world's answers by address, to compare with the answers to an unknown id. */
  private readonly answered = new Map<string, Look>();

  private constructor(
    private readonly persona: string,
    private readonly places: readonly Place[],
    private readonly ways: Ways,
    private readonly hidden: readonly Named[],
  ) {}

  /** `began`: ids created since then differ between the worlds. `more`: how many ids of a table are visited. */
  static async as(
    persona: string,
    worlds: readonly TestApp[],
    { began = Date.now(), more }: { began?: number; more?: Readonly<Record<string, number>> } = {},
  ): Promise<Explorer> {
    const places = await Promise.all(worlds.map((testApp) => placeIn(testApp, persona, began)));
    const [one, other] = await Promise.all(worlds.map((testApp) => PersonaDatabase.at(testApp.adminUrl)));
    try {
      const ways = await Ways.of(other!, persona, worlds[1]!, more);
      const hidden = [...(await namesHiddenFrom(other!, persona)), ...(await namesHiddenFrom(one!, persona))];
      return new Explorer(persona, places, ways, hidden);
    } finally {
      await one!.close();
      await other!.close();
    }
  }

  /** Pairs of answers from the first world and the second. */
  async *everywhere(): AsyncGenerator<Pair> {
    yield* this.rows();
    yield* this.following();
    yield* this.each('page', this.ways.pages);
    yield* this.each('page', this.ways.hiddenPages);
    yield* this.each('api', [...this.hidden.map(searchFor), ...this.ways.gets]);
    yield* this.each('api', this.ways.hiddenGets);
    yield* this.acting(this.ways.acts);
  }

  /** The person's own acts come last, because some of them widen or narrow their reach. */
  async *byActs(): AsyncGenerator<Pair> {
    yield* this.acting([...this.ways.ownActs, ...this.askingByName()]);
  }

  private async *acting(acts: readonly Act[]): AsyncGenerator<Pair> {
    for (const { verb, path, body } of acts)
      yield await this.visit((place, to) => place.send(verb, to, body), [path, path]);
  }

  /** Every act with a person's name in its body, filled with the name of a hidden child. */
  private askingByName(): Act[] {
    return this.ways.ownActs
      .filter(({ body }) => 'familyName' in body)
      .flatMap(({ verb, path, body }) =>
        this.hidden.slice(0, 2).map((named) => ({ verb, path, body: { ...body, ...named } })),
      );
  }

  /** Only addresses that match. */
  async *at(ways: RegExp): AsyncGenerator<Pair> {
    for (const by of ['page', 'api'] as const)
      for (const path of this.ways[by === 'page' ? 'pages' : 'gets'].filter((one) => ways.test(one)))
        yield await this.visit((place, to) => place[by](to), [path, path]);
  }

  /** Every page and API route that matches, for ids within reach and outside it. */
  async *about(ways: RegExp): AsyncGenerator<Pair> {
    const of = (paths: readonly string[]): string[] => [...new Set(paths.filter((one) => ways.test(one)))];
    const { pages, hiddenPages, gets, hiddenGets } = this.ways;
    for (const path of of([...pages, ...hiddenPages]))
      yield await this.visit((place, to) => place.page(to), [path, path]);
    for (const path of of([...gets, ...hiddenGets]))
      yield await this.visit((place, to) => place.api(to), [path, path]);
  }

  /** Pairs of the answer to a hidden id and the answer to an unknown one. */
  async *hiddenAndNever(): AsyncGenerator<Pair> {
    const { hiddenPages, hiddenGets, acts, learntBySearching } = this.ways;
    const { page, api, send } = this.places[1]!;
    const asked: [name: string, get: Get, path: string][] = [
      ...hiddenPages.map((path): [string, Get, string] => [path, page, path]),
      ...hiddenGets.map((path): [string, Get, string] => [`API ${path}`, api, path]),
      ...acts.map(({ verb, path, body }): [string, Get, string] => [
        `${verb} ${path}`,
        (to) => send(verb, to, body),
        path,
      ]),
    ];
    for (const [name, get, path] of asked) {
      // Rows added to the second world are unknown in the first: those two answers have been compared already.
      if (learntBySearching.test(path) || isAdded(path)) continue;
      yield [withoutIds(this.answered.get(name)!), withoutIds(await get(inPlaceOfIds(path, UNKNOWN_ID)))];
    }
  }

  /** By raw SQL with their own claim: if the visible rows differ, the two worlds are not a valid pair. */
  private async *rows(): AsyncGenerator<Pair> {
    const [one, other] = await Promise.all(this.places.map(({ testApp }) => everyRow(testApp, this.persona)));
    for (const [place, { where, text }] of one!.entries()) {
      const look = { path: `SQL ${where}`, status: 200, onward: [] };
      yield [
        { ...look, text: inOrder(text) },
        { ...look, text: inOrder(other![place]!.text) },
      ];
    }
  }

  /** From the home page and the lists, along the links of each page. */
  private async *following(): AsyncGenerator<Pair> {
    const seen = new Set<string>();
    const shapes = new Map<string, number>();
    const start = ['/', ...ALWAYS, ...this.hidden.map(searchFor)];
    const waiting: Both[] = start.map((path) => [path, path]);
    while (waiting.length > 0 && seen.size < MAX_PAGES) {
      const both = waiting.shift()!;
      const shape = shapeOf(both[0]);
      if (seen.has(both[0]) || SKIPPED.test(both[0]) || (shapes.get(shape) ?? 0) >= OF_ONE_SHAPE) continue;
      seen.add(both[0]);
      shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
      const pair = await this.visit((place, path) => place.page(path), both);
      yield pair;
      waiting.push(...onwards(pair));
    }
  }

  private async *each(by: 'page' | 'api', paths: readonly string[]): AsyncGenerator<Pair> {
    for (const path of paths) {
      if (by === 'page' && this.answered.has(path)) continue;
      const pair = await this.visit((place, to) => place[by](to), [path, path]);
      yield pair;
      // The next page of a paged list.
      if (by === 'api')
        for (const next of onwards(pair)) yield await this.visit((place, to) => place.api(to), next);
    }
  }

  private async visit(get: (place: Place, path: string) => Promise<Look>, paths: Both): Promise<Pair> {
    const [one, other] = await Promise.all(this.places.map((place, at) => get(place, paths[at]!)));
    this.answered.set(other!.path, other!);
    return [one!, other!];
  }
}

async function placeIn(testApp: TestApp, persona: string, began: number): Promise<Place> {
  const browser = await testApp.browse(persona);
  const client = new ApiClient(testApp.server, (await testApp.as(persona)).token, false);
  await browser.get('/help');
  return {
    testApp,
    page: async (path) => lookOf(path, await browser.get(path), began),
    api: async (path) => lookOf(`API ${path}`, await client.get(path), began),
    send: async (verb, path, body) =>
      lookOf(
        `${verb} ${path}`,
        verb === 'submit'
          ? await browser.post(path, {})
          : await client[verb as 'post' | 'put' | 'patch' | 'delete'](path, body, { ifMatch: '"1"' }),
        began,
      ),
  };
}

/** Without the log's entries of signing in since the clock was stopped, whose ids and salts are random. */
const inOrder = (rows: string): string =>
  rows
    .split('\n')
    .filter((row) => !/^\([^,]+,"2026-11-20 12:00:00\+00",.*,"sign in",account,/.test(row))
    .sort()
    .join('\n');

/** The addresses that both answers lead to, side by side. */
const onwards = ([one, other]: Pair): Both[] =>
  one.onward.flatMap((path, place): Both[] => {
    const beside = other.onward[place];
    return beside === undefined ? [] : [[path.replace('API ', ''), beside.replace('API ', '')]];
  });

const ALWAYS = [
  '/children?name=Invented&reason=Looking',
  '/caseload',
  '/caseload?by=practitioner',
  '/caseload.csv',
  '/episodes?scope=agency',
  '/episodes?scope=locality',
];

interface Named {
  readonly givenNames: string;
  readonly familyName: string;
  readonly dateOfBirth?: string;
}

/** Children whom this person does not reach, to be searched for and asked about by their exact names. */
async function namesHiddenFrom(personaDb: PersonaDatabase, persona: string): Promise<Named[]> {
  const known = await personaDb.as(persona, async (client) =>
    (await client.query<{ id: string }>('select id from children')).rows.map(({ id }) => id),
  );
  // First a child who exists only in the second world, and whose name is unique.
  const { rows } = await personaDb.admin.query<{ named: Named }>(
    `select jsonb_strip_nulls(jsonb_build_object('givenNames', given_names, 'familyName', family_name,
       'dateOfBirth', date_of_birth)) as named from children
     where id <> all($1) order by family_name = $2 desc, id limit 3`,
    [known, RENAMED.family_name],
  );
  return rows.map(({ named }) => named);
}

function searchFor({ givenNames, familyName, dateOfBirth }: Named): string {
  const [year, month, day] = (dateOfBirth ?? '').split('-');
  const born = dateOfBirth
    ? `&dateOfBirth=${dateOfBirth}&dateOfBirth-day=${day}&dateOfBirth-month=${month}&dateOfBirth-year=${year}`
    : '';
  return `/children?name=${encodeURIComponent(`${givenNames} ${familyName}`)}${born}&reason=Looking`;
}
