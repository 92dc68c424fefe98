import type { AddressInfo } from 'node:net';
import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Config } from '#libs/platform';
import { createApp } from './create-app.js';
import type { PreparedDatabase } from './database.js';
import { serveMetrics } from './http/metrics.js';
import { ProgramLog } from './program-log.js';

const SHUTDOWN_TIMEOUT_MS = 25_000;

/** Serves until it is told to stop; then finishes running requests and closes the database. */
export async function serve(config: Config, database: PreparedDatabase): Promise<void> {
  const app = await createApp(config, database, new ProgramLog(config));
  if (config.metricsPort !== null) serveMetrics(config.metricsPort);
  await app.listen(config.port);
  const { port } = app.getHttpServer().address() as AddressInfo;
  new Logger('Bridges').log(`Bridges is ready at ${config.publicUrl ?? `http://localhost:${port}`}`);
  await signal();
  await stop(app, database);
}

const signal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => resolve());
  });

async function stop(app: NestExpressApplication, database: PreparedDatabase): Promise<void> {
  const impatience = setTimeout(() => process.exit(1), SHUTDOWN_TIMEOUT_MS).unref();
  await app.close();
  await database.stop();
  clearTimeout(impatience);
}
