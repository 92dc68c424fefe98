import { type EmbeddedDatabase, startEmbeddedDatabase } from '#libs/platform';
import { useCluster } from '../../support/cluster.js';
import { ask, ownFolder } from '../../support/own-cluster.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';
import { sameNames } from './same-name.js';

// A server as a council has it: UTF-8, and the collation of a language, in which "Aabye" stands behind "Zebra".
const DANISH = ['--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=da'];
const { folder, remove } = ownFolder();
let cluster: EmbeddedDatabase;
let leaveCluster: (() => void) | undefined;
let testApp: TestApp;
beforeAll(async () => {
  cluster = await startEmbeddedDatabase(folder, 'of this cluster', DANISH);
  leaveCluster = await useCluster(cluster);
  testApp = await openTestApp();
}, 300_000);
afterAll(async () => {
  await testApp?.close();
  leaveCluster?.();
  await cluster?.stop();
  remove();
});

test('this cluster orders and splits text in its own way', async () => {
  expect(
    await ask(
      testApp.adminUrl,
      "select 'Aabye' > 'Zebra' as danish, public.show_trgm('é') <> '{}' as splits",
    ),
  ).toEqual([{ danish: true, splits: true }]);
});

sameNames(() => testApp);
