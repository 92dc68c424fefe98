import { LogVerifier, logKey } from '#libs/oversight/access-log';
import { exampleLog } from '../../../bench/example-log.js';
import { readKeys, verifyLog } from '../../../bin/verify-log.mjs';
import { bySize } from '../../support/size.js';
import { type Line, rehash, resign, tamper, type TamperedLog } from '../../support/tampering.js';

const TIMES = bySize(1_000, 10_000);
const DATABASE_TIMES = bySize(150, 1_000);
const key = logKey('a secret of the tests alone, long enough');
const keys = readKeys([key.pem]);
const log = exampleLog(key, 60, 10);

/** Mulberry32: the same numbers for the same seed, on every machine. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * sides) | 0;
  };
}

async function implementationFinds(
  lines: readonly string[],
  heads?: readonly string[],
): Promise<readonly string[]> {
  const verifier = new LogVerifier({
    keys: new Map([[key.id, key.publicKey]]),
    ...(heads
      ? {
          heads: (async function* () {
            yield* heads;
          })(),
        }
      : {}),
  });
  for (const line of lines) await verifier.line(line);
  return (await verifier.verdict()).problems;
}

test('an untampered export verifies, with and without content, with and without kept heads', async () => {
  for (const contents of [false, true])
    for (const heads of [undefined, log.heads, log.heads.slice(0, 3)]) {
      const lines = await log.lines(contents);
      expect(verifyLog(lines, { keys, heads })).toMatchObject({
        ok: true,
        problems: [],
        entries: 60,
        batches: 6,
        hidden: 7,
      });
      expect(await implementationFinds(lines, heads)).toEqual([]);
    }
});

test('an empty log verifies, and its end is known too', async () => {
  const lines = await exampleLog(key, 0, 10).lines();
  expect(verifyLog(lines, { keys, heads: [] })).toMatchObject({ ok: true, entries: 0, batches: 0 });
  expect(verifyLog(lines.slice(0, 1), { keys }).ok).toBe(false);
  expect(verifyLog([], { keys }).ok).toBe(false);
});

test('kept heads newer than the export are not an error', async () => {
  const longer = exampleLog(key, 70, 10);
  expect(verifyLog(await log.lines(), { keys, heads: [...log.heads, longer.heads[6]!] }).ok).toBe(true);
});

test(`${TIMES} random tamperings without the key: each is found`, async () => {
  const roll = dice(20060401);
  const exports = [await log.lines(false), await log.lines(true)];
  const kinds = new Map<string, number>();
  const missed: TamperedLog[] = [];
  for (let counted = 0; counted < TIMES;) {
    const lines = exports[roll(2)]!;
    const tampered = tamper(
      lines.map((line) => JSON.parse(line) as Line),
      roll,
    );
    const text = tampered.text ?? tampered.lines.map((line) => JSON.stringify(line));
    // Skip a tampering that changed nothing.
    if (text.join('\n') === lines.join('\n')) continue;
    counted++;
    kinds.set(tampered.kind, (kinds.get(tampered.kind) ?? 0) + 1);
    if (verifyLog(text, { keys }).ok) missed.push(tampered);
  }
  expect(missed).toEqual([]);
  expect(kinds.size).toBeGreaterThanOrEqual(16);
  for (const [kind, times] of kinds)
    expect({ kind, often: times > TIMES / 100 }).toEqual({ kind, often: true });
}, 600_000);

test(`${DATABASE_TIMES} tamperings in the database, exported and signed by the unaware program: each is found against the kept heads`, async () => {
  const roll = dice(7);
  const exports = [await log.lines(false), await log.lines(true)];
  const missed: TamperedLog[] = [];
  const unnoticed: TamperedLog[] = [];
  for (let counted = 0; counted < DATABASE_TIMES;) {
    const lines = exports[roll(2)]!;
    const tampered = tamper(
      lines.map((line) => JSON.parse(line) as Line),
      roll,
      'database',
    );
    const text = resign(tampered.lines, key).map((line) => JSON.stringify(line));
    if (text.join('\n') === lines.join('\n')) continue;
    counted++;
    if (verifyLog(text, { keys, heads: log.heads }).ok) missed.push(tampered);
    if ((await implementationFinds(text, log.heads)).length === 0) unnoticed.push(tampered);
  }
  expect(missed).toEqual([]);
  expect(unnoticed).toEqual([]);
}, 300_000);

test('a log rebuilt around one changed entry, but signed with another key, is found', async () => {
  const other = logKey('another secret, of an attacker');
  const forged = await exampleLog(other, 60, 10).lines();
  const { problems } = verifyLog(forged, { keys });
  expect(problems).toContain('line 1: the log was signed with another key than the one given');
  expect(problems).toContain('batch 1: its head is not signed by the log');
  const renamed = forged.map((line) => line.replaceAll(other.id, key.id));
  expect(verifyLog(renamed, { keys }).ok).toBe(false);
});

test('a log rebuilt with its own key is found against the kept heads', async () => {
  const rewritten = await exampleLog(key, 60, 10).lines();
  expect(verifyLog(rewritten, { keys }).ok).toBe(true);
  expect(verifyLog(rewritten, { keys, heads: log.heads }).problems).toContain(
    'batch 1: another head was kept elsewhere',
  );
});

test('each error names its place', async () => {
  const lines = await log.lines(true);
  const at = (number: number) => lines.findIndex((line) => line.includes(`"number":${number}}`));
  const without = (from: number, count: number) => lines.filter((_line, n) => n < from || n >= from + count);
  const changed = (from: number, change: (text: string) => string) =>
    lines.map((line, n) => (n === from ? change(line) : line));
  const { problems } = verifyLog(
    changed(at(17), (line) => line.replace('"role":"governance"', '"role":"manager"')),
    { keys },
  );
  expect(problems[0]).toBe('leaf 17: the entry is not the one that was sealed');
  expect(verifyLog(without(at(23), 1), { keys }).problems[0]).toMatch(
    /leaf 23 should stand here, and leaf 24 does/,
  );
  expect(
    verifyLog(
      changed(at(0), (line) => line.replace('Invented', 'Another')),
      { keys },
    ).problems[0],
  ).toBe('leaf 0: what was said is not what was sealed');
  expect(verifyLog(lines.slice(0, -1), { keys }).problems).toEqual([
    'there is no closing line: the end is missing',
  ]);
  const cut = rehash(
    lines
      .slice(0, -12)
      .concat(lines.at(-1)!)
      .map((line) => JSON.parse(line) as Line),
  );
  expect(
    verifyLog(
      cut.map((line) => JSON.stringify(line)),
      { keys },
    ).problems,
  ).toEqual(['the closing line is not signed by the log']);
  const closed = resign(cut, key).map((line) => JSON.stringify(line));
  expect(verifyLog(closed, { keys, heads: log.heads }).problems).toEqual([
    'batch 6: kept elsewhere, and missing at the end here',
  ]);
});
