import type { Server } from 'node:http';
import request from 'supertest';
import { DEMO_PASSWORD } from '../../apps/console/src/seed/index.js';
import { describeMismatch } from './described-answers.js';
import { KEPT_CONNECTIONS } from './kept-connections.js';

export interface Answer {
  readonly status: number;
  // The caller asserts the body field by field.
  readonly body: any; // eslint-disable-line @typescript-eslint/no-explicit-any
  readonly etag: string | undefined;
  readonly headers: Record<string, string>;
  readonly text: string;
}
interface Sending {
  readonly ifMatch?: string;
  readonly key?: string;
}
type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** What the API says of itself is held against every answer that a test gets. */
function assertDescribed(verb: Verb, path: string, answer: request.Response): void {
  const mismatch = describeMismatch(verb, `/api/v1${path}`, answer);
  if (mismatch) throw new Error(mismatch);
}

/** The JSON API as one person uses it. Paths are under /api/v1. */
export class ApiClient {
  constructor(
    private readonly server: Server,
    readonly token: string,
    /** Whether answers are compared with the description: not where rows hold values that no client could send. */
    private readonly isDescribed = true,
  ) {}

  static async signIn(server: Server, username: string, password = DEMO_PASSWORD): Promise<ApiClient> {
    const answer = await request(server).post('/api/v1/session').send({ username, password });
    assertDescribed('post', '/session', answer);
    const { status, body } = answer;
    if (status !== 201) throw new Error(`${username} could not sign in: ${status}`);
    return new ApiClient(server, (body as { token: string }).token);
  }

  get(path: string): Promise<Answer> {
    return this.send('get', path);
  }
  post(path: string, body: object = {}, sending: Sending = {}): Promise<Answer> {
    return this.send('post', path, body, sending);
  }
  put(path: string, body: object, sending: Sending = {}): Promise<Answer> {
    return this.send('put', path, body, sending);
  }
  patch(path: string, body: object, sending: Sending = {}): Promise<Answer> {
    return this.send('patch', path, body, sending);
  }
  delete(path: string): Promise<Answer> {
    return this.send('delete', path);
  }

  private async send(
    verb: Verb,
    path: string,
    body?: object,
    { ifMatch, key }: Sending = {},
  ): Promise<Answer> {
    const sent = request(this.server)[verb](`/api/v1${path}`).agent(KEPT_CONNECTIONS);
    if (this.token) sent.set('Authorization', `Bearer ${this.token}`);
    if (ifMatch !== undefined) sent.set('If-Match', ifMatch);
    if (key !== undefined) sent.set('Idempotency-Key', key);
    const answer = await (body === undefined ? sent : sent.send(body));
    if (this.isDescribed) assertDescribed(verb, path, answer);
    const headers = answer.headers as Record<string, string>;
    return { status: answer.status, body: answer.body, etag: headers['etag'], headers, text: answer.text };
  }
}
