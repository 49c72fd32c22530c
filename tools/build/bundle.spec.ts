import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(__dirname, '../..');
let house: string;
let app: string;
beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'daylight-bundle-'));
  app = join(house, 'apps/clock');
  write('package.json', '{ "type": "module" }');
  write('node_modules/greeting/package.json', '{ "name": "greeting", "main": "index.js" }');
  write('node_modules/seldom/package.json', '{ "name": "seldom", "main": "index.js" }');
  write('node_modules/seldom/index.js', `exports.seldom = 'now and then';`);
});
afterEach(() => rmSync(house, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(house, file)), { recursive: true });
  writeFileSync(join(house, file), text);
}

const run = (...args: string[]) => spawnSync(process.execPath, args, { cwd: house, encoding: 'utf8' });

function bundle(main: string): void {
  write('apps/clock/src/main.ts', main);
  for (const step of ['compile', 'bundle']) {
    const { status, stderr } = run(join(root, `tools/build/${step}.mjs`), app);
    expect([step, stderr, status]).toEqual([step, '', 0]);
  }
}

const started = () => run('--enable-source-maps', join(app, 'dist-run/main.js'));

describe('the bundle of an app', () => {
  it('does without node_modules what the compiled app does with them', () => {
    write(
      'node_modules/greeting/index.js',
      `let missing = 'nobody else'; try { require('not-installed'); } catch {} exports.greet = (name) => 'Hello ' + name + ', ' + missing;`,
    );
    bundle(`import { greet } from 'greeting';\nclass Friend {}\nconsole.log(greet(Friend.name));\n`);
    rmSync(join(house, 'node_modules'), { recursive: true });
    expect(started()).toMatchObject({ status: 0, stdout: 'Hello Friend, nobody else\n' });
  });

  it('says the same in every writing, though its files are ASCII', () => {
    write(
      'node_modules/greeting/index.js',
      String.raw`exports.greet = (name) => ['안녕하세요 ' + name, /^[가-힣]+\…?$/u.test('안녕'), ${'`'}${'\\'}\é 🙂${'`'}];`,
    );
    bundle(`import { greet } from 'greeting';\nconsole.log(JSON.stringify([greet('민수'), '처리 기한']));\n`);
    const compiled = run(join(app, 'dist/main.js'));
    expect(started().stdout).toBe(compiled.stdout);
    expect(readFileSync(join(app, 'dist-run/main.js'), 'utf8')).toMatch(/^[\0-\x7f]*$/);
  });

  it('leaves what is imported only when it is used in a file of its own', () => {
    write('node_modules/greeting/index.js', `exports.greet = () => 'Hello';`);
    bundle(
      `import { greet } from 'greeting';\nif (process.argv.length > 9) console.log(await import('seldom'));\nconsole.log(greet());\n`,
    );
    const holding = readdirSync(join(app, 'dist-run')).filter((file) =>
      readFileSync(join(app, 'dist-run', file), 'utf8').includes('now and then'),
    );
    expect(holding).not.toContain('packages.js');
    expect(holding).not.toContain('main.js');
    expect(started().stdout).toBe('Hello\n');
  });

  it('names the line of the TypeScript in a stack trace', () => {
    write('node_modules/greeting/index.js', `exports.greet = () => 'Hello';`);
    bundle(
      `import { greet } from 'greeting';\ninterface Unused { readonly text: string }\n\nthrow new Error(greet());\n`,
    );
    expect(started().stderr).toContain(join(app, 'src/main.ts:4:'));
    expect(existsSync(join(app, 'dist-run/packages.js.map'))).toBe(false);
  });

  it('leaves nothing behind of the bundle before it', () => {
    write('node_modules/greeting/index.js', `exports.greet = () => 'Hello';`);
    write('apps/clock/dist-run/old.js', '');
    bundle(`import { greet } from 'greeting';\nconsole.log(greet());\n`);
    expect(existsSync(join(app, 'dist-run/old.js'))).toBe(false);
  });
});
