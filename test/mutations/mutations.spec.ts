import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { projectRoot } from '#libs/platform';
import { Asking } from '../promises/asking.js';
import { hinderedRoles } from '../promises/roles.js';
import { storiedDatabase } from '../promises/storied.js';
import { differencesAt } from '../promises/tables.js';
import { TRIALS } from '../promises/trials.js';
import { idleTriggers } from '../promises/triggers.js';
import { type Breaking, isKept } from '../promises/violations.js';
import { WHO } from '../promises/who.js';
import { type Mutant, mutantsOf } from './mutants.js';

/**
 * Takes every guard of the database away in turn and asks the checks of who.spec, triggers.spec and promises.spec whether
 * they notice. MUTATIONS narrows it to names that contain a text; MUTATIONS_LOG keeps a line for each.
 */
const NOTED = JSON.parse(readFileSync(join(projectRoot, 'test/promises/constraints.json'), 'utf8')) as Record<
  string,
  Record<string, Breaking>
>;
const wanted = process.env['MUTATIONS'] ?? '';
const log = process.env['MUTATIONS_LOG'];

test('whatever guard is taken away, something notices', async () => {
  const began = Date.now();
  const mutants = (await listed()).filter(({ name, kind }) => `${kind} ${name}`.includes(wanted));
  const unnoticed: string[] = [];
  for (const mutant of mutants) {
    const noticed = await isNoticed(mutant);
    if (!noticed) unnoticed.push(`${mutant.kind}: ${mutant.name}`);
    if (log) appendFileSync(log, `${noticed ? 'noticed' : 'UNNOTICED'} ${mutant.kind} ${mutant.name}\n`);
  }
  const kinds = [...new Set(mutants.map(({ kind }) => kind))].map(
    (kind) => `${mutants.filter((mutant) => mutant.kind === kind).length} × ${kind}`,
  );
  console.info(
    `${mutants.length} guards taken away (${kinds.join(', ')}), ${unnoticed.length} unnoticed, ${Math.round((Date.now() - began) / 1000)} s`,
  );
  expect(unnoticed).toEqual([]);
}, 36_000_000);

async function listed(): Promise<Mutant[]> {
  const { adminUrl, drop } = await storiedDatabase();
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return await mutantsOf(client);
  } finally {
    await client.end();
    await drop();
  }
}

async function isNoticed(mutant: Mutant): Promise<boolean> {
  const { adminUrl, drop } = await storiedDatabase();
  const asking = await Asking.at(adminUrl);
  try {
    await asking.admin.query(mutant.sql);
    return await checked(asking, mutant);
  } catch (error) {
    // A guard that cannot be taken away alone: what leans on it is in the list as well.
    if (/depends on|does not exist/.test((error as Error).message)) return false;
    throw error;
  } finally {
    await asking.close();
    await drop();
  }
}

async function checked(asking: Asking, mutant: Mutant): Promise<boolean> {
  if (mutant.constraint)
    return !(await isKept(asking.admin, mutant.constraint, NOTED[mutant.table]![mutant.constraint.name]!));
  if (mutant.trigger) {
    const trials = TRIALS.filter(({ trigger }) => trigger === mutant.trigger);
    return (await idleTriggers(asking, trials)).length > 0;
  }
  if ((await hinderedRoles(asking.admin, mutant.table)).length > 0) return true;
  return mutant.table in WHO && (await differencesAt(asking, [mutant.table])).length > 0;
}
