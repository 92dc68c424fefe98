import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { imports, root, target } from './imports.js';

const BRIDGES = 'apps/bridges/src';
const PAGES = `${BRIDGES}/pages`;

/** Page folders that do not show a single feature of libs. */
const NOT_OF_ONE_FEATURE = ['drafts', 'errors', 'home', 'sessions', 'shared', 'sign-in', 'static'];

/** The folders of the program, and the folders each may import. */
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  http: [],
  authentication: ['http'],
  jobs: ['http'],
  scim: ['http'],
  api: ['http', 'authentication', 'jobs', 'scim'],
  pages: ['http', 'authentication'],
};

/** Program files that the console may import. */
const STARTED_BY_CONSOLE = [
  'assert-port-free',
  'create-app',
  'database',
  ...['access-log-sealing', 'job-list', 'job-runner', 'job-work', 'quiet-pool'].map((name) => `jobs/${name}`),
  'serve',
];

const arrows = imports.flatMap(({ from, to }) => {
  const path = target(from, to);
  return path === null ? [] : [{ from, to: path }];
});
const folderIn = (base: string, path: string): string | null =>
  path.startsWith(`${base}/`) ? (/^([^/]+)\//.exec(path.slice(base.length + 1))?.[1] ?? null) : null;

const templates = readdirSync(join(root, PAGES), { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.njk'),
);
const inclusions = templates.flatMap((from) =>
  [
    ...readFileSync(join(root, PAGES, from), 'utf8').matchAll(
      /\{%-? (?:extends|include|import|from) "([^"]+)"/g,
    ),
  ].map(([, to]) => ({ from, to: to! })),
);

/** A page folder imports only pages/shared; home, which shows a little of each feature, may import all. */
const mayUse = (from: string, to: string): boolean =>
  from === to || to === 'shared' || (from === 'home' && to !== 'home');

test('page folders are named as the features that they show', () => {
  const features = ['libs', 'libs/casework', 'libs/oversight', 'libs/directory', 'libs/documents'].flatMap(
    (folder) => readdirSync(join(root, folder)),
  );
  const folders = readdirSync(join(root, PAGES), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect(folders.length).toBeGreaterThan(25);
  expect(folders.map(({ name }) => name).filter((name) => !features.includes(name))).toEqual(
    NOT_OF_ONE_FEATURE,
  );
});

test('a page folder imports pages/shared and no other page folder', () => {
  const between = arrows
    .map(({ from, to }) => ({ from, to, folders: [folderIn(PAGES, from), folderIn(PAGES, to)] as const }))
    .filter(({ folders: [from, to] }) => from !== null && to !== null && from !== to);
  expect(between.length).toBeGreaterThan(50);
  expect(between.filter(({ folders: [from, to] }) => !mayUse(from!, to!))).toEqual([]);
});

test('a template takes its parts from its own folder, pages/shared and the page kit', () => {
  const pageFolders = new Set(templates.map((name) => name.split('/')[0]!));
  const between = inclusions.filter(({ to }) => pageFolders.has(to.split('/')[0]!));
  expect(between.length).toBeGreaterThan(20);
  expect(between.filter(({ from, to }) => !mayUse(from.split('/')[0]!, to.split('/')[0]!))).toEqual([]);
});

test('every page has the header of the site, in which a signed-in person can sign out', () => {
  const read = (name: string): string => readFileSync(join(root, name), 'utf8');
  const layouts = readdirSync(join(root, 'libs/page-kit/layouts')).map(
    (name) => `libs/page-kit/layouts/${name}`,
  );
  const all = [...layouts, ...templates.map((name) => `${PAGES}/${name}`)];
  const [base] = all.filter((name) => read(name).includes('{% block govukHeader %}'));
  expect(all.filter((name) => read(name).includes('block govukHeader'))).toEqual([base]);
  expect(read(base!)).toContain('{% if actor %}{% include "layouts/person.njk" %}{% endif %}');
  expect(read('libs/page-kit/layouts/person.njk')).toContain('action="/sign-out"');
  const extended = all.flatMap((name) => [...read(name).matchAll(/extends "([^"]+)"/g)].map(([, to]) => to!));
  expect(extended.length).toBeGreaterThan(100);
  expect([...new Set(extended)].filter((to) => !to.startsWith('layouts/'))).toEqual(['govuk/template.njk']);
});

test('a module of pages lists the controllers of its own folder only', () => {
  const wrong = arrows.filter(
    ({ from, to }) =>
      from.startsWith(PAGES) &&
      from.endsWith('.module.ts') &&
      to.endsWith('.controller.js') &&
      relative(PAGES, from).split('/').length > 1 &&
      folderIn(PAGES, from) !== folderIn(PAGES, to),
  );
  expect(wrong).toEqual([]);
});

test('the folders of the program import only those below them', () => {
  const between = arrows
    .map(({ from, to }) => ({ from, to, folders: [folderIn(BRIDGES, from), folderIn(BRIDGES, to)] as const }))
    .filter(({ folders: [from, to] }) => from !== null && to !== null && from !== to);
  expect(between.length).toBeGreaterThan(50);
  expect(between.filter(({ folders: [from, to] }) => !FOLDERS[from!]!.includes(to!))).toEqual([]);
});

test('the console starts the program by these files alone, and the program knows nothing of the console', () => {
  const crossings = arrows.filter(
    ({ from, to }) =>
      (from.startsWith('apps/console/') && to.startsWith('apps/bridges/')) ||
      (from.startsWith('apps/bridges/') && to.startsWith('apps/console/')),
  );
  expect([...new Set(crossings.map(({ to }) => to))].sort()).toEqual(
    STARTED_BY_CONSOLE.map((name) => `${BRIDGES}/${name}.js`),
  );
});

test('pages and API ask services, never the database', () => {
  const faces = readdirSync(join(root, BRIDGES), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^(pages|api)\/.*(?<!\.spec)\.ts$/.test(name),
  );
  const asking = faces.filter((name) =>
    /\brecords\(\)|(?<!@)\bquery[<(]|\.query\(|from 'typeorm'|`\s*(select|insert into|update|delete from)\s/.test(
      readFileSync(join(root, BRIDGES, name), 'utf8'),
    ),
  );
  expect(faces.length).toBeGreaterThan(150);
  // Whether the database is there is for the database to say.
  expect(asking).toEqual(['api/health.controller.ts']);
});
