import pg from 'pg';
import { type LogKey, logKey, logLines, LogSealer, SealerReader } from '#libs/oversight/access-log';
import { urlAs } from '#libs/platform';
import { TEST_SECRET } from './cluster.js';
import type { TestApp } from './test-app.js';

/** The access log of a test app, with access to sealing. */
export class SealedLog {
  readonly key: LogKey = logKey(TEST_SECRET);
  readonly pool: pg.Pool;
  readonly sealer: LogSealer;

  constructor(testApp: TestApp, largestBatch?: number) {
    this.pool = new pg.Pool({
      connectionString: urlAs(testApp.adminUrl, 'bridges_sealer', TEST_SECRET),
      max: 3,
    });
    this.sealer = new LogSealer(this.pool, this.key, largestBatch);
  }

  /** The log in export format. */
  async lines(contents = false): Promise<string[]> {
    const client = await this.pool.connect();
    try {
      const reader = new SealerReader(client);
      const lines: string[] = [];
      for await (const line of logLines(reader, this.key, contents, await reader.begin())) lines.push(line);
      return lines;
    } finally {
      client.release();
    }
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}

/** Writes this many entries as the persona, directly into the log. */
export async function writeEntries(
  testApp: TestApp,
  persona: string,
  count: number,
  act = 'read index',
): Promise<void> {
  const { practitionerId, agencyId, role } = await testApp.actor(persona);
  await testApp.sql(
    persona,
    `insert into audit.entries (id, at, practitioner_id, agency_id, role, act, subject_kind, reason)
     select gen_random_uuid(), date_trunc('milliseconds', clock_timestamp()), $1, $2, $3, $4, 'child',
       case when n % 2 = 0 then 'Invented reason ' || n end from generate_series(1, $5::int) n`,
    [practitionerId, agencyId, role, act, count],
  );
}
