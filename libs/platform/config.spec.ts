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
