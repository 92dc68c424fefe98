import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { readConfig } from '#libs/platform';
import { createApp } from './create-app.js';
import { readyDatabase } from './database.js';
import { refuseTakenPort } from './taken-port.js';

async function main(): Promise<void> {
  const config = readConfig();
  await refuseTakenPort(config.port);
  const database = await readyDatabase(config);
  const app = await createApp(config, database);
  await app.listen(config.port);
  new Logger('Bridges').log(`Bridges is at http://localhost:${config.port}`);
  process.once('beforeExit', () => void database.stop());
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
