// Three projects: pure and API units, integration on a real PostgreSQL, React in jsdom.
// CommonJS mode: jest on Node 20 cannot require() ESM, so ESM-only packages are transformed (allow-list below).
const esmPackages = [
  '@nestjs',
  '@apollo',
  '@as-integrations',
  '@graphql-tools',
  '@tokenizer',
  '@borewit',
  '@hyunbinseo',
  '@urql',
  '@tanstack',
  '@formatjs',
  '@mantine',
  '@tabler',
  '@0no-co',
  'react-intl',
  'intl-messageformat',
  'd3-[a-z-]+',
  'internmap',
  'urql',
  'wonka',
  'file-type',
  'uuid',
  'strtok3',
  'token-types',
  'uint8array-extras',
  'nodemailer',
  'whatwg-mimetype',
  'es-toolkit',
  'cookie',
  'content-disposition',
  'light-my-request',
  'graphql-sse',
  'es-hangul',
  'idb-keyval',
  'xz-decompress',
  'csv-parse',
  'csv-stringify',
  '@fastify',
  'pure-rand',
  'fast-check',
  'date-holidays',
].join('|');

const swc = (parser) => [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2023',
      parser,
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      keepClassNames: true,
    },
  },
];

const shared = {
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '\\.css$': '<rootDir>/tools/test/empty-module.cjs',
    // A part of a catalogue is a matter of the build: tests know all of it.
    '^(.*\\.json)\\?[\\w-]+$': '$1',
  },
  transform: {
    '^.+\\.tsx$': swc({ syntax: 'typescript', tsx: true, decorators: true }),
    '^.+\\.ts$': swc({ syntax: 'typescript', decorators: true }),
    '^.+\\.m?js$': swc({ syntax: 'ecmascript' }),
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:${esmPackages})/)`],
  modulePathIgnorePatterns: ['/dist/', '/.daylight/'],
};

const node = {
  ...shared,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['daylight-source', 'node', 'node-addons', 'require', 'default'] },
};

export default {
  // Only ends what hangs: how fast something is, is said by the bench.
  testTimeout: 30_000,
  projects: [
    { ...node, displayName: 'unit', testMatch: ['<rootDir>/{libs,apps,tools}/**/*.spec.ts'] },
    {
      ...node,
      displayName: 'int',
      testMatch: ['<rootDir>/{libs,apps,tools}/**/*.int-spec.ts'],
      globalSetup: '<rootDir>/tools/test/int-setup.mjs',
      globalTeardown: '<rootDir>/tools/test/int-teardown.mjs',
    },
    {
      ...shared,
      displayName: 'web',
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { customExportConditions: ['daylight-source', 'browser', 'require', 'default'] },
      setupFiles: ['<rootDir>/tools/test/web-setup.cjs'],
      testMatch: ['<rootDir>/{libs,apps}/**/*.spec.tsx'],
    },
  ],
};
