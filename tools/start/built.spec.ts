import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'daylight-built-'));
  write('apps/api/src/main.ts', 'one');
  write('package-lock.json', '{}');
});
afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

/** Runs what npm start runs around a build; `during` stands for the build. Answers whether the next start may skip it. */
function build(during: string): void {
  const script = `const { sourcesOf, noteBuilt } = await import('${join(__dirname, 'built.mjs')}');
    const fs = await import('node:fs'); const before = sourcesOf('.'); ${during}; noteBuilt('.', before);`;
  expect(
    spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, encoding: 'utf8' }),
  ).toMatchObject({ status: 0, stderr: '' });
}

function stillHolds(): boolean {
  const script = `console.log((await import('${join(__dirname, 'built.mjs')}')).isBuilt('.'))`;
  return (
    spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, encoding: 'utf8' }).stdout ===
    'true\n'
  );
}

const MAKE = `fs.mkdirSync('apps/api/dist', { recursive: true }); fs.writeFileSync('apps/api/dist/main.js', 'made')`;

describe('a start after a build', () => {
  it('builds when nothing was built yet', () => {
    expect(stillHolds()).toBe(false);
  });

  it('builds nothing when no file has changed', () => {
    build(MAKE);
    expect(stillHolds()).toBe(true);
  });

  it.each([
    ['a source changed', () => write('apps/api/src/main.ts', 'two, longer')],
    ['a source appeared', () => write('libs/domain/src/new.ts', '')],
    ['a source went', () => rmSync(join(root, 'apps/api/src/main.ts'))],
    ['an output went', () => rmSync(join(root, 'apps/api/dist/main.js'))],
    ['another version of a package is installed', () => write('package-lock.json', '{"packages":{}}')],
  ])('builds again when %s', (_, change) => {
    build(MAKE);
    change();
    expect(stillHolds()).toBe(false);
  });

  it('builds again when a source was changed during the build', () => {
    build(`${MAKE}; fs.writeFileSync('apps/api/src/main.ts', 'edited meanwhile')`);
    expect(stillHolds()).toBe(false);
  });
});
