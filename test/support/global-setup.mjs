import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);

/** Once for a run, before any worker: the database cluster and the template of all tests' databases. */
export default async function setUp() {
  const { startTestCluster } = await import('./cluster.ts');
  globalThis.stopTestCluster = await startTestCluster();
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void globalThis.stopTestCluster().finally(() => process.exit(1)));
}
