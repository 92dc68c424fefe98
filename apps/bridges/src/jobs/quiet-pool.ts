import pg, { type Pool } from 'pg';

/** Connections whose loss is told by the statement that wanted them, and never ends the program. */
export function quietPool(connectionString: string, max: number): Pool {
  const pool = new pg.Pool({ connectionString, max });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
