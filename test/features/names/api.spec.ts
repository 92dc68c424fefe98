import { openTestApp, type TestApp } from '../../support/test-app.js';
import { sameNames } from './same-name.js';

let world: TestApp;
beforeAll(async () => {
  world = await openTestApp();
}, 120_000);
afterAll(() => world.close());

sameNames(() => world);
