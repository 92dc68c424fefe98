import pg, { type Pool } from 'pg';

/** A pool in which a lost connection fails the next statement, rather than ending the program. */
export function quietPool(connectionString: string, max: number): Pool {
  const pool = new pg.Pool({ connectionString, max });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
