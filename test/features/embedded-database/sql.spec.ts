import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepEmbeddedDatabase, startEmbeddedDatabase } from '#libs/platform';
import { ask, ownFolder } from '../../support/own-cluster.js';

const { folder, remove } = ownFolder();
let pidFile = '';
const PASSWORD = 'of this cluster';
afterAll(remove);

const keep = (output: string[] = [], lost: Error[] = []) =>
  keepEmbeddedDatabase(folder, PASSWORD, {
    say: (line) => output.push(line),
    onLost: (error) => lost.push(error),
  });
const placeOf = (url: string): string => new URL(url).searchParams.get('host')!;
const serverOf = (url: string): number =>
  Number(readFileSync(join(placeOf(url), 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test('an interrupted first start is repeated at the next', async () => {
  const first = await startEmbeddedDatabase(folder, PASSWORD);
  const place = placeOf(first.url('postgres'));
  await first.stop();
  const { folder: other, remove: removeOther } = ownFolder();
  // What remains when initdb is killed halfway.
  mkdirSync(join(other, 'postgres.new', 'base'), { recursive: true });
  writeFileSync(join(other, 'postgres.new', 'PG_VERSION'), '18\n');
  const begun = await startEmbeddedDatabase(other, PASSWORD);
  expect(await ask(begun.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(existsSync(join(placeOf(begun.url('postgres')), 'postgres.new'))).toBe(false);
  expect(place).not.toBe(placeOf(begun.url('postgres')));
  await begun.stop();
  removeOther();
}, 60_000);

test('when two programs share one folder, the first to stop leaves the database running; the last ends it', async () => {
  const first = await keep();
  const second = await keep();
  const url = first.url('postgres');
  pidFile = join(placeOf(url), 'postgres', 'postmaster.pid');
  const server = serverOf(url);
  await second.stop();
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  const third = await keep();
  await first.stop();
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(isRunning(server)).toBe(true);
  await third.stop();
  expect(isRunning(server)).toBe(false);
}, 60_000);

test('a killed database comes back, with its data, for both programs', async () => {
  const output: string[] = [];
  const lost: Error[] = [];
  const first = await keep(output, lost);
  const second = await keep(output, lost);
  const url = first.url('postgres');
  await ask(url, 'create table kept as select 1 as one');
  process.kill(serverOf(url), 'SIGKILL');
  let rows: unknown = null;
  for (let wait = 0; wait < 300 && rows === null; wait++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    rows = await ask(url, 'select one from kept').catch(() => null);
  }
  expect(rows).toEqual([{ one: 1 }]);
  const isThereAgain = 'The embedded database is there again.';
  while (output.filter((line) => line === isThereAgain).length < 2)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect([output[0], output.at(-1), lost]).toEqual([
    'The embedded database has stopped. Starting it again.',
    isThereAgain,
    [],
  ]);
  await first.stop();
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await second.stop();
}, 60_000);

test('a wrong password is reported at once, and another program keeps its database', async () => {
  const first = await keep();
  const began = Date.now();
  await expect(startEmbeddedDatabase(folder, 'another')).rejects.toThrow(/was founded with another secret/);
  expect(Date.now() - began).toBeLessThan(5_000);
  expect(await ask(first.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
  await first.stop();
}, 60_000);

test('a wrong password for a stopped database leaves it stopped', async () => {
  await expect(startEmbeddedDatabase(folder, 'another')).rejects.toThrow(/was founded with another secret/);
  for (let wait = 0; wait < 100 && existsSync(pidFile); wait++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(existsSync(pidFile)).toBe(false);
}, 60_000);
