import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isOverTls, readConfig } from './config.js';

const dataDir = (): string => mkdtempSync(join(tmpdir(), 'config-'));
const SECRET = 'x'.repeat(32);

describe('without settings', () => {
  it('is a demonstration with the embedded database, on port 3000, with a secret that only its owner can read', () => {
    const DATA_DIR = dataDir();
    const config = readConfig({ DATA_DIR });
    expect(config).toMatchObject({
      port: 3000,
      demo: true,
      databaseUrl: null,
      roles: ['pages', 'api', 'jobs'],
    });
    expect(readConfig({ DATA_DIR }).secret).toBe(config.secret);
    expect(statSync(join(DATA_DIR, 'secret')).mode & 0o077).toBe(0);
  });
});

describe('a demonstration', () => {
  it('never runs on an external database, and never in production', () => {
    expect(
      readConfig({ DATA_DIR: dataDir(), DATABASE_URL: 'postgres://x', BRIDGES_SECRET: SECRET }).demo,
    ).toBe(false);
    const production = { NODE_ENV: 'production', DATABASE_URL: 'postgres://x', BRIDGES_SECRET: SECRET };
    expect(readConfig(production).demo).toBe(false);
  });
});

describe('production', () => {
  it('does not start without a database and a secret of its own, and names both', () => {
    expect(() => readConfig({ NODE_ENV: 'production', BRIDGES_SECRET: 'short' })).toThrow(
      /Set DATABASE_URL in production\.\nSet BRIDGES_SECRET to 32/,
    );
  });
});

describe('an invalid setting', () => {
  it('is named', () => {
    expect(() => readConfig({ DATA_DIR: dataDir(), PORT: 'http' })).toThrow(
      'PORT must be a port, not "http"',
    );
    expect(() => readConfig({ DATA_DIR: dataDir(), ROLES: 'pages,cook' })).toThrow(
      'ROLES can name pages, api, jobs',
    );
  });
});

describe('how long people stay signed in', () => {
  const server = (env: Record<string, string>) =>
    readConfig({ NODE_ENV: 'production', DATABASE_URL: 'postgres://x', BRIDGES_SECRET: SECRET, ...env })
      .sessions;

  it('is half an hour idle, ten hours in all and five sessions each, unless set', () => {
    expect(server({})).toEqual({ idleMinutes: 30, hours: 10, perAccount: 5 });
    expect(server({ SESSION_IDLE_MINUTES: '15', SESSION_HOURS: '8', SESSIONS_PER_PERSON: '2' })).toEqual({
      idleMinutes: 15,
      hours: 8,
      perAccount: 2,
    });
  });
  it.each([
    ['SESSION_IDLE_MINUTES', '9', '10 to 240'],
    ['SESSION_IDLE_MINUTES', '241', '10 to 240'],
    ['SESSION_IDLE_MINUTES', '1e2', '10 to 240'],
    ['SESSION_HOURS', '0', '1 to 24'],
    ['SESSION_HOURS', '25', '1 to 24'],
    ['SESSIONS_PER_PERSON', '0', '1 to 200'],
    ['SESSIONS_PER_PERSON', 'many', '1 to 200'],
  ])('is refused as %s=%s', (name, value, range) =>
    expect(() => server({ [name]: value })).toThrow(`${name} must be a whole number from ${range}`),
  );
  it('is no longer idle than in all', () => {
    expect(server({ SESSION_IDLE_MINUTES: '60', SESSION_HOURS: '1' }).idleMinutes).toBe(60);
    expect(() => server({ SESSION_IDLE_MINUTES: '61', SESSION_HOURS: '1' })).toThrow(
      'SESSION_IDLE_MINUTES must be no longer than SESSION_HOURS',
    );
  });
});

