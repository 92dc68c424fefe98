const shared = {
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'es6' },
      },
    ],
  },
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^#libs/(.*)$': '<rootDir>/libs/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
};
const tier = (displayName, testMatch, extra = {}) => ({ ...shared, displayName, testMatch, ...extra });
const withDatabase = { globalSetup: '<rootDir>/test/support/global-setup.ts', globalTeardown: '<rootDir>/test/support/global-teardown.ts' };

export default {
  projects: [
    tier('pure', ['<rootDir>/{apps,libs,bench}/**/*.spec.ts']),
    tier('architecture', ['<rootDir>/test/architecture/*.spec.ts']),
    tier('database', ['<rootDir>/test/database/*.spec.ts'], withDatabase),
    tier('pages', ['<rootDir>/test/pages/*.spec.ts'], withDatabase),
    tier('api', ['<rootDir>/test/api/*.spec.ts'], withDatabase),
    tier('journeys', ['<rootDir>/test/journeys/*.spec.ts'], withDatabase),
  ],
};
