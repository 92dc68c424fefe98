import type { Server } from 'node:http';
import request from 'supertest';
import { DEMO_PASSWORD } from '../../apps/console/src/seed/index.js';
import { KEPT_CONNECTIONS } from './kept-connections.js';

export interface Shown {
  readonly status: number;
  readonly text: string;
  readonly location: string | undefined;
  readonly headers: Record<string, string>;
}

/** The pages as a person without JavaScript uses them. */
export class Browser {
  private token = '';

  private constructor(private readonly agent: ReturnType<typeof request.agent>) {}

  static stranger(server: Server): Browser {
    return new Browser(request.agent(server));
  }

  static async signIn(server: Server, username: string, password = DEMO_PASSWORD): Promise<Browser> {
    const browser = Browser.stranger(server);
    const answer = await browser.submit('/sign-in', { username, password }, '/sign-in');
    if (answer.status !== 303) throw new Error(`${username} could not sign in: ${answer.status}`);
    return browser;
  }

  async get(path: string): Promise<Shown> {
    const page = toShown(await this.agent.get(path).agent(KEPT_CONNECTIONS));
    this.token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? this.token;
    return page;
  }

  /** A file, as it is kept. */
  async download(path: string): Promise<Shown & { readonly content: Buffer }> {
    const answer = await this.agent.get(path).agent(KEPT_CONNECTIONS).buffer(true).parse(toBytes);
    return { ...toShown(answer), content: Buffer.from(answer.body as Buffer) };
  }

  /** Posts a form with the CSRF token of the last page shown. */
  async post(path: string, fields: Record<string, string>): Promise<Shown> {
    const body = new URLSearchParams({ _csrf: this.token, ...fields });
    return toShown(await this.agent.post(path).agent(KEPT_CONNECTIONS).type('form').send(body.toString()));
  }

  /** Sends a form as it was shown, with the token of the last page, from that page. */
  async sendForm(
    path: string,
    fields: Readonly<Record<string, readonly string[]>>,
    from: string,
  ): Promise<Shown> {
    const body = new URLSearchParams({ _csrf: this.token });
    for (const [name, values] of Object.entries(fields)) for (const one of values) body.append(name, one);
    const referer = new URL(from, 'http://127.0.0.1').toString();
    const sent = this.agent.post(path).agent(KEPT_CONNECTIONS).set('Referer', referer);
    return toShown(await sent.type('form').send(body.toString()));
  }

  /** Sends fields as the script of a page does, with the token of the last page. */
  async sendQuietly(path: string, fields: Readonly<Record<string, readonly string[]>>): Promise<Shown> {
    const body = new URLSearchParams({ _csrf: this.token });
    for (const [name, values] of Object.entries(fields)) for (const one of values) body.append(name, one);
    const sent = this.agent.post(path).agent(KEPT_CONNECTIONS).set('Accept', 'application/json');
    return toShown(await sent.type('form').send(body.toString()));
  }

  /** Sends a form with a file, with the CSRF token of the page that it is on. */
  async upload(
    path: string,
    fields: Record<string, string>,
    file: { readonly name: string; readonly content: string | Buffer },
    from: string,
  ): Promise<Shown> {
    const token = /name="_csrf" value="([^"]+)"/.exec((await this.get(from)).text)?.[1] ?? '';
    const sent = this.agent.post(path).agent(KEPT_CONNECTIONS);
    for (const [name, value] of Object.entries({ _csrf: token, ...fields })) void sent.field(name, value);
    return toShown(await sent.attach('file', Buffer.from(file.content), file.name));
  }

  /** Posts a form with the CSRF token of the page it belongs to (by default any signed-in page). */
  async submit(
    path: string,
    fields: Record<string, string | readonly string[]>,
    from = '/help',
  ): Promise<Shown> {
    const token = /name="_csrf" value="([^"]+)"/.exec((await this.get(from)).text)?.[1] ?? '';
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries({ _csrf: token, ...fields }))
      for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
    return toShown(await this.agent.post(path).agent(KEPT_CONNECTIONS).type('form').send(body.toString()));
  }
}

/** Keeps an answer as it is, whatever kind of file it is. */
function toBytes(answer: request.Response, done: (error: Error | null, content: Buffer) => void): void {
  const chunks: Buffer[] = [];
  const stream = answer as unknown as NodeJS.ReadableStream;
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
}

function toShown(answer: request.Response): Shown {
  const headers = answer.headers as Record<string, string>;
  // A file has no text.
  const text = (answer.text as string | undefined) ?? '';
  return { status: answer.status, text, location: headers['location'], headers };
}
