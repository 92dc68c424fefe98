import { existsSync, readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot, readConfig } from '#libs/platform';
import { allRoutes } from '../support/routes.js';

interface Service {
  readonly image: string;
  readonly build?: string;
  readonly environment: Record<string, string>;
  readonly healthcheck?: { readonly test: string[] };
  readonly volumes: string[];
  readonly ports?: string[];
  readonly read_only: boolean;
  readonly cap_drop?: string[];
  readonly entrypoint?: string[];
  readonly command?: string[];
  readonly depends_on?: Record<string, { readonly condition: string }>;
}

const read = (name: string): string => readFileSync(join(projectRoot, name), 'utf8');
const { services } = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Record<'bridges' | 'console' | 'database' | 'prepare', Service>;
};
const instructions = read('Dockerfile')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n/g, ' ')
  .split('\n')
  .filter(Boolean)
  .map((line) => /^(\w+)\s+(.*)$/.exec(line)!.slice(1) as [string, string]);
const finalStage = instructions.slice(instructions.findLastIndex(([name]) => name === 'FROM'));
const given = (name: string): string[] =>
  finalStage.filter(([instruction]) => instruction === name).map(([, text]) => text);
const imageEnvironment = Object.fromEntries(
  given('ENV').flatMap((text) => [...text.matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name, value])),
) as Record<string, string>;

/** Compose's substitution of `${NAME:?why}` and `${NAME:-otherwise}`. */
const filledIn = (text: string, values: Record<string, string>): string =>
  text.replace(/\$\{(\w+):([?-])([^}]*)\}/g, (_, name: string, kind: string, otherwise: string) => {
    if (!values[name] && kind === '?') throw new Error(`${name}: ${otherwise}`);
    return values[name] || otherwise;
  });
const environmentOf = (service: Service, values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(service.environment).map(([name, text]) => [name, filledIn(text, values)]),
  );
const SECRETS = { POSTGRES_PASSWORD: 'p'.repeat(64), BRIDGES_SECRET: 's'.repeat(64) };
const config = () => readConfig({ ...imageEnvironment, ...environmentOf(services.bridges, SECRETS) });

/** The variables that the program reads from its environment. */
const READ_BY_THE_PROGRAM = new Set(
  ['config', 'mail-settings', 'session-limits'].flatMap((file) =>
    [...read(`libs/platform/${file}.ts`).matchAll(/env\['(\w+)'\]/g)].map(([, name]) => name!),
  ),
);
const isRoute = (path: string): boolean => allRoutes.some((route) => route.path === path);

test('compose starts a production server on the address that the README names', () => {
  expect(config()).toMatchObject({
    production: true,
    demo: false,
    port: 3000,
    publicUrl: 'http://localhost:3000',
    mail: { driver: 'none' },
    webhooksToLoopback: false,
    providersOnLoopback: false,
    dataDir: '/var/lib/bridges',
  });
  expect(services.bridges.ports).toEqual(['127.0.0.1:3000:3000']);
  expect(new URL(config().databaseUrl!)).toMatchObject({
    ...{ hostname: 'database', pathname: '/bridges', username: '', password: '' },
  });
});

test('only the programs that prepare the schema and run commands hold the password of the administrator', () => {
  const holders = Object.entries(services).filter(([, { environment }]) =>
    JSON.stringify(environment).includes('POSTGRES_PASSWORD'),
  );
  expect(holders.map(([name]) => name).sort()).toEqual(['console', 'database', 'prepare']);
  expect(services.prepare.command).toEqual(['prepare']);
  expect(services.bridges.depends_on).toEqual({ prepare: { condition: 'service_completed_successfully' } });
  expect(services.prepare.depends_on).toEqual({ database: { condition: 'service_healthy' } });
});

test.each(Object.keys(SECRETS))('compose does not start without %s', (name) => {
  expect(() => environmentOf(services.prepare, { ...SECRETS, [name]: '' })).toThrow(name);
});

