import type { Server } from 'node:http';
import request from 'supertest';
import { scimMismatch } from './scim-conformance.js';
import { KEPT_CONNECTIONS } from './kept-connections.js';
import type { TestApp } from './test-app.js';

export interface ScimAnswer {
  readonly status: number;
  // The caller asserts the body field by field.
  readonly body: any; // eslint-disable-line @typescript-eslint/no-explicit-any
  readonly headers: Readonly<Record<string, string>>;
}
interface Sending {
  readonly ifMatch?: string;
  readonly type?: string;
}
type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';

export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** An identity provider with the service token of an agency. Every answer is held against RFC 7643 and 7644. */
export class ScimClient {
  constructor(
    private readonly server: Server,
    readonly token: string,
  ) {}

  /** A provider with a new token that the persona, an administrator, makes on the page. */
  static async of(testApp: TestApp, persona = 'agencyAdministrator'): Promise<ScimClient> {
    return new ScimClient(testApp.server, await newServiceToken(testApp, persona));
  }

  get(path: string): Promise<ScimAnswer> {
    return this.send('get', path);
  }
  post(path: string, body: unknown, sending: Sending = {}): Promise<ScimAnswer> {
    return this.send('post', path, body, sending);
  }
  put(path: string, body: unknown, sending: Sending = {}): Promise<ScimAnswer> {
    return this.send('put', path, body, sending);
  }
  /** With these operations, in one PatchOp. */
  patch(path: string, Operations: unknown, sending: Sending = {}): Promise<ScimAnswer> {
    return this.send('patch', path, { schemas: [PATCH_OP], Operations }, sending);
  }
  delete(path: string): Promise<ScimAnswer> {
    return this.send('delete', path);
  }

  async send(verb: Verb, path: string, body?: unknown, { ifMatch, type }: Sending = {}): Promise<ScimAnswer> {
    const sent = request(this.server)[verb](`/scim/v2${path}`).agent(KEPT_CONNECTIONS);
    if (this.token) sent.set('Authorization', `Bearer ${this.token}`);
    if (ifMatch !== undefined) sent.set('If-Match', ifMatch);
    if (body !== undefined) sent.set('Content-Type', type ?? 'application/scim+json');
    const answer = await (body === undefined
      ? sent
      : sent.send(typeof body === 'string' ? body : JSON.stringify(body)));
    const mismatch = scimMismatch(verb, path, answer);
    if (mismatch) throw new Error(`${verb} ${path}: ${mismatch} ${answer.text.slice(0, 600)}`);
    return {
      status: answer.status,
      body: answer.body as unknown,
      headers: answer.headers as Record<string, string>,
    };
  }
}

let names = 0;
/** The text of a service token that an administrator has just made on the page. */
export async function newServiceToken(testApp: TestApp, persona = 'agencyAdministrator'): Promise<string> {
  const browser = await testApp.browse(persona);
  const page = await browser.submit(
    '/service-tokens',
    newTokenForm(`Provider ${++names}`),
    '/service-tokens',
  );
  const token = /bridges_service_[\w-]{43}/.exec(page.text)?.[0];
  if (!token) throw new Error(`No token was made: ${page.status}`);
  return token;
}

export function newTokenForm(name: string, days = 30): Record<string, string> {
  const last = new Date(Date.now() + days * 86_400_000);
  return {
    ...{ name, scope: 'people', 'lastDayOn-day': String(last.getUTCDate()) },
    ...{ 'lastDayOn-month': String(last.getUTCMonth() + 1), 'lastDayOn-year': String(last.getUTCFullYear()) },
  };
}
