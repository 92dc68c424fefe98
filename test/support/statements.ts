import { DataSource } from 'typeorm';
import { WRITES } from './read-only-gets.js';
import type { TestApp } from './test-app.js';

interface Runner {
  query(text: string, ...rest: unknown[]): unknown;
}

/** The statements that units of work send meanwhile, apart from the two that begin each. */
export async function statementsDuring(app: TestApp, work: () => Promise<unknown>): Promise<string[]> {
  const runner = app.app.get(DataSource).createQueryRunner();
  const prototype = Object.getPrototypeOf(runner) as Runner;
  await runner.release();
  const { query } = prototype;
  const texts: string[] = [];
  prototype.query = function (text, ...rest) {
    if (text !== WRITES) texts.push(text);
    return query.call(this, text, ...rest);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return texts;
}
