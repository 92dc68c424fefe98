import { type AddressInfo, connect } from 'node:net';
import request from 'supertest';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
let port: number;
/** The limits of the shipped program, before this spec shortens them. */
let shipped: Record<string, unknown>;
beforeAll(async () => {
  testApp = await openTestApp();
  const { headersTimeout, requestTimeout, connectionsCheckingInterval, maxHeadersCount } =
    testApp.server as typeof testApp.server & { connectionsCheckingInterval: number };
  shipped = { headersTimeout, requestTimeout, connectionsCheckingInterval, maxHeadersCount };
  Object.assign(testApp.server, {
    headersTimeout: 1_000,
    requestTimeout: 2_500,
    connectionsCheckingInterval: 100,
  });
  // The interval of the checks is read when the server begins to listen.
  await new Promise((resolve) => testApp.server.close(resolve));
  await new Promise<void>((resolve) => testApp.server.listen(0, '127.0.0.1', resolve));
  port = (testApp.server.address() as AddressInfo).port;
}, 60_000);
afterAll(() => testApp.close());

interface Ending {
  readonly text: string;
  readonly ms: number;
}

/** Sends the text as it is, then a part again and again, until the server ends the connection. */
function send(text: string, again = '', everyMs = 100): Promise<Ending> {
  const began = Date.now();
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    const drip = again ? setInterval(() => socket.writable && socket.write(again), everyMs) : undefined;
    socket.on('data', (data) => (received += data.toString('utf8')));
    // Writing to a connection that the server has just closed is an error of this client alone.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(drip);
      resolve({ text: received, ms: Date.now() - began });
    });
  });
}
const statusOf = ({ text }: Ending): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]);
const head = (line: string, ...headers: string[]): string =>
  [`${line} HTTP/1.1`, 'Host: localhost', ...headers, '', ''].join('\r\n');

describe('a slow client', () => {
  it('has 10 seconds for the headers and 30 for the request, and slow ones are looked for every second', () => {
    expect(shipped).toMatchObject({
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      connectionsCheckingInterval: 1_000,
    });
  });

  it('that sends one header after another without end is cut off', async () => {
    const ending = await send('GET / HTTP/1.1\r\nHost: localhost\r\n', 'X-More: again\r\n');
    expect(statusOf(ending)).toBe(408);
    expect(ending.ms).toBeGreaterThanOrEqual(900);
    expect(ending.ms).toBeLessThan(10_000);
  });

  it('that says nothing at all is cut off', async () => {
    const ending = await send('');
    expect(statusOf(ending)).toBe(408);
    expect(ending.ms).toBeLessThan(10_000);
  });

  it.each([
    ['the API', head('POST /api/v1/session', 'Content-Type: application/json', 'Content-Length: 400000')],
    [
      'a page',
      head('POST /sign-in', 'Content-Type: application/x-www-form-urlencoded', 'Content-Length: 400000'),
    ],
  ])('that sends the body to %s byte by byte is cut off', async (_where, start) => {
    const ending = await send(start, 'x');
    expect(statusOf(ending)).toBe(408);
    expect(ending.ms).toBeGreaterThanOrEqual(2_400);
    expect(ending.ms).toBeLessThan(15_000);
  });

  it('keeps no other person waiting, however many connections it opens', async () => {
    const slow = Array.from({ length: 200 }, () =>
      send('GET / HTTP/1.1\r\nHost: localhost\r\n', 'X-More: 1\r\n', 300),
    );
    const began = Date.now();
    expect((await request(`http://127.0.0.1:${port}`).get('/health/live')).status).toBe(200);
    expect(Date.now() - began).toBeLessThan(5_000);
    expect((await Promise.all(slow)).map(statusOf)).toEqual(slow.map(() => 408));
  });
});

