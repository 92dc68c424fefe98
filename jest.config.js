import { swc } from './test/support/swc.mjs';

const shared = {
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^#libs/(.*)$': '<rootDir>/libs/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  testEnvironment: '<rootDir>/test/support/cached-environment.mjs',
  runtime: '<rootDir>/test/support/cached-runtime.mjs',
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
  testSequencer: './test/support/slowest-first.mjs',
  // Whole programs over whole databases: a slow machine gets its time, a test that hangs does not.
  testTimeout: 60_000,
  projects: [
    tier('pure', ['<rootDir>/{apps,libs,bench}/**/*.spec.ts']),
    tier('architecture', ['<rootDir>/test/architecture/*.spec.ts']),
    withDatabase('features', ['<rootDir>/test/features/*/*.spec.ts']),
    withDatabase('rls', ['<rootDir>/test/rls/*.spec.ts']),
    withDatabase('model', ['<rootDir>/test/model/*.spec.ts']),
    withDatabase('non-interference', ['<rootDir>/test/non-interference/*.spec.ts']),
    withDatabase('journeys', ['<rootDir>/test/journeys/*.spec.ts']),
    withDatabase('mutations', ['<rootDir>/test/mutations/*.spec.ts']),
  ],
};
