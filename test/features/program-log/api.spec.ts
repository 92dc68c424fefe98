import { randomBytes } from 'node:crypto';
import { jest } from '@jest/globals';
import { DEMO_SESSIONS, urlAs, type Config } from '#libs/platform';
import { serve } from '../../../apps/bridges/src/serve.js';
import { DEMO_PASSWORD } from '../../../apps/console/src/seed/index.js';
import { type Clone, cloneDatabase, TEST_SECRET } from '../../support/cluster.js';
import { ask } from '../../support/own-cluster.js';

/** Everything that the program logs while it starts, serves and stops. */
interface Running {
  readonly address: string;
  readonly said: string[];
  readonly stopped: Promise<void>;
}

let clone: Clone;
let running: Running;

async function start(changes: Partial<Config>): Promise<Running> {
  const said: string[] = [];
  for (const stream of [process.stdout, process.stderr])
    jest.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  const config: Config = {
    ...{ port: 0, metricsPort: null, databaseUrl: null, dataDir: '/nowhere', publicUrl: null },
    sessions: DEMO_SESSIONS,
    ...{ roles: ['pages', 'api'], production: false, demo: true, secret: TEST_SECRET },
    ...{ mail: { driver: 'none' }, webhooksToLoopback: false, providersOnLoopback: false },
    ...changes,
  };
  const { adminUrl } = clone;
  const as = (role: Parameters<typeof urlAs>[1]): string => urlAs(adminUrl, role, TEST_SECRET);
  const stopped = serve(config, {
    ...{ adminUrl, appUrl: as('bridges_app'), authUrl: as('bridges_auth'), sealerUrl: as('bridges_sealer') },
    jobsUrl: as('bridges_jobs'),
    stop: () => Promise.resolve(),
  });
  const address = await new Promise<string>((resolve, reject) => {
    void stopped.catch(reject);
    const look = setInterval(() => {
      const address = /Bridges is ready at (http:\/\/localhost:\d+)/.exec(said.join(''))?.[1];
      if (!address) return;
      clearInterval(look);
      resolve(address);
    }, 20);
  });
  return { address, said, stopped };
}

async function stop(): Promise<void> {
  process.emit('SIGTERM');
  await running.stopped;
  jest.restoreAllMocks();
}

beforeAll(async () => {
  clone = await cloneDatabase();
}, 60_000);
afterAll(() => clone.drop());

test('a demonstration starts and stops with a few lines, the last of which is its address', async () => {
  running = await start({});
  expect((await fetch(`${running.address}/sign-in`)).status).toBe(200);
  await stop();
  const lines = running.said.join('').trim().split('\n');
  expect(lines.length).toBeLessThanOrEqual(5);
  expect(lines.at(-1)).toContain(running.address);
});

describe('on a server', () => {
  let token: string;
  let failedId: string | null;
  let searchId: string | null;
  let lines: Record<string, unknown>[];

  async function use(address: string): Promise<void> {
    const signedIn = await fetch(`${address}/api/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username: 'school.teacher', password: DEMO_PASSWORD }),
    });
    // The second step is asked for; who may search has a token from before.
    expect(signedIn.status).toBe(403);
    token = randomBytes(32).toString('base64url');
    await ask(
      clone.adminUrl,
      `insert into auth.tokens (token_hash, account_id, post_id, issued_at, last_used_at, expires_at)
       select sha256('${token}'), a.id, o.id, now(), now(), now() + interval '1 hour'
       from auth.accounts a join public.posts o on o.practitioner_id = a.practitioner_id
       where a.username = 'school.teacher' limit 1`,
    );
    const search = () =>
      fetch(`${address}/api/v1/children?name=Quirinius&reason=Quirinius+asked`, {
        headers: { Authorization: `Bearer ${token}` },
      });
    const answer = await search();
    searchId = answer.headers.get('x-request-id');
    expect(answer.status).toBe(200);
    await fetch(`${address}/episodes/0190a000-0000-7000-8000-00000000dead?note=Quirinius`);
    await fetch(`${address}/health/ready`);
    // An unexpected error: the statement that contained the name fails, and its driver reports the name with it.
    await ask(clone.adminUrl, 'alter table public.children rename to children_gone');
    const failed = await search();
    failedId = failed.headers.get('x-request-id');
    expect(failed.status).toBe(500);
  }

  beforeAll(async () => {
    running = await start({ demo: false, production: true });
    try {
      await use(running.address);
    } finally {
      await stop();
    }
    lines = running.said
      .join('')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  }, 60_000);

  test('it starts with a few lines, each one JSON object', () => {
    const atStart = lines.findIndex(({ context }) => context === 'Request');
    expect(atStart).toBeGreaterThan(0);
    expect(atStart).toBeLessThanOrEqual(5);
    expect(lines[atStart - 1]).toMatchObject({ context: 'Bridges', level: 'log' });
  });

  test('an answer is one line, found by its request id', () => {
    expect(lines.filter(({ requestId }) => requestId === searchId)).toEqual([
      expect.objectContaining({ method: 'GET', route: '/api/v1/children', status: 200, message: 'Answered' }),
    ]);
    expect(lines.filter(({ route }) => String(route).includes('health'))).toEqual([]);
  });

  test('a server error says where it happened, with the same request id', () => {
    const [entry] = lines.filter(({ requestId, level }) => requestId === failedId && level === 'error');
    expect(entry).toMatchObject({ message: 'A request failed', error: { code: '42P01' } });
    expect(JSON.stringify(entry)).toMatch(/children-search/);
  });

  test('no line holds a search, who searched, an id of a record, a password or a token', () => {
    const all = running.said.join('');
    for (const secret of ['Quirinius', 'school.teacher', '0190a000', DEMO_PASSWORD, token, TEST_SECRET])
      expect(all).not.toContain(secret);
  });
});