test('each variable that is set is read by the program', () => {
  const set = [...Object.keys(imageEnvironment), ...Object.keys(services.bridges.environment)];
  expect(set.length).toBeGreaterThan(4);
  expect(set.filter((name) => !READ_BY_THE_PROGRAM.has(name))).toEqual([]);
});

test('the example .env names each variable that compose requires, and no value of a secret', () => {
  const named = [...read('.env.example').matchAll(/^(\w+)=(.*)$/gm)];
  const asked = new Set([...read('docker-compose.yml').matchAll(/\$\{(\w+):/g)].map(([, name]) => name));
  expect(named.map(([, name]) => name).sort()).toEqual([...asked].sort());
  for (const [, name, value] of named) if (name! in SECRETS) expect(value).toBe('');
  expect(read('.gitignore').split('\n')).toContain('.env');
});

test('each healthcheck requests an existing route of Bridges, in image and compose alike', () => {
  const asked = [given('HEALTHCHECK').join(), services.bridges.healthcheck!.test.join(' ')];
  for (const text of asked) expect(/\/health\/\w+/.exec(text)?.[0]).toBe('/health/ready');
  expect(isRoute('/health/ready')).toBe(true);
  expect(services.database.healthcheck?.test).toContain('pg_isready');
});

test('the files copied into the image exist, and are not excluded from the build', () => {
  const copied = given('COPY').flatMap((text) =>
    [...text.matchAll(/\/bridges\/(\S+)/g)].map(([, path]) => path!),
  );
  const made = new Set(['dist', 'node_modules']);
  expect(copied.sort()).toEqual([
    'LICENSE',
    'apps',
    'dist',
    'docs/openapi.json',
    'libs',
    'migrations',
    'node_modules',
    'package.json',
  ]);
  const letThrough = read('.dockerignore')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1));
  for (const path of letThrough) expect([path, existsSync(join(projectRoot, path))]).toEqual([path, true]);
  for (const path of copied)
    expect([path, made.has(path) || letThrough.includes(path)]).toEqual([path, true]);
});

test('the started programs are those that a build creates', () => {
  const started = [given('CMD').join(), services.console.entrypoint!.join(' ')].map(
    (text) => /dist\/([\w/]+)\.js/.exec(text)![1]!,
  );
  expect(started).toEqual(['apps/bridges/src/main', 'apps/console/src/main']);
  for (const path of started) expect(existsSync(join(projectRoot, `${path}.ts`))).toBe(true);
  const { projects } = JSON.parse(read('nest-cli.json')) as {
    projects: Record<string, { sourceRoot: string; entryFile: string }>;
  };
  expect(Object.values(projects).map((one) => `${one.sourceRoot}/${one.entryFile}`)).toEqual(started);
});

test('no service runs as root with a writable disk', () => {
  expect(given('USER')).toEqual(['node']);
  expect(Object.values(services).map((service) => service.read_only)).toEqual([true, true, true, true]);
  expect(services.bridges.cap_drop).toEqual(['ALL']);
  expect(services.bridges.volumes).toEqual([`bridges:${imageEnvironment['DATA_DIR']}`]);
});

test('Postgres stores its data where the version 18 image expects it', () => {
  expect(services.database.image).toMatch(/postgres:18/);
  expect(services.database.volumes).toEqual(['database:/var/lib/postgresql']);
});

test('compose stops Bridges only after its time to finish', () => {
  const [, grace] = /stop_grace_period: (\d+)s/.exec(read('docker-compose.yml'))!;
  const [, longest] = /SHUTDOWN_TIMEOUT_MS = ([\d_]+)/.exec(read('apps/bridges/src/serve.ts'))!;
  expect(Number(grace) * 1000).toBeGreaterThan(Number(longest!.replace('_', '')));
});

test('the compose file has a valid form', () => {
  const dclint = join(projectRoot, 'node_modules/.bin/dclint');
  const [file] = JSON.parse(
    execFileSync(dclint, ['--formatter', 'json', 'docker-compose.yml'], {
      cwd: projectRoot,
      encoding: 'utf8',
    }),
  ) as { errorCount: number; messages: unknown[] }[];
  expect(file).toMatchObject({ errorCount: 0 });
});
