import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { files, imports, root, target } from './imports.js';

/** From the lowest floor up; inside casework from left to right. An import goes down a floor, or left. */
const FLOORS = [
  'libs/platform',
  'libs/terms',
  'libs/access',
  'libs/accounts',
  'libs/page-kit',
  'libs/documents',
  'libs/directory',
  'libs/notifications',
  'libs/casework',
  'libs/oversight',
  'apps',
];
const SAME_FLOOR = new Set(['libs/platform', 'libs/terms']);
const CASEWORK = [
  'children',
  'families',
  'episodes',
  'shields',
  'information-sharing',
  'episode-membership',
  'births',
  'child-deaths',
  'duplicates',
  'disclosures',
  'emergency-access',
  'safety-concerns',
  'assessments',
  'triangle-of-need',
  'team',
  'family-pictures',
  'lead-professional',
  'hand-overs',
  'plans',
  'reviews',
  'panels',
  'field-history',
  'chronology',
  'rights',
  'retention',
];

const floorOf = (path: string): number =>
  FLOORS.findIndex((floor) => path === floor || path.startsWith(`${floor}/`));
const featureOf = (path: string): number =>
  CASEWORK.indexOf(/^libs\/casework\/([^/]+)/.exec(path)?.[1] ?? '');
const libOf = (path: string): string | null =>
  /^libs\/(?:casework\/|oversight\/)?[^/]+/.exec(path)?.[0] ?? null;

test('the checks below see imports', () => {
  expect(files.length).toBeGreaterThan(200);
  expect(imports.length).toBeGreaterThan(1000);
});

test('an import goes down a floor, never up', () => {
  const wrong = imports.filter(({ from, to }) => {
    const path = target(from, to);
    if (!path || !from.startsWith('libs/')) return false;
    const [low, high] = [floorOf(path), floorOf(from)];
    return low > high || (low !== high && SAME_FLOOR.has(FLOORS[low]!) && SAME_FLOOR.has(FLOORS[high]!));
  });
  expect(wrong).toEqual([]);
});

test('within casework an import goes left, never right', () => {
  const wrong = imports.filter(({ from, to }) => {
    const path = target(from, to);
    return path !== null && featureOf(from) >= 0 && featureOf(path) > featureOf(from);
  });
  expect(wrong).toEqual([]);
});

test('the features of oversight stand beside each other: none imports another', () => {
  const oversight = (path: string): string | null => /^libs\/oversight\/[^/]+/.exec(path)?.[0] ?? null;
  const between = imports.filter(({ from, to }) => {
    const [here, there] = [oversight(from), oversight(target(from, to) ?? '')];
    return here !== null && there !== null && here !== there;
  });
  expect(between).toEqual([]);
});

test('a library is imported only through its index', () => {
  const wrong = imports.filter(({ from, to }) => {
    const path = target(from, to);
    if (!path) return false;
    const inside = libOf(path);
    if (inside === null || libOf(from) === inside) return false;
    return to.startsWith('.') || path !== inside;
  });
  expect(wrong).toEqual([]);
});

test('no file imports itself, directly or through others', () => {
  const edges = new Map<string, string[]>();
  for (const { from, to, typeOnly } of imports) {
    const path = target(from, to);
    if (!path || typeOnly) continue;
    const file = to.startsWith('#') ? `${path}/index.ts` : path.replace(/\.js$/, '.ts');
    edges.set(from, [...(edges.get(from) ?? []), file]);
  }
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' > '));
    if (done.has(file) || trail.includes(file)) return;
    for (const next of edges.get(file) ?? []) visit(next, [...trail, file]);
    done.add(file);
  };
  for (const file of edges.keys()) visit(file, []);
  expect(circles).toEqual([]);
});

test('every feature keeps the standard terms of the field as its folder', () => {
  const folders = readdirSync(join(root, 'libs/casework')).sort();
  expect(folders).toEqual([...CASEWORK].sort());
});

test('an index names what others may use', () => {
  const indexes = files.filter(
    (file) => /\/libs\/.*\/index\.ts$/.test(file) && !file.includes('/libs/terms/'),
  );
  const open = indexes.filter((file) =>
    /^export \* from '\.\/(?!.*\/index\.js')/m.test(readFileSync(file, 'utf8')),
  );
  expect(indexes.length).toBeGreaterThan(25);
  expect(open).toEqual([]);
});
