import 'reflect-metadata';
import type { Config } from '#libs/platform';
import { logVerification } from './access-log.js';
import { createApp } from '../apps/bridges/src/create-app.js';
import { Child } from './child.js';
import { giveAccounts, people, populated, query, SECRET, startCluster } from './databases.js';
import { countiesCost, type Measured, permissionCost, questions } from './measures.js';
import { report } from './report.js';
import { pageCost, throughput } from './serving.js';

// What permissions, more counties and the program itself cost, as ratios of one run on one machine.
const SEED = 1;
const run = {
  children: sizeOf('BENCH_CHILDREN', 134_500),
  counties: sizeOf('BENCH_COUNTIES', 10),
  seed: SEED,
};
const CONFIG: Config = {
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
const say = (line: string): void => console.log(line);
/** What has to be ended, the last begun first. */
const endings: (() => Promise<void>)[] = [];

async function main(): Promise<void> {
  const cluster = await startCluster();
  endings.push(() => cluster.stop());
  const one = await populated(cluster.url, 'one_county', { ...run, counties: 1 }, say);
  const many = run.counties > 1 ? await populated(cluster.url, 'many_counties', run, say) : null;
  const { manager, practitioner } = await people(one, one.report.counties[0]!.authorityId);
  await giveAccounts(one, [manager, practitioner]);

  const app = await createApp(CONFIG, { ...one, poolSize: 4 }, ['error']);
  await app.init();
  endings.push(() => app.close());
  const measured: Measured[] = [];
  const asked = await questions(app, manager, practitioner);
  for (const question of asked) measured.push(await permissionCost(app, one, question));
  if (many) for (const question of asked) measured.push(await countiesCost(app, one, many, question));

  const server = await Child.start('./app-server.js', { BENCH_DATABASE: JSON.stringify(one) });
  endings.push(() => server.stop());
  measured.push(await throughput(app, one, server, practitioner));
  const [episode] = await query<{ id: string }>(
    one.adminUrl,
    'select e.id from episodes e where e.opened_by = $1 and e.closed_at is null order by e.id limit 1',
    [practitioner.practitionerId],
  );
  measured.push(await pageCost(server, practitioner, 'home', '/'));
  if (episode)
    measured.push(await pageCost(server, practitioner, 'episode overview', `/episodes/${episode.id}`));
  measured.push(await pageCost(server, manager, 'caseload', '/caseload'));
  measured.push(await logVerification());
  await report(run, one, many, measured);
}

function sizeOf(name: string, usual: number): number {
  const size = Number(process.env[name] ?? usual);
  if (!Number.isInteger(size) || size < 1) throw new Error(`${name} must be a whole number of 1 or more.`);
  return size;
}

async function endAll(): Promise<void> {
  for (let end = endings.pop(); end; end = endings.pop())
    await end().catch((error: Error) => console.error(error.message));
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void endAll().finally(() => process.exit(1)));
try {
  await main();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await endAll();
}
