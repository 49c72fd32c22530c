import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { routesOf } from './pages.mjs';
import { ofSetUp } from './set-up-messages.mjs';

const app = resolve(__dirname, '../../apps/console/src/app');
const fileOf = (from: string, module: string): string => {
  const path = resolve(dirname(from), module).replace(/\.js$/, '');
  return [`${path}.tsx`, `${path}.ts`].find(existsSync) ?? path;
};

/** The app's own files that a page needs, now or when something on it is opened; no other page's. */
function filesOf(roots: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const walk = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const code = readFileSync(file, 'utf8');
    for (const [, module = ''] of code.matchAll(/(?:from|import\()\s*'(\.[^']+\.js)'/g)) {
      if (!module.includes('/generated/')) walk(fileOf(file, module));
    }
  };
  roots.forEach(walk);
  return seen;
}

const idsIn = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/['`]([a-zA-Z]+\.[\w.-]*)/g)].map(([, id = '']) => id);

const sources = readdirSync(app).filter((name) => /^(?:router|[\w-]+-pages)\.tsx$/.test(name));
const routes = sources.flatMap((name) => routesOf(readFileSync(join(app, name), 'utf8')));
const roots = (setUp: boolean) =>
  routes.flatMap(({ module, setUp: own }) =>
    module === null || own !== setUp ? [] : [fileOf(join(app, 'x'), module)],
  );

it('no page but those where things are set up shows their texts', () => {
  const files = [...filesOf([...roots(false), join(app, 'shell.tsx')])];
  expect(files.length).toBeGreaterThan(100);
  const shown = files.flatMap((file) =>
    idsIn(file)
      .filter(ofSetUp)
      .map((id) => `${file.slice(app.length)}: ${id}`),
  );
  expect(shown).toEqual([]);
});

it('what is left for later is much, and is shown where things are set up', () => {
  const ids = [...filesOf(roots(true))].flatMap((file) => idsIn(file).filter(ofSetUp));
  expect(new Set(ids).size).toBeGreaterThan(300);
});
