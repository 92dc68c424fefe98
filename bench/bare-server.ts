import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { type Actor, deriveKey, newId, signClaim } from '#libs/platform';
import { answerAbout } from './child.js';
import { SECRET } from './databases.js';
import type { Statement } from './statements.js';

// The least that could serve the same answer: no router, no look-up of who asks, the same statements in a transaction.
const { appUrl } = JSON.parse(process.env['BENCH_DATABASE']!) as { appUrl: string };
const { who, statements } = JSON.parse(process.env['BENCH_STATEMENTS']!) as {
  who: Actor;
  statements: Statement[];
};
const key = deriveKey(SECRET, 'claim');
const pool = new pg.Pool({ connectionString: appUrl, max: 20 });

async function answer(): Promise<string> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query("select set_config('bridges.claim', $1, true), platform.now() as now", [
      signClaim(key, who),
    ]);
    let items: unknown[] = [];
    for (const { text, values } of statements) {
      const isEntry = text.trimStart().startsWith('insert');
      const { rows } = await client.query(text, isEntry ? [newId(), ...values.slice(1)] : values);
      if (!isEntry) items = rows;
    }
    await client.query('commit');
    return JSON.stringify({ items, next: null });
  } finally {
    client.release();
  }
}

const server = createServer((_request, response) => {
  answer().then(
    (body) => response.writeHead(200, { 'Content-Type': 'application/json' }).end(body),
    (error: Error) => response.writeHead(500).end(error.message),
  );
});
server.listen(0, '127.0.0.1', () => answerAbout((server.address() as AddressInfo).port));
