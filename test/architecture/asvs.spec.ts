import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#libs/platform';

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');
const text = read('docs/asvs.md');

/** How many requirements each section of ASVS 5.0.0 has. */
const SECTIONS: Readonly<Record<string, number>> = {
  ...{ '6.1': 3, '6.2': 12, '6.3': 8, '6.4': 6, '6.5': 8, '6.6': 4, '6.7': 2, '6.8': 4 },
  ...{ '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 3, '7.6': 2 },
  ...{ '8.1': 4, '8.2': 4, '8.3': 3, '8.4': 2 },
  ...{ '9.1': 3, '9.2': 4 },
  ...{ '10.1': 2, '10.2': 3, '10.3': 5, '10.4': 16, '10.5': 5, '10.6': 2, '10.7': 3 },
};
const ANSWER = /^(Met|Partly|Not met|Does not apply|PENDING): /;
const PENDING = 'PENDING: ';

interface Shown {
  readonly path: string;
  readonly titles: readonly string[];
}
interface Row {
  readonly number: string;
  readonly level: string;
  readonly answer: string;
  readonly shown: readonly Shown[];
}

/** "`a.spec.ts` *one test*; *another*; `b.spec.ts`" */
const shownBy = (cell: string): Shown[] =>
  [...cell.matchAll(/`([\w./-]+)`([^`]*)/g)].map(([, path, rest]) => ({
    path: path!,
    titles: [...rest!.matchAll(/\*([^*]+)\*/g)].map(([, title]) => title!),
  }));
const rows: Row[] = [...text.matchAll(/^\| (\d+\.\d+\.\d+) \|(.*)\|$/gm)].map(([, number, rest]) => {
  const cells = rest!.split('|').map((cell) => cell.trim());
  if (cells.length !== 4) throw new Error(`${number} has ${cells.length + 1} cells.`);
  return { number: number!, level: cells[0]!, answer: cells[2]!, shown: shownBy(cells[3]!) };
});

test('every requirement has one row, in order', () => {
  const all = Object.entries(SECTIONS).flatMap(([section, count]) =>
    Array.from({ length: count }, (_, index) => `${section}.${index + 1}`),
  );
  expect(all).toHaveLength(122);
  expect(rows.map(({ number }) => number)).toEqual(all);
});

test('each row has a level and an answer, and what is met has a test', () => {
  expect(rows.filter(({ level }) => !/^[123]$/.test(level))).toEqual([]);
  expect(rows.filter(({ answer }) => !ANSWER.test(answer)).map(({ number }) => number)).toEqual([]);
  const untested = rows.filter(({ answer, shown }) => /^(Met|PENDING): /.test(answer) && shown.length === 0);
  expect(untested.map(({ number }) => number)).toEqual([]);
});

test('every spec that a row names exists, and has every test that the row names', () => {
  const missing = rows.flatMap(({ number, answer, shown }) =>
    shown.flatMap(({ path, titles }) => {
      if (!existsSync(join(projectRoot, path)))
        return answer.includes(PENDING) && titles.length === 0 ? [] : [`${number}: ${path}`];
      const spec = read(path);
      const isThere = (title: string): boolean => ["'", '`', '"'].some((q) => spec.includes(q + title + q));
      return titles.filter((title) => !isThere(title)).map((title) => `${number}: ${path}: ${title}`);
    }),
  );
  expect(missing).toEqual([]);
  expect(rows.flatMap(({ shown }) => shown).length).toBeGreaterThan(100);
});

test('an answer is pending only while a spec that it names is missing: settle it when that is there', () => {
  const settled = rows.filter(
    ({ answer, shown }) =>
      answer.includes(PENDING) && shown.every(({ path }) => existsSync(join(projectRoot, path))),
  );
  expect(settled.map(({ number }) => number)).toEqual([]);
});

test('what is partly met or not met is among the known limits', () => {
  const open = rows.filter(({ answer }) => /^(Partly|Not met): /.test(answer)).map(({ number }) => number);
  const line = /^- ASVS .*$/m.exec(read('docs/known-limits.md'))?.[0] ?? '';
  const named = line.match(/\d+\.\d+\.\d+/g) ?? [];
  expect(named.filter((number) => rows.some((row) => row.number === number))).toEqual(open);
});

test('the limits on attempts are those of the code', () => {
  const limits = /const LIMITS = \{([\s\S]*?)\} as const/.exec(read('libs/accounts/sign-in-limits.ts'))![1]!;
  const inCode = [...limits.matchAll(/^ {2}(\w+): (\d+),$/gm)].map(([, name, most]) => `${name} ${most}`);
  const written = [...text.matchAll(/^\|[^|]+\| (\d+) \| `(\w+)` \|$/gm)].map(
    ([, most, name]) => `${name} ${most}`,
  );
  expect(written.sort()).toEqual(inCode.sort());
  const codes = read('libs/accounts/second-factor-limits.ts');
  expect(codes).toMatch(/points: 6, duration: 15 \* 60 \}/);
  expect(codes).toMatch(/points: 40, duration: 86_400 \}/);
  expect(text).toContain('6 attempts in 15 minutes and 40 a day');
});
