import { Agent, request } from 'node:http';
import { DEMO_PASSWORD } from '../apps/console/src/seed/index.js';

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly cookies: readonly string[];
}

const LONGEST_MS = 40_000;

/** A client on loopback with a bounded number of keep-alive connections. */
export class Visitor {
  private readonly agent: Agent;
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly port: number,
    private readonly connections: number,
    private token = '',
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  async signInToApi(username: string): Promise<void> {
    const { status, body } = await this.send(
      'POST',
      '/api/v1/session',
      JSON.stringify({ username, password: DEMO_PASSWORD }),
      'application/json',
    );
    if (status !== 201) throw new Error(`${username} could not sign in (${status}): ${body.slice(0, 200)}`);
    this.token = (JSON.parse(body) as { token: string }).token;
  }

  async signInToPages(username: string): Promise<void> {
    const form = await this.get('/sign-in');
    const csrf = /name="_csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? '';
    const fields = new URLSearchParams({ _csrf: csrf, username, password: DEMO_PASSWORD }).toString();
    const { status } = await this.send('POST', '/sign-in', fields, 'application/x-www-form-urlencoded');
    if (status !== 303) throw new Error(`${username} could not sign in to the pages (${status}).`);
  }

  get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  async succeed(path: string): Promise<Answer> {
    const answer = await this.get(path);
    if (answer.status !== 200)
      throw new Error(`${path} answered ${answer.status}: ${answer.body.slice(0, 200)}`);
    return answer;
  }

  async post(path: string, body: object): Promise<void> {
    const answer = await this.send('POST', path, JSON.stringify(body), 'application/json');
    if (answer.status !== 201)
      throw new Error(`${path} answered ${answer.status}: ${answer.body.slice(0, 400)}`);
  }

  /** Sends `total` requests over all connections; returns requests per second. Every request must succeed. */
  async hammer(path: string, requests: number): Promise<number> {
    let left = requests;
    const began = process.hrtime.bigint();
    const worker = async (): Promise<void> => {
      while (left-- > 0) await this.succeed(path);
    };
    await Promise.all(Array.from({ length: this.connections }, worker));
    return requests / (Number(process.hrtime.bigint() - began) / 1e9);
  }

  end(): void {
    this.agent.destroy();
  }

  private send(method: string, path: string, body = '', type = ''): Promise<Answer> {
    const headers = {
      ...(this.token ? { Authorization: `Bearer ${this.token}` } : {}),
      ...(this.cookies.size > 0 ? { Cookie: [...this.cookies.values()].join('; ') } : {}),
      ...(type ? { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) } : {}),
    };
    return new Promise((resolve, reject) => {
      const sent = request(
        { host: '127.0.0.1', port: this.port, method, path, headers, agent: this.agent, timeout: LONGEST_MS },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('end', () => {
            const cookies = answer.headers['set-cookie'] ?? [];
            for (const cookie of cookies) this.cookies.set(cookie.split('=')[0]!, cookie.split(';')[0]!);
            resolve({ status: answer.statusCode!, body: Buffer.concat(parts).toString('utf8'), cookies });
          });
        },
      );
      sent.on('timeout', () => sent.destroy(new Error(`${path} gave no answer.`)));
      sent.on('error', reject);
      sent.end(body);
    });
  }
}
