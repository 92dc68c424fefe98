import type { Database } from './databases.js';
import { atMost, type Measured, milliseconds } from './measured.js';
import type { People, Person } from './people.js';
import { episodesOf } from './people.js';
import type { Program, Statement } from './program.js';
import { paired } from './ratios.js';
import { isEnd, isPresentation, Replay } from './replay.js';
import { Visitor } from './requests.js';
import { removePermissions, prepareListFor } from './without-permission.js';

/** The statements that the program sends when this person opens the page. */
export interface PageRequest {
  readonly what: string;
  readonly path: string;
  readonly who: Person;
  readonly most: number;
  readonly statements: readonly Statement[];
}

const VISITS_BEFORE = 1;
const PAIRS = 11;

/** Opens the pages in the program and records the statements it sends. */
export async function recordPages(
  program: Program,
  database: Database,
  people: People,
): Promise<{ pages: PageRequest[]; refusals: Measured[] }> {
  const [shared] = await episodesOf(database, [people.practitioner, people.biggest], 1);
  const pages: PageRequest[] = [];
  const refusals: Measured[] = [];
  for (const who of Object.values(people)) {
    const visitor = new Visitor(program.port, 1);
    await visitor.signInToPages(who.username);
    const isOfOne = who === people.practitioner || who === people.biggest;
    const [episode] = isOfOne ? [shared] : await episodesOf(database, [who], 1);
    if (!episode) throw new Error(`The ${who.who} reaches no episode to measure with.`);
    for (const [what, path, most] of pathsFor(who, people, episode)) {
      const statements = await recordPage(program, visitor, path).catch((error: Error) => error);
      if (statements instanceof Error) refusals.push(refusal(what, who, most, statements));
      else pages.push({ what, path, who, most, statements });
    }
    visitor.end();
  }
  return { pages, refusals };
}

async function recordPage(program: Program, visitor: Visitor, path: string): Promise<Statement[]> {
  for (let visit = 0; visit < VISITS_BEFORE; visit++) await visitor.succeed(path);
  return (await program.during(() => visitor.succeed(path))).statements;
}

const refusal = (what: string, { who, reaches }: Person, most: number, { message }: Error): Measured =>
  atMost(most, {
    what: `${what}, ${who}: with permission ÷ without`,
    value: Infinity,
    note: `${reaches} open families; ${message.split(':')[0]}`,
  });

function pathsFor(who: Person, { practitioner }: People, episode: string): [string, string, number][] {
  return [
    ['episode page', `/episodes/${episode}`, 1.2],
    ['list of 50', '/episodes?limit=50', 1.3],
    ['home', '/', 1.3],
    // Practitioners have no caseload page.
    ...(who === practitioner
      ? []
      : ([
          ['caseload by level', '/caseload?by=level', 1.4],
          ['caseload by team', '/caseload?by=team', 1.4],
        ] satisfies [string, string, number][])),
  ];
}

/** Cost with permission checks against cost without them, over the same rows. */
export async function* permissionCost(
  program: Program,
  permitted: Database,
  free: Database,
  pages: readonly PageRequest[],
): AsyncGenerator<Measured> {
  const client = await removePermissions(free);
  for (const who of new Set(pages.map((page) => page.who))) {
    const actor = await program.actor(who);
    const a = await Replay.over(permitted.appUrl, actor);
    const b = await Replay.over(free.adminUrl, actor);
    const personsPages = pages.filter((page) => page.who === who);
    await prepareListFor(client, who.postId, a, beginningOf(personsPages.at(-1)!));
    for (const page of personsPages) {
      const { what, value, note } = await comparePage(page, a, b);
      yield atMost(page.most, { what: `${what}: with permission ÷ without`, value, note });
    }
    await a.end();
    await b.end();
  }
  await client.end();
}

/** The widest reach against the narrowest, on one episode page that both people may read. */
export async function reachCost(
  program: Program,
  database: Database,
  pages: readonly PageRequest[],
  people: People,
): Promise<Measured> {
  const [a, b] = await Promise.all(
    [people.biggest, people.practitioner].map(async (who) => {
      const replay = await Replay.over(database.appUrl, await program.actor(who));
      const page = pages.find((candidate) => candidate.who === who && candidate.what === 'episode page')!;
      return { who, replay, time: () => replay.time(page.statements) };
    }),
  );
  const figures = await paired(PAIRS, a!.time, b!.time);
  await a!.replay.end();
  await b!.replay.end();
  return atMost(1.2, {
    what: 'episode page: biggest reach ÷ smallest reach',
    value: figures.ratio,
    note: `the same episode; ${a!.who.reaches} and ${b!.who.reaches} open families; ${milliseconds(figures.a)} and ${milliseconds(figures.b)}`,
  });
}

/** The same page for the same person in a database of many counties and in one of a single county. */
export async function* countiesCost(
  program: Program,
  many: Database,
  one: Database,
  pages: readonly PageRequest[],
  counties: number,
): AsyncGenerator<Measured> {
  for (const page of pages) {
    const actor = await program.actor(page.who);
    const a = await Replay.over(many.appUrl, actor);
    const b = await Replay.over(one.appUrl, actor);
    const { what, value, note } = await comparePage(page, a, b);
    yield atMost(1.2, { what: `${what}: ${counties} counties ÷ one`, value, note });
    await a.end();
    await b.end();
  }
}

/**
 * Rows hidden from this person can change values inside an answer. If the number of rows differs, the statement is
 * left out of both sides and the note says so.
 */
async function comparePage({ what, who, statements }: PageRequest, a: Replay, b: Replay) {
  const sent = statements.filter((statement) => !isEnd(statement));
  const [ofA, ofB] = [await a.answers(sent), await b.answers(sent)];
  const comparable = sent.filter((_statement, n) => ofA[n]!.length === ofB[n]!.length);
  const equal = sent.filter(
    (statement, n) => isPresentation(statement) || JSON.stringify(ofA[n]) === JSON.stringify(ofB[n]),
  );
  const figures = await paired(
    PAIRS,
    () => a.time(comparable),
    () => b.time(comparable),
  );
  return {
    what: `${what}, ${who.who}`,
    value: figures.ratio,
    note: `${who.reaches} open families; ${milliseconds(figures.a)} and ${milliseconds(figures.b)}; of ${sent.length} statements ${equal.length} answered alike, ${sent.length - comparable.length} LEFT OUT`.replace(
      ', 0 LEFT OUT',
      '',
    ),
  };
}

/** The statements that begin the transaction and present the claim. */
const beginningOf = ({ statements }: PageRequest): Statement[] =>
  statements.slice(0, statements.findIndex(isPresentation) + 1);
