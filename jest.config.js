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

export default {
  projects: [
    tier('pure', ['<rootDir>/{apps,libs,bench}/**/*.spec.ts']),
    tier('architecture', ['<rootDir>/test/architecture/*.spec.ts']),
    tier('database', ['<rootDir>/test/database/*.spec.ts']),
    tier('pages', ['<rootDir>/test/pages/*.spec.ts']),
    tier('api', ['<rootDir>/test/api/*.spec.ts']),
    tier('oracle', ['<rootDir>/test/oracle/*.spec.ts']),
    tier('journeys', ['<rootDir>/test/journeys/*.spec.ts']),
    tier('mutations', ['<rootDir>/test/mutations/*.spec.ts']),
  ],
};