describe('the address that people use', () => {
  const server = (PUBLIC_URL?: string) =>
    readConfig({ NODE_ENV: 'production', DATABASE_URL: 'postgres://x', BRIDGES_SECRET: SECRET, PUBLIC_URL });

  it.each([undefined, 'https://bridges.example', 'https://bridges.example:8443/'])(
    'is over TLS on a server with %s',
    (address) => expect(isOverTls(server(address))).toBe(true),
  );
  it.each(['http://localhost:3000', 'http://127.0.0.1:3000/', 'http://[::1]:3000'])(
    'may be %s, on one machine, without TLS',
    (address) => expect(isOverTls(server(address))).toBe(false),
  );
  it.each(['http://bridges.example', 'bridges.example', 'https://bridges.example/path', 'ftp://localhost'])(
    'is refused as %s',
    (address) => expect(() => server(address)).toThrow(`PUBLIC_URL must be https:// and a host`),
  );
  it('is kept without a slash, and needs no TLS in a demonstration', () => {
    expect(server('https://bridges.example/').publicUrl).toBe('https://bridges.example');
    expect(isOverTls(readConfig({ DATA_DIR: dataDir() }))).toBe(false);
  });
});

describe('email', () => {
  const set = (more: NodeJS.ProcessEnv) => () =>
    readConfig({ DATA_DIR: dataDir(), PUBLIC_URL: 'https://bridges.example.org', ...more });
  const KEY = 'team-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0';
  const TEMPLATE = '11111111-2222-4333-8444-555555555555';

  it('does not leave without a setting', () => {
    expect(set({})().mail).toEqual({ driver: 'none' });
  });

  it('leaves by SMTP with an address, a sender and a place to link to', () => {
    const smtp = {
      MAIL: 'smtp',
      SMTP_URL: 'smtps://user:pass@mail.example.org:465',
      MAIL_FROM: 'b@example.org',
    };
    expect(set(smtp)().mail).toEqual({ driver: 'smtp', url: smtp.SMTP_URL, from: 'b@example.org' });
    expect(set({ ...smtp, PUBLIC_URL: '' })).toThrow(/PUBLIC_URL/);
    expect(set({ ...smtp, MAIL_FROM: 'Bridges' })).toThrow(/MAIL_FROM/);
    expect(set({ ...smtp, SMTP_URL: 'mail.example.org' })).toThrow(/SMTP_URL/);
    expect(set({ MAIL: 'post' })).toThrow(/MAIL must be none, smtp, notify/);
  });

  it('leaves by GOV.UK Notify with a key and a template, and no error repeats a secret', () => {
    const notify = { MAIL: 'notify', NOTIFY_API_KEY: KEY, NOTIFY_TEMPLATE_ID: TEMPLATE };
    expect(set(notify)().mail).toEqual({ driver: 'notify', apiKey: KEY, templateId: TEMPLATE, url: null });
    expect(set({ ...notify, NOTIFY_API_KEY: 'secret' })).toThrow(/^(?!.*secret).*NOTIFY_API_KEY/s);
    expect(set({ ...notify, NOTIFY_TEMPLATE_ID: '1' })).toThrow(/NOTIFY_TEMPLATE_ID/);
    expect(set({ MAIL: 'smtp', SMTP_URL: 'smtp:/secret', MAIL_FROM: 'b@example.org' })).toThrow(
      /^(?!.*secret).*SMTP_URL/s,
    );
  });
});

it.each([
  ['WEBHOOKS_TO_LOOPBACK', 'webhooksToLoopback'],
  ['IDENTITY_PROVIDERS_ON_LOOPBACK', 'providersOnLoopback'],
] as const)('%s is off unless set, and refused in production', (setting, name) => {
  expect(readConfig({ DATA_DIR: dataDir() })[name]).toBe(false);
  expect(readConfig({ DATA_DIR: dataDir(), [setting]: 'true' })[name]).toBe(true);
  expect(() =>
    readConfig({
      ...{ NODE_ENV: 'production', DATABASE_URL: 'postgres://x', BRIDGES_SECRET: SECRET },
      [setting]: 'true',
    }),
  ).toThrow(new RegExp(setting));
});
