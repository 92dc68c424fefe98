import type { NestExpressApplication } from '@nestjs/platform-express';
import { episodeConditions, type EpisodeFilter, EpisodeListService } from '#libs/casework/episodes';
import { CaseloadsService } from '#libs/oversight/caseloads';
import type { Database, Someone } from './databases.js';
import { paired } from './ratios.js';
import { actorIn, Asker, reads, recorded, type Statement } from './statements.js';

export interface Measured {
  readonly what: string;
  readonly a: string;
  readonly b: string;
  /** The ratio, and the one aimed at; a cost without a pair has neither. */
  readonly ratio: number | null;
  readonly goal: string;
  readonly note: string;
}

export interface Asked {
  readonly what: string;
  readonly who: Someone;
  readonly statements: readonly Statement[];
  /** Asks for the ids of the episodes that the answer is about. */
  readonly found: Statement;
}

const PAIRS = 41;

export const milliseconds = (value: number): string => `${value.toFixed(2)} ms`;

/** What the services send for a manager's caseload by level and for a practitioner's list. */
export async function questions(
  app: NestExpressApplication,
  manager: Someone,
  practitioner: Someone,
): Promise<Asked[]> {
  const caseloads = app.get(CaseloadsService, { strict: false });
  const lists = app.get(EpisodeListService, { strict: false });
  const asks = async (
    what: string,
    who: Someone,
    filter: EpisodeFilter,
    work: () => Promise<unknown>,
  ): Promise<Asked> => {
    const actor = await actorIn(app, who.postId);
    let found: Statement | undefined;
    const sent = await recorded(app, actor, async () => {
      const { where, values } = episodeConditions(filter);
      found = {
        text: `select e.id from episodes e left join episode_records r on r.episode_id = e.id where ${where.join(' and ')}`,
        values,
      };
      await work();
    });
    return { what, who, statements: reads(sent), found: found! };
  };
  return [
    await asks('caseload by level', manager, { scope: 'agency', status: 'open' }, () =>
      caseloads.caseload({ by: 'level' }),
    ),
    await asks('list of episodes', practitioner, {}, () => lists.list({})),
  ];
}

/** With permissions against without them, over the same rows. */
export async function permissionCost(
  app: NestExpressApplication,
  database: Database,
  { what, who, statements, found }: Asked,
): Promise<Measured> {
  const permitted = await Asker.permitted(database, await actorIn(app, who.postId));
  const unrestricted = await Asker.unrestricted(database, permitted, found);
  try {
    const same = await answersAreEqual(permitted, unrestricted, statements);
    const { a, b, ratio, pairs } = await paired(
      PAIRS,
      () => permitted.time(statements),
      () => unrestricted.time(statements),
    );
    return {
      what: `${what}: row-level security / none`,
      a: milliseconds(a),
      b: milliseconds(b),
      ratio,
      goal: '≤ 1.15',
      note: `${statements.length} statements, ${pairs} pairs, ${who.open} open episodes in all; the second as superuser, the same text held to a list of the same ids; answers ${same ? 'equal' : 'DIFFER'}`,
    };
  } finally {
    await permitted.end();
    await unrestricted.end();
  }
}

/** The same person's same question in a database of many counties and in one of one. */
export async function countiesCost(
  app: NestExpressApplication,
  one: Database,
  many: Database,
  { what, who, statements }: Asked,
): Promise<Measured> {
  const actor = await actorIn(app, who.postId);
  const inOne = await Asker.permitted(one, actor);
  const inMany = await Asker.permitted(many, actor);
  try {
    const same = await answersAreEqual(inOne, inMany, statements);
    const { a, b, ratio, pairs } = await paired(
      PAIRS,
      () => inMany.time(statements),
      () => inOne.time(statements),
    );
    const counties = many.report.counties.length;
    return {
      what: `${what}: ${counties} counties / one`,
      a: milliseconds(a),
      b: milliseconds(b),
      ratio,
      goal: '≤ 1.2',
      note: `${pairs} pairs; answers ${same ? 'equal' : 'DIFFER'}`,
    };
  } finally {
    await inOne.end();
    await inMany.end();
  }
}

async function answersAreEqual(one: Asker, other: Asker, statements: readonly Statement[]): Promise<boolean> {
  return (
    JSON.stringify((await one.run(statements)).answers) ===
    JSON.stringify((await other.run(statements)).answers)
  );
}
