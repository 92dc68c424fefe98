import { type Config, DEMO_SESSIONS } from '#libs/platform';

export const SECRET = 'a secret of the measurements alone, long enough';
export const SEED = 1;

export const CONFIG: Config = {
  port: 0,
  metricsPort: null,
  databaseUrl: null,
  dataDir: '',
  roles: ['pages', 'api'],
  production: false,
  demo: true,
  secret: SECRET,
  publicUrl: null,
  mail: { driver: 'none' },
  webhooksToLoopback: false,
  providersOnLoopback: false,
  sessions: DEMO_SESSIONS,
};
