import type pg from 'pg';
import { type PersonaDatabase, dryRun } from './asking.js';
import { type Trial, TRIALS } from './trials.js';

/** Triggers, as `table.trigger`, without the expected effect. */
export async function idleTriggers(
  personaDb: PersonaDatabase,
  trials: readonly Trial[] = TRIALS,
): Promise<string[]> {
  const idle: string[] = [];
  for (const trial of trials) {
    const failure = trial.by
      ? await personaDb.as(trial.by, (client) => failureOf(client, trial, personaDb.admin))
      : await dryRun(personaDb.admin, () => failureOf(personaDb.admin, trial, personaDb.admin));
    if (failure) idle.push(`${trial.trigger}: ${failure}`);
  }
  return idle;
}

async function failureOf(
  client: pg.Client,
  { change, done, by }: Trial,
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
