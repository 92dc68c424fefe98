import { existsSync, readFileSync } from 'node:fs';

const fileOf = (pid: number): string => `/proc/${pid}/schedstat`;
/** Linux reports processor time per process; other systems fall back to wall-clock time. */
export const isExact = existsSync(fileOf(process.pid));

/** Processor time of a Postgres backend on this machine, in milliseconds, as a running total: subtract two readings. */
export const usedBy = (pid: number): number =>
  isExact ? Number(readFileSync(fileOf(pid), 'utf8').split(' ')[0]) / 1e6 : performance.now();
