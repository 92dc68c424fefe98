import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Adds up what the tiers wrote and closes with one line; a failed step that is no test counts as one failure.
const [folder, failedSteps] = [process.argv[2], Number(process.argv[3])];
let passed = 0;
let failed = 0;
let suites = 0;
for (const file of readdirSync(folder)) {
  const result = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  passed += result.numPassedTests;
  failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  suites += 1;
}
if (failed === 0 && failedSteps > 0) failed = failedSteps;
if (suites === 0) failed += 1;
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
