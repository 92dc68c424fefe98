import fc from 'fast-check';
import { Oracle, sequences } from './run.js';

const SEED = Number(process.env['ORACLE_SEED'] ?? Date.now() % 2_000_000_000);
const DECISIONS = Number(process.env['ORACLE_DECISIONS'] ?? 20_000);

let oracle: Oracle;
beforeAll(async () => {
  oracle = await Oracle.open();
}, 120_000);
afterAll(() => oracle.close());

test('the rule book and the running system give one answer, whatever happened and whenever they are asked', async () => {
  const began = Date.now();
  try {
    for (let nth = 0; oracle.tally.decisions < DECISIONS; nth++)
      await fc.assert(
        fc.asyncProperty(sequences, async (sequence) => void (await oracle.tell(sequence))),
        { seed: SEED + nth, numRuns: 1, endOnFailure: process.env['ORACLE_SHRINK'] === '0' },
      );
  } finally {
    const { tally } = oracle;
    const seconds = (Date.now() - began) / 1000;
    console.log(
      `oracle: seed ${SEED}, ${oracle.sequences} sequences, ${tally.decisions} decisions (${tally.yes} yes), ${tally.answers} answers, ${seconds.toFixed(1)} s, ${Math.round(tally.decisions / seconds)}/s; ${tally.sqlAsks} asks of ${(tally.sqlTime / tally.sqlAsks).toFixed(1)} ms\n` +
        [...tally.byWay].map(([way, count]) => `${way} ${count}`).join('; ') +
        `\nknown faults ${tally.known}\n` +
        [...tally.byReach].map(([way, count]) => `${way} ${count}`).join('; '),
    );
  }
}, 3_600_000);
