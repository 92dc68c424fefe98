import { Gate, type Leave } from './gate.js';

const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

test('a limited number run at once, the next waits for one to leave, and other keys do not wait', async () => {
  const gate = new Gate({ inside: 2, waiting: 5, waitMs: 5_000 });
  const first = (await gate.enter('a'))!;
  await gate.enter('a');
  let third: Leave | null | undefined;
  void gate.enter('a').then((leave) => (third = leave));
  expect(await gate.enter('b')).not.toBeNull();
  await soon();
  expect(third).toBeUndefined();
  first();
  first();
  await soon();
  expect(third).toBeInstanceOf(Function);
  let fourth: Leave | null | undefined;
  void gate.enter('a').then((leave) => (fourth = leave));
  await soon();
  // The first left twice, and that freed one place only.
  expect(fourth).toBeUndefined();
  third!();
  await soon();
  expect(fourth).toBeInstanceOf(Function);
});

test('a full queue and a long wait are rejected', async () => {
  const gate = new Gate({ inside: 1, waiting: 1, waitMs: 20 });
  await gate.enter('a');
  const waits = gate.enter('a');
  expect(await gate.enter('a')).toBeNull();
  expect(await waits).toBeNull();
});

test('a waiter that goes away leaves its place in the queue to the next', async () => {
  const gate = new Gate({ inside: 1, waiting: 5, waitMs: 5_000 });
  const leave = (await gate.enter('a'))!;
  const gone = new AbortController();
  const abandoned = gate.enter('a', gone.signal);
  const next = gate.enter('a');
  gone.abort();
  expect(await abandoned).toBeNull();
  leave();
  expect(await next).toBeInstanceOf(Function);
});

test('a key is forgotten once all have left', async () => {
  const gate = new Gate({ inside: 1, waiting: 5, waitMs: 5_000 });
  const leave = (await gate.enter('a'))!;
  const next = gate.enter('a');
  leave();
  (await next)!();
  expect((gate as unknown as { places: Map<string, unknown> }).places.size).toBe(0);
});
