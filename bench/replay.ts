import { createHash } from 'node:crypto';
import pg from 'pg';
import { type Actor, deriveKey, newId, signClaim } from '#libs/platform';
import { SECRET } from './config.js';
import { usedBy } from './processor-time.js';
import type { Statement } from './program.js';

export const isEnd = ({ text }: Statement): boolean => /^\s*(commit|rollback)\b/i.test(text);
export const isPresentation = ({ text }: Statement): boolean => text.includes('access.present_claim(');
const isEntry = ({ text }: Statement): boolean => text.includes('insert into audit.entries');

/** Prepared in the same way as the program prepares frequent statements. */
export const prepared = ({ text, values }: Statement): pg.QueryConfig =>
  values.length > 0
    ? { name: createHash('sha256').update(text).digest('base64url').slice(0, 32), text, values }
    : { text };

/** The same statement for a new run: a fresh claim signature and a fresh access-log entry id. */
export function renewed(statement: Statement, who: Actor): Statement {
  const [, ...rest] = statement.values;
  if (isPresentation(statement))
    return { ...statement, values: [signClaim(deriveKey(SECRET, 'claim'), who), ...rest] };
  return isEntry(statement) ? { ...statement, values: [newId(), ...rest] } : statement;
}

/** One connection that replays the program's statements and rolls back what they wrote. */
export class Replay {
  private constructor(
    private readonly client: pg.Client,
    private readonly pid: number,
    private readonly who: Actor,
  ) {}

  static async over(url: string, who: Actor): Promise<Replay> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    return new Replay(client, rows[0]!.pid, who);
  }

  async time(statements: readonly Statement[]): Promise<number> {
    const before = usedBy(this.pid);
    await this.send(statements);
    const used = usedBy(this.pid) - before;
    await this.undo();
    return used;
  }

  async answers(statements: readonly Statement[]): Promise<unknown[][]> {
    const answers = await this.send(statements);
    await this.undo();
    return answers;
  }

  /** Leaves the transaction open. */
  async send(statements: readonly Statement[]): Promise<unknown[][]> {
    const answers: unknown[][] = [];
    for (const statement of statements) {
      if (isEnd(statement)) continue;
      answers.push((await this.client.query(prepared(renewed(statement, this.who)))).rows as unknown[]);
    }
    return answers;
  }

  async undo(): Promise<void> {
    await this.client.query('rollback');
  }

  end(): Promise<void> {
    return this.client.end();
  }
}
