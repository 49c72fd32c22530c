import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import ts from 'typescript-eslint';
import { boundaries } from './tools/lint-rules/boundaries.mjs';
import { daylight } from './tools/lint-rules/index.mjs';

const SOURCE = ['**/*.ts', '**/*.tsx'];
const SPECS = [
  '**/*.test.ts',
  '**/src/**/testing/**',
  '**/*.fixture.ts',
  '**/*.spec.ts',
  '**/*.spec.tsx',
  '**/*.int-spec.ts',
  'libs/api/testing/**',
];
const TOOLS = ['tools/**', 'apps/e2e/**', '*.config.mjs', '**/vite.config.*'];

const everywhere = {
  plugins: { daylight },
  languageOptions: {
    parserOptions: {
      experimentalDecorators: true,
      emitDecoratorMetadata: true,
      warnOnUnsupportedTypeScriptVersion: false,
    },
  },
  linterOptions: { reportUnusedDisableDirectives: 'error' },
  rules: {
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'no-var': 'error',
    'prefer-const': 'error',
    'no-throw-literal': 'error',
    'no-promise-executor-return': 'off',
    'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    'daylight/reasoned-disable': 'error',
  },
};

const typescript = {
  files: SOURCE,
  plugins: { '@nx': nx },
  rules: {
    '@nx/enforce-module-boundaries': ['error', boundaries({ spec: false })],
    '@typescript-eslint/no-explicit-any': 'error',
    '@typescript-eslint/no-non-null-assertion': 'error',
    '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
    '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    '@typescript-eslint/no-empty-function': 'off',
    'no-console': 'error',
    'daylight/one-clock': 'error',
    'daylight/one-environment': 'error',
    'daylight/no-raw-repository': 'error',
    'daylight/resolver-permission': 'error',
  },
};

/** The rules that need types; a promise that nobody awaits is the costliest mistake of a server. */
const typed = {
  files: [
    'libs/**/src/**/*.ts',
    'libs/**/src/**/*.tsx',
    'apps/{api,worker,portal,console}/src/**/*.ts',
    'apps/{portal,console}/src/**/*.tsx',
  ],
  languageOptions: {
    parserOptions: {
      project: ['neutral', 'node', 'portal', 'console'].map((where) => `tools/test/types/${where}.json`),
      tsconfigRootDir: import.meta.dirname,
    },
  },
  rules: {
    '@typescript-eslint/await-thenable': 'error',
    '@typescript-eslint/no-floating-promises': 'error',
    '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  },
};
/** Code that stands in no file (tools/checks/boundary-canary) has no types to ask for. */
const withTypes = process.env.DAYLIGHT_LINT_TYPES === '0' ? [] : [typed];

/** Nest's modules are classes without members; that is what wiring looks like. */
const wiring = { files: ['**/*.module.ts'], rules: { '@typescript-eslint/no-extraneous-class': 'off' } };

/** In a browser the console is where a defect is told to whoever looks for it. */
const browser = {
  files: ['libs/web/**', 'apps/{portal,console}/**'],
  rules: { 'no-console': ['error', { allow: ['error'] }] },
};

const domain = {
  files: ['libs/domain/**/*.ts'],
  ignores: SPECS,
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [{ regex: '^(?!\\.)', message: 'The domain imports nothing but itself (style 2).' }] },
    ],
    'no-restricted-globals': [
      'error',
      ...['process', 'Buffer', 'console', 'fetch', 'setTimeout', 'setInterval', 'Promise', 'crypto', 'performance'].map(
        (name) => ({
          name,
          message: 'The domain computes with plain values: no clock, no promises, no input or output (style 2).',
        }),
      ),
    ],
    'no-restricted-syntax': [
      'error',
      { selector: ':function[async=true]', message: 'The domain has no promises (style 2).' },
    ],
  },
};

const specs = {
  files: SPECS,
  rules: {
    '@nx/enforce-module-boundaries': ['error', boundaries({ spec: true })],
    // a test may build a half value to show what happens to it
    '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }],
    'max-lines': 'off',
  },
};

/** The one place for each. */
const places = [
  { files: ['libs/api/platform/src/clock.ts', 'libs/web/format/src/clock.ts'], rules: { 'daylight/one-clock': 'off' } },
  { files: ['libs/api/platform/src/config.ts', 'libs/api/testing/**'], rules: { 'daylight/one-environment': 'off' } },
  { files: ['libs/api/*/src/model/**', 'libs/api/database/**'], rules: { 'daylight/no-raw-repository': 'off' } },
  { files: TOOLS, rules: { 'no-console': 'off', 'daylight/one-clock': 'off', 'daylight/one-environment': 'off' } },
];

export default ts.config(
  {
    ignores: [
      '**/dist/',
      '**/dist-*/',
      '**/generated/',
      '**/node_modules/',
      '.daylight/',
      '.nx/',
      'coverage/',
      'test-results/',
      '**/*.cjs',
      'apps/*/public/',
    ],
  },
  ts.configs.recommended,
  everywhere,
  typescript,
  ...withTypes,
  browser,
  wiring,
  domain,
  specs,
  ...places,
  prettier,
);
