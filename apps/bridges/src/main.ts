import 'reflect-metadata';
import { readConfig } from '#libs/platform';
import { prepareDatabase } from './database.js';
import { serve } from './serve.js';
import { assertPortFree } from './assert-port-free.js';

async function main(): Promise<void> {
  const config = readConfig();
  await assertPortFree(config.port);
  const database = await prepareDatabase(config);
  await serve(config, database).catch(async (error: unknown) => {
    await database.stop();
    throw error;
  });
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
