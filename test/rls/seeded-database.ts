import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { DEMO_SESSIONS, projectRoot, urlAs } from '#libs/platform';
import { createApp } from '../../apps/bridges/src/create-app.js';
import { DemoApi } from '../../apps/console/src/demo-api.js';
import { STORIES, loadStories } from '../../apps/console/src/seed/index.js';
import { type Clone, cloneFilled, TEST_SECRET } from '../support/cluster.js';

/** Rows for the tables that no demo story fills. */
const SCENE = readFileSync(join(projectRoot, 'test/rls/scene.sql'), 'utf8');

/** A new database with the county's family stories and at least one row in every table. */
export function seededDatabase(): Promise<Clone> {
  return cloneFilled(JSON.stringify([STORIES, SCENE]), fill);
}

async function fill(adminUrl: string): Promise<void> {
  const app = await createApp(
    {
      port: 0,
      metricsPort: null,
      databaseUrl: null,
      dataDir: '',
      roles: ['api'],
      production: false,
      demo: true,
      secret: TEST_SECRET,
      publicUrl: null,
      mail: { driver: 'none' },
      webhooksToLoopback: false,
      providersOnLoopback: false,
      sessions: DEMO_SESSIONS,
    },
    {
      appUrl: urlAs(adminUrl, 'bridges_app', TEST_SECRET),
      authUrl: urlAs(adminUrl, 'bridges_auth', TEST_SECRET),
      poolSize: 4,
    },
    ['error'],
  );
  const api = await DemoApi.over(app, adminUrl);
  try {
    await loadStories(STORIES, api, new Date('2026-11-20T12:00:00Z'));
  } finally {
    await api.close();
    await app.close();
  }
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(SCENE);
    await client.query(
      "update platform.settings set clock_offset = timestamptz '2026-11-20T12:00:00Z' - now()",
    );
  } finally {
    await client.end();
  }
}
