import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { createApp } from '../apps/bridges/src/create-app.js';
import { answerAbout } from './child.js';
import { CONFIG } from './config.js';

// The program itself, on loopback, in a process of its own.
const { appUrl, doorUrl } = JSON.parse(process.env['BENCH_DATABASE']!) as { appUrl: string; doorUrl: string };
const app = await createApp(CONFIG, { appUrl, doorUrl }, ['error']);
await app.listen(0, '127.0.0.1');
answerAbout((app.getHttpServer().address() as AddressInfo).port);
