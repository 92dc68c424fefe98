import pg from 'pg';

/** Warns the leads of agreements that end within thirty days; a warning that was sent is not sent again. */
export async function sendWarnings(adminUrl: string, say: (line: string) => void): Promise<number> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('set role bridges_owner');
    await client.query('set role bridges_reach');
    const { rows } = await client.query<{ sent: number }>(
      'select access.warn_everybody_of_endings() as sent',
    );
    const sent = rows[0]?.sent ?? 0;
    say(`warnings sent: ${sent}`);
    return sent;
  } finally {
    await client.end();
  }
}
