import type pg from 'pg';
import { type PersonaDatabase, dryRun } from './persona-database.js';
import { type TriggerCase, TRIGGER_CASES } from './trigger-cases.js';

/** Triggers, as `table.trigger`, without the expected effect. */
export async function triggersWithoutEffect(
  personaDb: PersonaDatabase,
  cases: readonly TriggerCase[] = TRIGGER_CASES,
): Promise<string[]> {
  const failed: string[] = [];
  for (const triggerCase of cases) {
    const failure = triggerCase.by
      ? await personaDb.as(triggerCase.by, (client) => failureOf(client, triggerCase, personaDb.admin))
      : await dryRun(personaDb.admin, () => failureOf(personaDb.admin, triggerCase, personaDb.admin));
    if (failure) failed.push(`${triggerCase.trigger}: ${failure}`);
  }
  return failed;
}

async function failureOf(
  client: pg.Client,
  { change, done, by }: TriggerCase,
  admin: pg.Client,
): Promise<string | null> {
  const before = done && !by ? await isDone(client, done) : null;
  try {
    await client.query(change);
  } catch (error) {
    return done === undefined ? null : (error as Error).message;
  }
  if (done === undefined) return 'the change was let through';
  // A persona may not see the whole effect, and never commits: the check runs inside their transaction.
  if (by) return (await within(client, done, admin)) ? null : 'nothing followed';
  return before !== null && (await isDone(client, done)) ? null : 'nothing followed';
}

async function isDone(client: pg.Client, done: string): Promise<boolean> {
  return Object.values((await client.query<Record<string, boolean>>(done)).rows[0] ?? {})[0] === true;
}

/** Checks within the same transaction, with the administrator's view. */
async function within(client: pg.Client, done: string, admin: pg.Client): Promise<boolean> {
  if (client === admin) {
    await client.query('reset role');
    return isDone(client, done);
  }
  const { rowCount } = await admin.query("select from pg_namespace where nspname = 'trials'");
  if (rowCount === 0)
    await admin.query(`create schema trials;
      create function trials.done(asked text) returns boolean language plpgsql security definer as $f$
        declare answer boolean; begin execute asked into answer; return answer; end $f$;
      grant usage on schema trials to bridges_app; grant execute on function trials.done(text) to bridges_app`);
  return isDone(client, `select trials.done(${client.escapeLiteral(done)})`);
}
