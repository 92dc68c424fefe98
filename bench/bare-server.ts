import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import type { Actor } from '#libs/platform';
import { reportUsage } from './child.js';
import type { Statement } from './program.js';
import { prepared, renewed } from './replay.js';

// Baseline server: the same statements in one transaction, without routing or a session look-up.
const { appUrl } = JSON.parse(process.env['BENCH_DATABASE']!) as { appUrl: string };
const { who, statements } = JSON.parse(process.env['BENCH_STATEMENTS']!) as {
  who: Actor;
  statements: Statement[];
};
const pool = new pg.Pool({ connectionString: appUrl, max: 20 });

async function answer(): Promise<string> {
  const client = await pool.connect();
  try {
    let items: unknown[] = [];
    for (const statement of statements) {
      const { rows } = await client.query(prepared(renewed(statement, who)));
      if (rows.length > items.length) items = rows;
    }
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
server.listen(0, '127.0.0.1', () => reportUsage((server.address() as AddressInfo).port));
