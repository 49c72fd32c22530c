// npm run mutate [-- --mutate 'libs/domain/src/time/**']: breaks the rules one line at a time and asks whether a test notices.
import os from 'node:os';

export default {
  testRunner: 'domain',
  plugins: [`${import.meta.dirname}/runner.mjs`],
  coverageAnalysis: 'perTest',
  mutate: ['libs/domain/src/**/*.ts', '!**/*.spec.ts', '!**/*.fixture.ts', '!**/index.ts'],
  ignoreStatic: false,
  // Only what the domain's tests read is copied.
  ignorePatterns: [
    'apps',
    'docs',
    'deploy',
    'libs/api',
    'libs/graphql',
    'libs/web',
    'dist',
    '.daylight',
    '.nx',
    'test-results',
  ],
  concurrency: os.availableParallelism(),
  // The runner itself ends a test in a loop; this is for what it can't interrupt.
  timeoutMS: 20_000,
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, reportTests: false, reportMutants: true },
  jsonReporter: { fileName: 'test-results/mutation.json' },
  thresholds: { high: 95, low: 90, break: 85 },
  tempDirName: '.stryker-tmp',
  disableTypeChecks: false,
};
