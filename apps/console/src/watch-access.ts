import pg from 'pg';

/** Looks through the log for odd access, `days` back or since the last look; gives how many new concerns it wrote down. */
export async function watchAccess(
  adminUrl: string,
  days: number | null,
  say: (line: string) => void,
): Promise<number> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('set role bridges_owner');
    await client.query('set role bridges_reach');
    const { rows } = await client.query<{ noticed: number }>(
      "select access.watch(platform.now() - $1::integer * interval '1 day') as noticed",
      [days],
    );
    const noticed = rows[0]!.noticed;
    say(noticed === 1 ? '1 new access concern' : `${noticed} new access concerns`);
    return noticed;
  } finally {
    await client.end();
  }
}
