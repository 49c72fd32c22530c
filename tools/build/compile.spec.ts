import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');
let project: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'daylight-compile-'));
  mkdirSync(join(project, 'src/inner'), { recursive: true });
  write('package.json', '{ "type": "module" }');
});
afterEach(() => rmSync(project, { recursive: true }));

const write = (file: string, text: string): void => writeFileSync(join(project, file), text);
const made = (file: string): string => readFileSync(join(project, 'dist', file), 'utf8');

function compile(): string {
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'tools/build/compile.mjs'), project], {
    encoding: 'utf8',
  });
  return stdout + stderr;
}

describe('the build of a project', () => {
  it('makes modules that Node.js runs, with their classes named and their lines traceable', () => {
    write(
      'src/main.ts',
      `import { Greeting } from './inner/greeting.js';\nimport type { Nothing } from './inner/greeting.js';\nconst none: Nothing = null;\nconsole.log(new Greeting().text, Greeting.name, none);\n`,
    );
    write(
      'src/inner/greeting.ts',
      `export type Nothing = null;\nexport class Greeting { readonly text: string = 'hello'; }\n`,
    );
    expect(compile()).toContain('2 compiled');
    expect(spawnSync(process.execPath, [join(project, 'dist/main.js')], { encoding: 'utf8' }).stdout).toBe(
      'hello Greeting null\n',
    );
    expect(JSON.parse(made('inner/greeting.js.map'))).toMatchObject({ sources: ['../../src/inner/greeting.ts'] });
  });

  it('tells decorators the types of constructor parameters, which wiring needs', () => {
    write(
      'src/a.ts',
      `export class Dep {}\nconst d = (c: unknown): void => void c;\n@(d as ClassDecorator)\nexport class A { constructor(readonly dep: Dep) {} }\n`,
    );
    compile();
    expect(made('a.js')).toMatch(/design:paramtypes[\s\S]*Dep/);
  });

  it('ships no tests, but the files that stand beside the code', () => {
    write('src/a.ts', 'export const a = 1;\n');
    for (const name of ['a.spec.ts', 'a.int-spec.ts', 'a.spec.tsx', 'types.d.ts']) write(`src/${name}`, 'export {};\n');
    mkdirSync(join(project, 'src/testing'));
    write('src/testing/fixtures.ts', 'export {};\n');
    write('src/inner/query.sql', 'select 1');
    expect(compile()).toContain('1 compiled, 1 copied');
    expect(made('inner/query.sql')).toBe('select 1');
    expect(existsSync(join(project, 'dist/a.spec.js'))).toBe(false);
  });

  it('removes what was made from files that are gone', () => {
    write('src/a.ts', 'export const a = 1;\n');
    write('src/b.ts', 'export const b = 1;\n');
    compile();
    rmSync(join(project, 'src/b.ts'));
    expect(compile()).toContain('2 removed');
    expect(existsSync(join(project, 'dist/b.js'))).toBe(false);
    expect(existsSync(join(project, 'dist/a.js'))).toBe(true);
  });

  it('fails on a syntax error and names the file', () => {
    write('src/broken.ts', 'export const = 1;\n');
    expect(compile()).toContain('broken.ts');
  });
});
