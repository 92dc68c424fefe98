import request from 'supertest';
import { openTestApp, usernameOf, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(() => testApp.close());

describe('the policy of cookies', () => {
  // A role that signs in without a second step on a server.
  const PEOPLE = { username: usernameOf('businessSupport'), password: 'bridges-demo' };

  /** Signs in as a browser over a proxy would, with these headers, and sends every cookie back. */
  async function signInOver(server: TestApp['server'], headers: Record<string, string>) {
    const jar = new Map<string, string>();
    const keep = (answer: request.Response): request.Response => {
      for (const cookie of (answer.headers['set-cookie'] as unknown as string[] | undefined) ?? [])
        jar.set(cookie.split('=')[0]!, cookie);
      return answer;
    };
    const cookies = (): string => [...jar.values()].map((cookie) => cookie.split(';')[0]).join('; ');
    const page = keep(await request(server).get('/sign-in').set(headers));
    const _csrf = /name="_csrf" value="([^"]+)"/.exec(page.text)![1]!;
    const signed = keep(
      await request(server)
        .post('/sign-in')
        .set(headers)
        .set('Cookie', cookies())
        .type('form')
        .send({ ...PEOPLE, _csrf }),
    );
    const home = await request(server).get('/').set(headers).set('Cookie', cookies());
    return { status: signed.status, home: home.status, cookies: [...jar.values()] };
  }

  it('a browser that drops the cookies is told so, and why', async () => {
    const { text } = await request(testApp.server).get('/sign-in');
    const _csrf = /name="_csrf" value="([^"]+)"/.exec(text)![1]!;
    const answer = await request(testApp.server)
      .post('/sign-in')
      .type('form')
      .send({ ...PEOPLE, _csrf });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('Your browser did not send back the cookie');
    expect(answer.text).toContain('If the address does not begin with https://');
  });

  it.each([
    ['without X-Forwarded-Proto', {}],
    ['with X-Forwarded-Proto', { 'X-Forwarded-Proto': 'https' }],
    ['with a forged X-Forwarded-Proto', { 'X-Forwarded-Proto': 'http' }],
  ])(
    'behind a proxy that terminates TLS, %s: bound to the host and to TLS, and people get in',
    async (_name, headers) => {
      const real = await openTestApp({ demo: false, production: true, publicUrl: 'https://bridges.example' });
      try {
        const { status, home, cookies } = await signInOver(real.server, headers);
        expect([status, home]).toEqual([303, 200]);
        expect(cookies.map((cookie) => cookie.split('=')[0]).sort()).toEqual([
          '__Host-bridges',
          '__Host-bridges-device',
          '__Host-bridges-form',
          '__Host-bridges-last',
        ]);
        for (const cookie of cookies) {
          expect(cookie).toMatch(/; Path=\/;.*HttpOnly; Secure; SameSite=Lax/);
          expect(cookie).not.toContain('Domain');
        }
      } finally {
        await real.close();
      }
    },
    60_000,
  );

  it.each([
    ['', {}],
    [', even with a forged X-Forwarded-Proto', { 'X-Forwarded-Proto': 'https' }],
  ])(
    'directly over http://localhost%s: not bound to TLS, and people get in',
    async (_name, headers) => {
      const real = await openTestApp({ demo: false, production: true, publicUrl: 'http://localhost:3000' });
      try {
        const { status, home, cookies } = await signInOver(real.server, headers);
        expect([status, home]).toEqual([303, 200]);
        expect(cookies).toHaveLength(4);
        for (const cookie of cookies) expect(cookie).toMatch(/^bridges[^;]*; .*HttpOnly; SameSite=Lax/);
        expect(cookies.join()).not.toContain('Secure');
      } finally {
        await real.close();
      }
    },
    60_000,
  );
});
