import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { readConfig } from '#libs/platform';
import { createApp } from './create-app.js';
import { type ReadyDatabase, readyDatabase } from './database.js';
import { serveMetrics } from './http/metrics.js';
import { refuseTakenPort } from './taken-port.js';

const LONGEST_FAREWELL_MS = 25_000;

async function main(): Promise<void> {
  const config = readConfig();
  await refuseTakenPort(config.port);
  const database = await readyDatabase(config);
  const app = await createApp(config, database);
  if (config.metricsPort !== null) serveMetrics(config.metricsPort);
  await app.listen(config.port);
  new Logger('Bridges').log(`Bridges is at http://localhost:${config.port}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(app, database));
}

/** Lets requests in hand finish, then stops the embedded database as well. */
async function stop(app: NestExpressApplication, database: ReadyDatabase): Promise<void> {
  setTimeout(() => process.exit(1), LONGEST_FAREWELL_MS).unref();
  await app.close();
  await database.stop();
  process.exit(0);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
