import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { createApp } from '../apps/bridges/src/create-app.js';
import { reportUsage } from './child.js';
import { CONFIG } from './config.js';

// Runs the program on loopback in its own process.
const { appUrl, authUrl } = JSON.parse(process.env['BENCH_DATABASE']!) as { appUrl: string; authUrl: string };
const app = await createApp(CONFIG, { appUrl, authUrl }, ['error']);
await app.listen(0, '127.0.0.1');
reportUsage((app.getHttpServer().address() as AddressInfo).port);
