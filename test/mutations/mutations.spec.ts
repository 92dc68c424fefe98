import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#libs/platform';
import { PersonaDatabase, dryRun } from '../rls/persona-database.js';
import { deniedRoles } from '../rls/roles.js';
import { seededDatabase } from '../rls/seeded-database.js';
import { differencesAt } from '../rls/tables.js';
import { TRIGGER_CASES } from '../rls/trigger-cases.js';
import { triggersWithoutEffect } from '../rls/triggers.js';
import { type Violation, isRefused } from '../rls/constraint-violations.js';
import { TABLE_PERMISSIONS } from '../rls/table-permissions.js';
import { RULES } from '#libs/access';
import { chosen } from './chosen.js';
import { CONTAINED, reasonOf } from './equivalent.js';
import { type Mutant, mutantsOf } from './mutants.js';

/**
 * Removes each guard of the database in turn and runs the checks of table-permissions.spec, triggers.spec and constraints.spec to see
 * whether they notice. MUTATIONS selects guards whose names contain a text; MUTATIONS_LOG writes a line for each.
 */
const NOTED = JSON.parse(readFileSync(join(projectRoot, 'test/rls/constraints.json'), 'utf8')) as Record<
  string,
  Record<string, Violation>
>;
const wanted = process.env['MUTATIONS'];
const log = process.env['MUTATIONS_LOG'];

let personaDb: PersonaDatabase;
let drop: () => Promise<void>;
beforeAll(async () => {
  const clone = await seededDatabase();
  ({ drop } = clone);
  personaDb = await PersonaDatabase.within(clone.adminUrl);
}, 300_000);
afterAll(async () => {
  await personaDb.close();
  await drop();
});

test('removing any guard is noticed by a check', async () => {
  const began = Date.now();
  const all = await mutantsOf(personaDb.admin);
  const mutants = wanted ? all.filter(({ name, kind }) => `${kind} ${name}`.includes(wanted)) : chosen(all);
  const unnoticed: string[] = [];
  for (const mutant of mutants) {
    const since = Date.now();
    const noticed = await isNoticed(mutant);
    const same = noticed ? undefined : reasonOf(mutant);
    if (!noticed && !same) unnoticed.push(`${mutant.kind}: ${mutant.name}`);
    const answer = noticed ? 'noticed' : same ? `the same (${same})` : 'UNNOTICED';
    if (log) appendFileSync(log, `${answer} ${mutant.kind} ${mutant.name} [${Date.now() - since} ms]\n`);
  }
  const kinds = [...new Set(mutants.map(({ kind }) => kind))].map(
    (kind) => `${mutants.filter((mutant) => mutant.kind === kind).length} × ${kind}`,
  );
  console.info(
    `${mutants.length} of ${all.length} guards taken away (${kinds.join(', ')}), ${unnoticed.length} unnoticed, ${Math.round((Date.now() - began) / 1000)} s`,
  );
  expect(unnoticed).toEqual([]);
}, 36_000_000);

test.each(CONTAINED)('every role that holds %s also holds %s', (some, more) => {
  const within = RULES.filter(({ permission }) => permission === more);
  for (const { role, reach, tier } of RULES.filter(({ permission }) => permission === some))
    expect(within.some((one) => one.role === role && one.reach === reach && one.tier <= tier)).toBe(true);
});

test('only a person who may close an episode can ask a manager to approve its closure', async () => {
  const { rows } = await personaDb.admin.query<{ episode: string; manager: string }>(
    `select e.id as episode, a.practitioner_id as manager from episodes e, access.closure_approvers_all(e.id) a`,
  );
  const asked = rows.map(({ episode, manager }) => `('${episode}'::uuid, '${manager}'::uuid)`).join(', ');
  let some = 0;
  for (const persona of personaDb.personas) {
    const result = await personaDb.as(persona, (client) =>
      client.query<{ closes: boolean }>(
        `select a.episode in (select access.may('episode.close')) as closes from (values ${asked}) a (episode, manager)
         where access.may_be_asked_to_approve(a.episode, a.manager)`,
      ),
    );
    some += result.rows.length;
    expect(result.rows.filter(({ closes }) => !closes)).toEqual([]);
  }
  expect(some).toBeGreaterThan(0);
});

/** Removes the guard in a transaction that is rolled back, so that one database serves all mutants. */
function isNoticed(mutant: Mutant): Promise<boolean> {
  return dryRun(personaDb.admin, async () => {
    try {
      await personaDb.admin.query(mutant.sql);
      return await checked(mutant);
    } catch (error) {
      // A guard that cannot be removed alone: the objects that depend on it are in the list as well.
      if (/depends on|does not exist/.test((error as Error).message)) return false;
      throw error;
    }
  });
}

async function checked(mutant: Mutant): Promise<boolean> {
  if (mutant.constraint) {
    const violation = NOTED[mutant.table]?.[mutant.constraint.name];
    return violation !== undefined && !(await isRefused(personaDb.admin, mutant.constraint, violation));
  }
  if (mutant.trigger) {
    const cases = TRIGGER_CASES.filter(({ trigger }) => trigger === mutant.trigger);
    return (await triggersWithoutEffect(personaDb, cases)).length > 0;
  }
  // What applies to the serving role alone takes nothing from another role.
  if (!mutant.isOfServingRole && (await deniedRoles(personaDb.admin, mutant.table)).length > 0) return true;
  if (!(mutant.table in TABLE_PERMISSIONS)) return false;
  return (await differencesAt(personaDb, [mutant.table], { stopAtFirst: true })).length > 0;
}
