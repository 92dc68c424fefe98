import pg from 'pg';
import type { Config } from '#libs/platform';
import { createApp } from '../../bridges/src/create-app.js';
import { administratorOf, type PreparedDatabase, prepareDatabase } from '../../bridges/src/database.js';
import { DemoApi } from './demo-api.js';
import { importDemoReference } from './import-reference.js';
import { COUNTY, DEMO_PASSWORD, PERSONAS, STORIES, loadStories } from './seed/index.js';
import { writeAccounts, writeCounty } from './write-county.js';

/** Prepares everything for serving: the schema, and in a demonstration the county with its stories, once. */
export async function prepare(config: Config, say: (line: string) => void): Promise<PreparedDatabase> {
  const database = await prepareDatabase(config);
  try {
    if (config.demo) await loadStoriesOnce(config, database, say);
  } catch (error) {
    await database.stop();
    throw error;
  }
  return database;
}

async function loadStoriesOnce(
  config: Config,
  database: PreparedDatabase,
  say: (line: string) => void,
): Promise<void> {
  const adminUrl = administratorOf(database);
  const written = await writeCounty(adminUrl, COUNTY, (client) =>
    writeAccounts(client, PERSONAS, DEMO_PASSWORD),
  );
  if (!written && (await areStoriesLoaded(adminUrl))) return;
  if (!written)
    throw new Error(
      `An earlier start stopped before the demo families were complete. Remove the folder ${config.dataDir} and start again.`,
    );
  say(
    `Demo county set up: ${COUNTY.agencies.length} agencies and ${COUNTY.practitioners.length} practitioners.`,
  );
  await importDemoReference(adminUrl);
  const app = await createApp({ ...config, roles: ['api'] }, database, ['error']);
  const api = await DemoApi.over(app, adminUrl);
  try {
    await loadStories(STORIES, api);
    await markStoriesLoaded(adminUrl);
    say(`Demo families set up: ${STORIES.length}.`);
  } finally {
    await api.close();
    await app.close();
  }
}

const areStoriesLoaded = async (adminUrl: string): Promise<boolean> =>
  (await asOwner(adminUrl, 'select stories_told as loaded from platform.settings'))[0]?.['loaded'] === true;

const markStoriesLoaded = (adminUrl: string) =>
  asOwner(adminUrl, 'update platform.settings set stories_told = true');

async function asOwner(adminUrl: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('set role bridges_owner');
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
