import pg from 'pg';

const DIFFERENCES = `
  (select 'held but not derived' as what, count(*)::int as rows from (table access.grants except table access.derived_grants) a)
  union all
  (select 'derived but not held', count(*)::int from (table access.derived_grants except table access.grants) b)
  union all
  (select 'cut held but not derived', count(*)::int from (table access.exclusions except table access.derived_exclusions) c)
  union all
  (select 'cut derived but not held', count(*)::int from (table access.derived_exclusions except table access.exclusions) d)`;

/** Compares the stored grants with the rules they are derived from; true if they match. */
export async function checkAccess(adminUrl: string, say: (line: string) => void): Promise<boolean> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('set role bridges_owner');
    await client.query('set role bridges_reach');
    const { rows } = await client.query<{ what: string; rows: number }>(DIFFERENCES);
    for (const { what, rows: count } of rows) say(`${what}: ${count}`);
    return rows.every(({ rows: count }) => count === 0);
  } finally {
    await client.end();
  }
}
