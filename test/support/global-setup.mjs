import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);

/** Once for a run, before any worker: the database cluster and the template of all tests' databases. */
export default async function setUp() {
  const { startTestCluster } = await import('./cluster.ts');
  globalThis.stopTestCluster = await startTestCluster();
}
