import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Config } from '#libs/platform';
import { createApp } from './create-app.js';
import type { ReadyDatabase } from './database.js';
import { serveMetrics } from './http/metrics.js';
import { StartLog } from './start-log.js';

const LONGEST_FAREWELL_MS = 25_000;

/** Serves until it is told to stop; then requests in hand are finished and the database is let go. */
export async function serve(config: Config, database: ReadyDatabase): Promise<void> {
  const app = await createApp(config, database, new StartLog());
  if (config.metricsPort !== null) serveMetrics(config.metricsPort);
  await app.listen(config.port);
  new Logger('Bridges').log(`Bridges is at http://localhost:${config.port}`);
  await signal();
  await stop(app, database);
}

const signal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => resolve());
  });

async function stop(app: NestExpressApplication, database: ReadyDatabase): Promise<void> {
  setTimeout(() => process.exit(1), LONGEST_FAREWELL_MS).unref();
  await app.close();
  await database.stop();
}
