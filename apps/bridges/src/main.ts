import 'reflect-metadata';
import { readConfig } from '#libs/platform';
import { readyDatabase } from './database.js';
import { serve } from './serve.js';
import { refuseTakenPort } from './taken-port.js';

async function main(): Promise<void> {
  const config = readConfig();
  await refuseTakenPort(config.port);
  const database = await readyDatabase(config);
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
