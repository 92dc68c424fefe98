import type { NestExpressApplication } from '@nestjs/platform-express';
import { audit } from '#libs/access';
import { EpisodeListService } from '#libs/casework/episodes';
import { Child } from './child.js';
import type { Database, Someone } from './databases.js';
import { type Measured, milliseconds } from './measures.js';
import { paired } from './ratios.js';
import { Visitor } from './requests.js';
import { actorIn, recorded } from './statements.js';

const ROUNDS = 7;
const REQUESTS = 400;
const CONNECTIONS = 8;
const PAGES_EACH = 60;

/** Requests a second of the program against the least that could serve the same statements. */
export async function throughput(
  app: NestExpressApplication,
  database: Database,
  server: Child,
  who: Someone,
): Promise<Measured> {
  const actor = await actorIn(app, who.postId);
  const statements = await recorded(app, actor, async () => {
    const found = await app.get(EpisodeListService, { strict: false }).list({});
    await audit('list episodes', 'episode', { detail: { found: found.items.length } });
  });
  const bare = await Child.start('./bare-server.js', {
    BENCH_DATABASE: JSON.stringify(database),
    BENCH_STATEMENTS: JSON.stringify({ who: actor, statements }),
  });
  const visitor = new Visitor(server.port, CONNECTIONS);
  const plain = new Visitor(bare.port, CONNECTIONS);
  try {
    await visitor.signInToApi(who.username);
    const path = '/api/v1/episodes';
    const { a, b, ratio, pairs } = await paired(
      ROUNDS,
      () => visitor.hammer(path, REQUESTS),
      () => plain.hammer(path, REQUESTS),
    );
    return {
      what: `GET ${path}: the program / bare node:http and pg`,
      a: `${a.toFixed(0)} a second`,
      b: `${b.toFixed(0)} a second`,
      ratio,
      goal: '≥ 0.6',
      note: `${pairs} pairs of ${REQUESTS} requests over ${CONNECTIONS} kept connections; the bare one looks nobody up and sends the same ${statements.length} statements with the same claim`,
    };
  } finally {
    visitor.end();
    plain.end();
    await bare.stop();
  }
}

/** Processor time of the program for one page, its middleware and session included; Postgres not. */
export async function pageCost(server: Child, who: Someone, what: string, path: string): Promise<Measured> {
  const visitor = new Visitor(server.port, 1);
  try {
    await visitor.signInToPages(who.username);
    const { status, body } = await visitor.get(path);
    const note = `GET ${path.replace(/[0-9a-f-]{36}/, '…')}, ${PAGES_EACH} times, ${(body.length / 1024).toFixed(0)} kB`;
    if (status !== 200)
      return {
        what: `processor time: ${what}`,
        a: 'not measured',
        b: '',
        ratio: null,
        goal: '',
        note: `answered ${status}`,
      };
    await visitor.hammer(path, 20);
    const before = await server.cpuMilliseconds();
    const began = Date.now();
    await visitor.hammer(path, PAGES_EACH);
    const wall = Date.now() - began;
    const used = (await server.cpuMilliseconds()) - before;
    return {
      what: `processor time: ${what}`,
      a: `${milliseconds(used / PAGES_EACH)} a page`,
      b: `${milliseconds(wall / PAGES_EACH)} waited`,
      ratio: null,
      goal: '',
      note,
    };
  } finally {
    visitor.end();
  }
}
