import { swc } from './test/support/swc.mjs';

const shared = {
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^#libs/(.*)$': '<rootDir>/libs/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  testEnvironment: '<rootDir>/test/support/kept-environment.mjs',
  runtime: '<rootDir>/test/support/kept-runtime.mjs',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
};
const tier = (displayName, testMatch) => ({ ...shared, displayName, testMatch });
const withDatabase = (displayName, testMatch) => ({
  ...tier(displayName, testMatch),
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
});

export default {
  maxWorkers: 2,
  testSequencer: './test/support/long-first.mjs',
  // Whole programs over whole databases: a slow machine gets its time, a test that hangs does not.
  testTimeout: 60_000,
  projects: [
    tier('pure', ['<rootDir>/{apps,libs,bench}/**/*.spec.ts']),
    tier('architecture', ['<rootDir>/test/architecture/*.spec.ts']),
    withDatabase('database', ['<rootDir>/test/database/*.spec.ts']),
    withDatabase('pages', ['<rootDir>/test/pages/*.spec.ts']),
    withDatabase('api', ['<rootDir>/test/api/*.spec.ts']),
    withDatabase('oracle', ['<rootDir>/test/oracle/*.spec.ts']),
    withDatabase('journeys', ['<rootDir>/test/journeys/*.spec.ts']),
    withDatabase('mutations', ['<rootDir>/test/mutations/*.spec.ts']),
  ],
};
