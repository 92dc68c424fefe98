import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import pg from 'pg';
import { type Answer, type Api, DEMO_PASSWORD, PERSONAS } from './seed/index.js';

/**
 * Runs the stories against the program: its own JSON API on loopback, and a clock that moves to the time of each act.
 */
export class DemoApi implements Api {
  private readonly tokens = new Map<string, string>();

  private constructor(
    private readonly server: Server,
    private readonly base: string,
    private readonly owner: pg.Client,
  ) {}

  static async over(app: NestExpressApplication, adminUrl: string): Promise<DemoApi> {
    await app.init();
    const server = createServer(app.getHttpAdapter().getInstance() as never);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const owner = new pg.Client({ connectionString: adminUrl });
    await owner.connect();
    await owner.query('set role bridges_owner');
    return new DemoApi(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`, owner);
  }

  async at(instant: Date): Promise<void> {
    await this.owner.query('update platform.settings set clock_offset = $1::timestamptz - now()', [instant]);
  }

  async call(
    persona: string,
    method: string,
    path: string,
    body?: unknown,
    ifMatch?: string,
  ): Promise<Answer> {
    const token = this.tokens.get(persona) ?? (await this.signIn(persona));
    return this.send(method, path, body, {
      Authorization: `Bearer ${token}`,
      ...(ifMatch ? { 'If-Match': ifMatch } : {}),
    });
  }

  /** Resets the clock and closes all connections. */
  async close(): Promise<void> {
    await this.owner.query("update platform.settings set clock_offset = '0'");
    await this.owner.end();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async signIn(key: string): Promise<string> {
    const username = PERSONAS.find((persona) => persona.key === key)?.username;
    const { status, body } = await this.send('POST', '/session', { username, password: DEMO_PASSWORD }, {});
    if (status !== 201) throw new Error(`${key} could not sign in to tell a story (${status}).`);
    const { token } = body as { token: string };
    this.tokens.set(key, token);
    return token;
  }

  private async send(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Answer> {
    const answer = await fetch(this.base + path, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      body: text ? (JSON.parse(text) as unknown) : null,
      etag: answer.headers.get('etag'),
    };
  }
}
