import { Child } from './child.js';
import type { Database } from './databases.js';
import { atLeast, atMost, type Measured, milliseconds } from './measured.js';
import type { Person } from './people.js';
import type { Program } from './program.js';
import { paired } from './ratios.js';
import { Visitor } from './requests.js';

const ROUNDS = 7;
const REQUESTS = 60;
const CONNECTIONS = 8;
const PAGES_EACH = 30;
const WARMING = 15;
const LIST = '/api/v1/episodes';

/** Requests per second of the program, compared with a minimal server that sends the same statements. */
export async function throughput(
  program: Program,
  database: Database,
  server: Child,
  who: Person,
): Promise<Measured> {
  const actor = await program.actor(who);
  const recorder = new Visitor(program.port, 1);
  await recorder.signInToApi(who.username);
  await recorder.succeed(LIST);
  const { statements } = await program.during(() => recorder.succeed(LIST));
  recorder.end();
  const bare = await Child.start('./bare-server.js', {
    BENCH_DATABASE: JSON.stringify(database),
    BENCH_STATEMENTS: JSON.stringify({ who: actor, statements }),
  });
  const visitor = new Visitor(server.port, CONNECTIONS);
  const plain = new Visitor(bare.port, CONNECTIONS);
  try {
    await visitor.signInToApi(who.username);
    const { a, b, ratio, pairs } = await paired(
      ROUNDS,
      () => visitor.hammer(LIST, REQUESTS),
      () => plain.hammer(LIST, REQUESTS),
    );
    return atLeast(0.85, {
      what: `GET ${LIST}: the program ÷ a bare handler`,
      value: ratio,
      note: `${a.toFixed(0)} and ${b.toFixed(0)} a second; ${pairs} pairs of ${REQUESTS} requests over ${CONNECTIONS} kept connections; the bare one looks up no session and sends the same ${statements.length} statements with the same claim`,
    });
  } finally {
    visitor.end();
    plain.end();
    await bare.stop();
  }
}

/** Processor time of Node for one page, including middleware and session, without Postgres. */
export async function pageCost(server: Child, who: Person, what: string, path: string): Promise<Measured> {
  const visitor = new Visitor(server.port, 1);
  try {
    await visitor.signInToPages(who.username);
    const { body } = await visitor.succeed(path);
    await visitor.hammer(path, WARMING);
    const before = await server.cpuMilliseconds();
    const began = performance.now();
    await visitor.hammer(path, PAGES_EACH);
    const waited = performance.now() - began;
    const used = (await server.cpuMilliseconds()) - before;
    return atMost(8, {
      what: `processor time of Node for a page: ${what}`,
      value: used / PAGES_EACH,
      unit: ' ms',
      note: `${who.who}, ${PAGES_EACH} times after ${WARMING}; ${(body.length / 1024).toFixed(0)} kB; waited ${milliseconds(waited / PAGES_EACH)}`,
    });
  } finally {
    visitor.end();
  }
}
