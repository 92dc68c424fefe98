import { existsSync, readFileSync } from 'node:fs';

// Closes with one line: what Jest counted, a file of tests that could not run and a failed check as one failure each.
const [file, failedChecks] = [process.argv[2], Number(process.argv[3])];
const result = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
const passed = result?.numPassedTests ?? 0;
const failed = failedChecks + (result ? result.numFailedTests + result.numRuntimeErrorTestSuites : 1);
// Something that belongs to no one test, such as the set-up of all, failed nevertheless.
const counted = failed === 0 && !result.success ? 1 : failed;
console.log(`\n${passed} passed, ${counted} failed`);
process.exit(counted === 0 ? 0 : 1);
