import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** From the ground up; inside casework from left to right. An import goes down a floor, or left. */
const FLOORS = [
  'libs/platform',
  'libs/terms',
  'libs/access',
  'libs/page-kit',
  'libs/directory',
  'libs/casework',
  'libs/oversight',
  'apps',
];
const SAME_FLOOR = new Set(['libs/platform', 'libs/terms']);
const CASEWORK = [
  'children',
  'episodes',
  'shields',
  'information-sharing',
  'disclosures',
  'emergency-access',
  'safety-concerns',
  'assessments',
  'triangle-of-need',
  'team',
  'lead-professional',
  'plans',
  'reviews',
  'panels',
  'chronology',
  'rights',
  'retention',
];

const files = ['libs', 'apps', 'bench'].flatMap((folder) => sources(join(root, folder)));
const imports = files.flatMap((file) =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /^(?:import|export)\s(?:type\s)?[^'"]*?from '([^']+)'|import\('([^']+)'\)/gm,
    ),
  ].map((match) => ({
    from: relative(root, file),
    to: (match[1] ?? match[2])!,
    typeOnly: /^(?:import|export) type\s/.test(match[0]),
  })),
);

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return name.endsWith('.ts') && !name.endsWith('.spec.ts') ? [path] : [];
  });
}

const target = (from: string, to: string): string | null => {
  if (to.startsWith('#libs/')) return to.replace('#libs/', 'libs/');
  return to.startsWith('.') ? relative(root, resolve(root, dirname(from), to)) : null;
};
const floorOf = (path: string): number =>
  FLOORS.findIndex((floor) => path === floor || path.startsWith(`${floor}/`));
const featureOf = (path: string): number =>
  CASEWORK.indexOf(/^libs\/casework\/([^/]+)/.exec(path)?.[1] ?? '');
const libOf = (path: string): string | null =>
  /^libs\/(?:casework\/|oversight\/)?[^/]+/.exec(path)?.[0] ?? null;

test('there are imports to judge', () => {
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

test('nobody reaches into another library past its index', () => {
  const wrong = imports.filter(({ from, to }) => {
    const path = target(from, to);
    if (!path) return false;
    const inside = libOf(path);
    if (inside === null || libOf(from) === inside) return false;
    return to.startsWith('.') || path !== inside;
  });
  expect(wrong).toEqual([]);
});

test('no file imports itself in a circle', () => {
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
  const found = readdirSync(join(root, 'libs/casework')).sort();
  expect(found).toEqual([...CASEWORK].sort());
});
