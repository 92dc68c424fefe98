import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import pg from 'pg';
import { ActorsService } from '#libs/access';
import type { Actor } from '#libs/platform';
import { createApp } from '../apps/bridges/src/create-app.js';
import { CONFIG } from './config.js';
import type { Database } from './databases.js';
import type { Person } from './people.js';
import { usedBy } from './processor-time.js';

export interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

interface RecordedStatement extends Statement {
  readonly database: string;
  readonly pid: number;
}
/** Statements sent by this process under the serving role, whichever program sent them. */
const recordedStatements: RecordedStatement[] = [];
/** The last backend used for each database. */
const backends = new Map<string, number>();
let isListening = false;

/** The whole program in this process, with a single case connection so that its statements can be recorded and timed. */
export class Program {
  private constructor(
    private readonly app: NestExpressApplication,
    readonly port: number,
    private readonly database: string,
  ) {}

  static async over({ name, appUrl, authUrl }: Database): Promise<Program> {
    if (!isListening) listen();
    const app = await createApp(CONFIG, { appUrl, authUrl, poolSize: 1 }, ['error']);
    await app.listen(0, '127.0.0.1');
    return new Program(app, (app.getHttpServer().address() as AddressInfo).port, name);
  }

  async actor({ practitionerId, postId }: Pick<Person, 'practitionerId' | 'postId'>): Promise<Actor> {
    const posts = await this.app.get(ActorsService, { strict: false }).postsOf(practitionerId);
    const actor = posts.find((post) => post.postId === postId);
    if (!actor) throw new Error('No one holds this post.');
    return actor;
  }

  /** The statements sent while `work` runs, and the Postgres processor time they used. */
  async during(work: () => Promise<unknown>): Promise<{ statements: Statement[]; milliseconds: number }> {
    const pid = backends.get(this.database);
    const before = pid ? usedBy(pid) : NaN;
    recordedStatements.length = 0;
    await work();
    const sent = recordedStatements.filter(({ database }) => database === this.database);
    const same = sent.length > 0 && sent.every((statement) => statement.pid === pid);
    return { statements: sent, milliseconds: same ? usedBy(pid!) - before : NaN };
  }

  close(): Promise<void> {
    return this.app.close();
  }
}

function listen(): void {
  isListening = true;
  const clients = pg.Client.prototype as unknown as {
    query(this: pg.Client & { processID: number }, ...given: unknown[]): unknown;
  };
  const send = clients.query;
  clients.query = function (...given) {
    const [first, second] = given;
    const { text, values } =
      typeof first === 'string' ? { text: first, values: second } : (first as Partial<Statement>);
    if (text && this.user === 'bridges_app') {
      backends.set(this.database!, this.processID);
      recordedStatements.push({
        text,
        values: Array.isArray(values) ? values : [],
        database: this.database!,
        pid: this.processID,
      });
    }
    return send.apply(this, given);
  };
}