describe('a request that is too large or malformed', () => {
  const MEGABYTE = 'x'.repeat(1024 * 1024);
  const chunk = `${MEGABYTE.length.toString(16)}\r\n${MEGABYTE}\r\n`;

  const post = (...headers: string[]): string =>
    head('POST /api/v1/session', 'Content-Type: application/json', 'Connection: close', ...headers);

  it('is refused, whether its length is announced or not', async () => {
    for (const text of [
      post(`Content-Length: ${3 * MEGABYTE.length}`) + MEGABYTE.repeat(3),
      `${post('Transfer-Encoding: chunked')}${chunk.repeat(3)}0\r\n\r\n`,
    ]) {
      const ending = await send(text);
      expect(statusOf(ending)).toBe(413);
      expect(ending.text).toContain('application/problem+json');
    }
  });

  it('is not kept in memory while it arrives, and is cut off in time when it does not end', async () => {
    const before = process.memoryUsage().rss;
    const endings = await Promise.all([
      send(post('Content-Length: 9000000000'), MEGABYTE, 20),
      send(post('Transfer-Encoding: chunked'), chunk, 20),
    ]);
    // The answer itself may be lost to a client that is still sending.
    for (const ending of endings) {
      expect(ending.ms).toBeLessThan(15_000);
      expect(ending.text).toMatch(/^$|^HTTP\/1\.1 408 /);
    }
    // Together they sent some two hundred megabytes.
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  });

  it('gets a page in the browser, and the same limit counts the fields of a form', async () => {
    const form = (body: string) =>
      request(`http://127.0.0.1:${port}`).post('/sign-in').type('form').send(body);
    const tooLong = await form(`username=${'x'.repeat(2_200_000)}`);
    expect([tooLong.status, tooLong.type]).toEqual([413, 'text/html']);
    expect(tooLong.text).toContain('What you sent is too large.');
    const tooMany = await form(Array.from({ length: 501 }, (_, nth) => `f${nth}=1`).join('&'));
    expect([tooMany.status, tooMany.type]).toEqual([413, 'text/html']);
  });

  it('is refused when its headers are larger than 16 KB', async () => {
    expect(statusOf(await send(head('GET /', `X-Large: ${'x'.repeat(20_000)}`)))).toBe(431);
  });

  it.each([
    ['gives two lengths', head('POST /sign-in', 'Content-Length: 5', 'Content-Length: 6')],
    [
      'gives a length and sends chunks',
      head('POST /sign-in', 'Content-Length: 5', 'Transfer-Encoding: chunked'),
    ],
    ['is not HTTP', 'Invented nonsense\r\n\r\n'],
    ['has a header with a control character', head('GET /', 'X-Odd: a\u0001b')],
  ])('is refused when it %s', async (_what, text) => {
    expect(statusOf(await send(text))).toBe(400);
  });

  it('leaves the program serving', async () => {
    expect((await request(`http://127.0.0.1:${port}`).get('/health/live')).status).toBe(200);
  });
});

describe('every answer', () => {
  const ANSWERS: readonly (readonly [string, (server: TestApp['server']) => request.Test, number])[] = [
    ['a page', (server) => request(server).get('/sign-in'), 200],
    ['a redirect to sign in', (server) => request(server).get('/episodes'), 303],
    ['a page that does not exist', (server) => request(server).get('/no/such/page'), 404],
    ['a form without its token', (server) => request(server).post('/sign-in').type('form').send('a=1'), 403],
    [
      'a form that is too large',
      (server) => request(server).post('/sign-in').type('form').send('x'.repeat(2_200_000)),
      413,
    ],
    ['the API', (server) => request(server).get('/api/v1/openapi.json'), 200],
    ['a refusal of the API', (server) => request(server).get('/api/v1/episodes'), 401],
    [
      'a body that is not JSON',
      (server) => request(server).post('/api/v1/session').type('text').send('a'),
      415,
    ],
    ['a health check', (server) => request(server).get('/health/live'), 200],
  ];

  it.each(ANSWERS)('forbids framing, guessing of types and caching: %s', async (_what, ask, status) => {
    const answer = await ask(testApp.server);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
      'cache-control': 'no-store',
    });
    expect(directivesOf(answer)).toMatchObject({
      'default-src': "'self'",
      'frame-ancestors': "'none'",
      'base-uri': "'none'",
      'object-src': "'none'",
      'form-action': "'self'",
    });
    expect(answer.headers).not.toHaveProperty('x-powered-by');
  });

  it('lets only scripts with the nonce of this one answer run', async () => {
    const [one, other] = [
      await request(testApp.server).get('/sign-in'),
      await request(testApp.server).get('/sign-in'),
    ];
    const nonces = [one, other].map(
      (answer) => /^'self' 'nonce-([^']{20,})'$/.exec(directivesOf(answer)['script-src']!)![1]!,
    );
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(one.text).toContain(`nonce="${nonces[0]}"`);
    expect(one.text).not.toMatch(/<script(?![^>]*nonce=)/);
  });

  it('asks browsers to stay on TLS where Bridges is served over it, and nowhere else', async () => {
    expect((await request(testApp.server).get('/sign-in')).headers).not.toHaveProperty(
      'strict-transport-security',
    );
    const overTls = await openTestApp({
      production: true,
      demo: false,
      publicUrl: 'https://bridges.example',
    });
    const answer = await request(overTls.server).get('/health/live');
    await overTls.close();
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  });

  it('to an asset may be cached, and forbids framing too', async () => {
    const { status, headers } = await request(testApp.server).get('/assets/main.css');
    expect([status, headers['cache-control'], headers['x-frame-options']]).toEqual([
      200,
      'public, max-age=3600',
      'DENY',
    ]);
  });
});

const directivesOf = ({ headers }: request.Response): Record<string, string> =>
  Object.fromEntries(
    headers['content-security-policy']!.split(';').map((directive) => {
      const [name, ...values] = directive.trim().split(' ');
      return [name!, values.join(' ')];
    }),
  );
