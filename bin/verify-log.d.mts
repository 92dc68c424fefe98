import type { KeyObject } from 'node:crypto';

export interface LogResult {
  readonly ok: boolean;
  readonly problems: readonly string[];
  readonly entries: number;
  readonly hidden: number;
  readonly batches: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly exportedAt: string | null;
}
export function readKeys(texts: readonly string[]): Map<string, KeyObject>;
export function verifyLog(
  lines: Iterable<string>,
  options: { keys: ReadonlyMap<string, KeyObject>; heads?: Iterable<string> | undefined },
): LogResult;
export function linesOf(path: string): Generator<string>;
