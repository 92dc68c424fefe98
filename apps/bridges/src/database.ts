import { join } from 'node:path';
import { RULES } from '#libs/access';
import {
  type Config,
  deriveKey,
  type EmbeddedDatabase,
  migrate,
  provision,
  startEmbeddedDatabase,
  urlAs,
} from '#libs/platform';
import type { Connections } from './app.module.js';

export interface ReadyDatabase extends Connections {
  readonly adminUrl: string;
  readonly sealerUrl: string;
  stop(): Promise<void>;
}

/** Finds or starts the database, makes its roles, brings its schema up to date. */
export async function readyDatabase(config: Config): Promise<ReadyDatabase> {
  const embedded = config.databaseUrl ? null : await startEmbedded(config);
  const adminUrl = config.databaseUrl ?? embedded!.url('postgres');
  await provision(adminUrl, config.secret);
  await migrate(adminUrl, { secret: config.secret, demo: config.demo, rules: RULES });
  return {
    adminUrl,
    appUrl: urlAs(adminUrl, 'bridges_app', config.secret),
    doorUrl: urlAs(adminUrl, 'bridges_door', config.secret),
    sealerUrl: urlAs(adminUrl, 'bridges_sealer', config.secret),
    stop: async () => embedded?.stop(),
  };
}

function startEmbedded(config: Config): Promise<EmbeddedDatabase> {
  return startEmbeddedDatabase(
    join(config.dataDir, 'database'),
    deriveKey(config.secret, 'embedded superuser').toString('hex'),
  );
}
