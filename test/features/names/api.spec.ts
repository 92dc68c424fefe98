import { openTestApp, type TestApp } from '../../support/test-app.js';
import { sameNames } from './same-name.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

sameNames(() => testApp);
