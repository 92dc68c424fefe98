import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);

/** Runs once before any worker: starts the database cluster and creates the template for all tests' databases. */
export default async function setUp() {
  const { startTestCluster } = await import('./cluster.ts');
  globalThis.stopTestCluster = await startTestCluster();
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void globalThis.stopTestCluster().finally(() => process.exit(1)));
}
