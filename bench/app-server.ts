import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import type { Config } from '#libs/platform';
import { createApp } from '../apps/bridges/src/create-app.js';
import { answerAbout } from './child.js';
import { SECRET } from './databases.js';

// The program itself, on loopback, in a process of its own.
const { appUrl, doorUrl } = JSON.parse(process.env['BENCH_DATABASE']!) as { appUrl: string; doorUrl: string };
const config: Config = {
  port: 0,
  metricsPort: null,
  databaseUrl: null,
  dataDir: '',
  roles: ['pages', 'api'],
  production: false,
  demo: true,
  secret: SECRET,
  publicUrl: null,
};
const app = await createApp(config, { appUrl, doorUrl }, ['error']);
await app.listen(0, '127.0.0.1');
answerAbout((app.getHttpServer().address() as AddressInfo).port);
