import { createHash } from 'node:crypto';

/**
 * Repeatable randomness. Every draw is a hash of the seed, the purpose and the row's key, in SQL for many rows and in
 * TypeScript for few. The same seed makes the same county on every machine.
 */
export class Dice {
  constructor(readonly seed: number) {}

  /** SQL for a number from 0 up to 1, always the same for one `key` (a bigint expression) and one purpose. */
  roll(purpose: string, key: string): string {
    return `((hashint8extended(${key}, ${this.salt(purpose)}) & 1048575)::float8 / 1048576)`;
  }

  /** SQL for an integer from 0 to `many` - 1; `many` is a number or an expression. */
  below(many: number | string, purpose: string, key: string): string {
    return `((hashint8extended(${key}, ${this.salt(purpose)}) & 2147483647) % (${many}))::int`;
  }

  /** SQL for one of a list of texts. */
  pick(list: readonly string[], purpose: string, key: string): string {
    return `(array[${list.map(literal).join(',')}])[1 + ${this.below(list.length, purpose, key)}]`;
  }

  /** SQL for the id of a row: a UUID version 8 of seed, kind and `key`. */
  id(kind: string, key: string): string {
    return asUuid(`md5(${literal(`${this.seed}/${kind}/`)} || (${key}))`);
  }

  /** SQL for the id of an event: it starts with the event's time, like UUID version 7, so that lists sort by time. */
  timedId(kind: string, key: string, at: string): string {
    const time = `lpad(to_hex((extract(epoch from ${at}) * 1000)::bigint), 12, '0')`;
    return `(${time} || '7' || substr(md5(${literal(`${this.seed}/${kind}/`)} || (${key})), 1, 3) || '8'
      || substr(md5(${literal(`${this.seed}/${kind}/`)} || (${key})), 4, 15))::uuid`;
  }

  /** The same kind of id for the few rows built in TypeScript. */
  idOf(kind: string, key: string | number): string {
    return uuidOf(`${this.seed}/${kind}/${key}`);
  }

  /** Picks from a list, for the few rows built in TypeScript. */
  oneOf<T>(list: readonly T[], purpose: string, key: string | number): T {
    const number = createHash('sha256').update(`${this.seed}/${purpose}/${key}`).digest().readUInt32BE();
    return list[number % list.length]!;
  }

  private salt(purpose: string): string {
    return (
      createHash('sha256').update(`${this.seed}/${purpose}`).digest().readBigUInt64BE() >> 2n
    ).toString();
  }
}

export function uuidOf(text: string): string {
  const hex = createHash('md5').update(text).digest('hex');
  const set = `${hex.slice(0, 12)}8${hex.slice(13, 16)}8${hex.slice(17)}`;
  return [set.slice(0, 8), set.slice(8, 12), set.slice(12, 16), set.slice(16, 20), set.slice(20)].join('-');
}

const asUuid = (hex: string): string =>
  `overlay(overlay(${hex} placing '8' from 13 for 1) placing '8' from 17 for 1)::uuid`;
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
