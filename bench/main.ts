import 'reflect-metadata';
import { logVerification } from './access-log.js';
import { Child } from './child.js';
import { copyOf, populatedDatabase, startCluster } from './databases.js';
import { duplicatesCost } from './duplicates.js';
import type { Measured } from './measured.js';
import { recordPages, countiesCost, permissionCost, reachCost } from './pages.js';
import { giveAccounts, people } from './people.js';
import { Program } from './program.js';
import { report } from './report.js';
import { searchCost } from './search.js';
import { pageCost, throughput } from './serving.js';
import { startTime } from './start.js';
import { statementsOf } from './statements.js';
import { waitsForRows } from './waits.js';
import { writesCost } from './writes.js';

// Measures the cost of permission checks, reach, size and the program itself, as ratios within one run on one machine.
const size = {
  children: sizeOf('BENCH_CHILDREN', 134_500),
  counties: sizeOf('BENCH_COUNTIES', 10),
};
const SMALL = 4_000;
type Figures = Measured[] | AsyncIterable<Measured>;
/** `npm run bench -- search` measures searches alone, and leaves the results of the rest as they are. */
const only = process.argv[2];
if (only && only !== 'search') throw new Error(`Only "search" can be measured alone, not "${only}".`);
const say = (line: string): void => console.log(line);
/** Clean-up functions, run in reverse order. */
const endings: (() => Promise<void>)[] = [];

async function main(): Promise<void> {
  const cluster = await startCluster();
  endings.push(() => cluster.stop());
  const small = await populatedDatabase(cluster.url, { children: SMALL, counties: 1 }, say);
  const one = await populatedDatabase(cluster.url, { ...size, counties: 1 }, say);
  const measured: Measured[] = [];
  // Report after each figure, so an interrupted run still leaves results.
  const add = async (figures: Figures | Promise<Measured | Measured[]>): Promise<void> => {
    const given = await figures;
    for await (const figure of 'what' in given ? [given] : given) {
      measured.push(figure);
      say(`${figure.what}: ${figure.value.toFixed(2)}${figure.unit} (${figure.goal}); ${figure.note}`);
      await report(size, one, measured, only ?? 'latest');
    }
  };
  await add(searchCost(one, small, size.children));
  await add(duplicatesCost(one, small, size.children));
  if (only) return;
  const many = size.counties > 1 ? await populatedDatabase(cluster.url, size, say) : null;
  const served = await copyOf(cluster.url, one, 'served');
  const persons = await people(one);
  await giveAccounts(served, Object.values(persons));

  const program = await Program.over(served);
  endings.push(() => program.close());
  const { pages, refusals } = await recordPages(program, served, persons);
  const { practitioner, manager } = persons;
  await add(refusals);
  await add(statementsOf(pages));
  await add(reachCost(program, one, pages, persons));
  await add(waitsForRows(program, one, pages[0]!));
  await add(permissionCost(program, one, await copyOf(cluster.url, one, 'free'), pages));
  const server = await Child.start('./app-server.js', { BENCH_DATABASE: JSON.stringify(served) });
  endings.push(() => server.stop());
  await add(throughput(program, served, server, practitioner));
  await add(pageCost(server, practitioner, 'home', '/'));
  await add(pageCost(server, practitioner, 'episode', pages[0]!.path));
  await add(pageCost(server, manager, 'caseload', '/caseload'));
  await server.stop();
  // Must follow the last sign-in to the first program: sign-in state is global and belongs to the newest program.
  await add(
    writesCost(await copyOf(cluster.url, one, 'written'), await copyOf(cluster.url, small, 'written_small')),
  );
  await add(startTime());
  await add(logVerification());
  if (many) await add(countiesCost(program, many, one, pages, size.counties));
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
