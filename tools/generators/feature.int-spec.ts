import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

jest.setTimeout(300_000);

const root = join(__dirname, '../..');
const FILES = [
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'jest.config.mjs',
  'eslint.config.mjs',
  'nx.json',
];
const HEAVY = new Set(['dist', 'dist-run', 'node_modules', 'generated', '__screenshots__']);
const SLICE = 'libs/api/change-requests';
/** What the pages are wired into, and the pages themselves. */
const PAGES = [
  'libs/web/app/src/index.ts',
  'libs/web/app/src/change-requests',
  'apps/e2e/src/stage/routes.ts',
  ...['portal', 'console'].flatMap((app) =>
    ['app/router.tsx', 'app/navigation.tsx', 'messages', 'features/change-requests', 'pages/change-requests'].map(
      (part) => `apps/${app}/src/${part}`,
    ),
  ),
];

/** A copy of the sources that shares the installed packages; the workspace's own packages are its own. */
function copyHouse(): string {
  const house = mkdtempSync(join(tmpdir(), 'daylight-feature-'));
  for (const file of [...FILES, '.prettierrc', '.prettierrc.json'].filter((each) => existsSync(join(root, each))))
    cpSync(join(root, file), join(house, file));
  for (const folder of ['libs', 'tools', 'apps'])
    cpSync(join(root, folder), join(house, folder), {
      recursive: true,
      filter: (from) => !HEAVY.has(basename(from)),
    });
  mkdirSync(join(house, 'node_modules/@daylight'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules')).filter((each) => each !== '@daylight'))
    symlinkSync(join(root, 'node_modules', name), join(house, 'node_modules', name));
  cpSync(join(root, 'node_modules/@daylight'), join(house, 'node_modules/@daylight'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  return house;
}

let house: string;
beforeAll(() => {
  house = copyHouse();
});
afterAll(() => rmSync(house, { recursive: true }));

function run(...args: string[]) {
  const env = { ...process.env, DAYLIGHT_LINT_TYPES: '0', DAYLIGHT_TEST_CLUSTER: undefined, JEST_WORKER_ID: undefined };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: house, encoding: 'utf8', env });
  return { status, said: stdout + stderr };
}
const tool = (name: string, ...args: string[]) => run(join(root, 'node_modules', name), ...args);
const generate = (...words: string[]) => run('tools/generators/feature.mjs', ...words);

it.each([
  [[], /is no name for a feature/],
  [['Change Requests'], /"Change Requests" is no name for a feature/],
  [['equipment'], /Say what one of them is called/],
  [['tickets'], /is there already/],
])('refuses %j with a sentence', (words, sentence) => {
  const { status, said } = generate(...words);
  expect(said).toMatch(sentence);
  expect(status).toBe(1);
});

it('makes a slice that is formatted, linted, typed and wired, and that keeps tenants apart', () => {
  const made = generate('change-requests', 'change-request', '변경 요청');
  expect(made).toMatchObject({ status: 0, said: expect.stringContaining(`${SLICE}/src/change-requests.int-spec.ts`) });
  const files = made.said.split('\n').filter((line) => /^(libs|apps)\//.test(line));
  expect(files).toHaveLength(25);
  const formatted = files.filter((file) => !file.endsWith('.sql'));
  const wired = ['apps/api/src/slices.ts', 'tools/lint-rules/boundaries.mjs', ...PAGES];
  expect(tool('prettier/bin/prettier.cjs', '--check', ...formatted, ...wired)).toMatchObject({ status: 0 });
  expect(tool('eslint/bin/eslint.js', SLICE, 'apps/api/src/slices.ts')).toMatchObject({ status: 0 });
  expect(tool('typescript/bin/tsc', '-p', `${SLICE}/tsconfig.json`, '--noEmit')).toEqual({ status: 0, said: '' });
  const lock = JSON.parse(readFileSync(join(house, 'package-lock.json'), 'utf8')) as { packages: object };
  expect(lock.packages).toMatchObject({ [SLICE]: { name: '@daylight/api-change-requests', version: '0.1.0' } });

  const specs = `${SLICE}|database/src/catalogue-gate|apps/api/src/server.int-spec`;
  const tested = tool('jest/bin/jest.js', '--selectProjects', 'int', '--testPathPatterns', specs, '--ci');
  expect(tested.said).toMatch(/PASS int libs\/api\/change-requests/);
  expect(tested.said).toMatch(/PASS int apps\/api\/src\/server/);
  expect(tested.status).toBe(0);
});

it('gives both apps a page that is typed, linted and built, with its texts in Korean and English', () => {
  expect(run('tools/codegen/codegen.mjs')).toMatchObject({ status: 0 });
  const pages = tool('eslint/bin/eslint.js', '--no-error-on-unmatched-pattern', ...PAGES);
  expect(pages).toMatchObject({ status: 0 });
  const specs = 'web/app/src/change-requests|checks/messages';
  const tested = tool('jest/bin/jest.js', '--selectProjects', 'unit', 'web', '--testPathPatterns', specs, '--ci');
  expect(tested.said).toMatch(/PASS web libs\/web\/app\/src\/change-requests/);
  expect(tested).toMatchObject({ status: 0, said: expect.stringMatching(/PASS unit tools\/checks\/messages/) });
  const names: Readonly<Record<string, string>> = { ko: '변경 요청', en: 'Change requests' };
  for (const app of ['portal', 'console']) {
    expect(tool('typescript/bin/tsc', '-p', `apps/${app}/tsconfig.json`, '--noEmit')).toEqual({ status: 0, said: '' });
    for (const [language, name] of Object.entries(names)) {
      const texts: unknown = JSON.parse(readFileSync(join(house, `apps/${app}/src/messages/${language}.json`), 'utf8'));
      expect(texts).toMatchObject({ 'app.nav.changeRequests': name });
    }
    expect(tool('vite/bin/vite.js', 'build', `apps/${app}`)).toMatchObject({ status: 0 });
    expect(readdirSync(join(house, `apps/${app}/dist/assets`)).join()).toContain('change-requests-page');
  }
});
