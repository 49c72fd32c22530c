// What each address of an app needs, worked out when it is built: the server turns it into `modulepreload` links and the
// budget weighs it. Read from the router's own source, so that a new route can't be forgotten.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const ROUTE = /createRoute\(\{\s*getParentRoute:\s*\(\)\s*=>\s*(\w+),\s*path:\s*'([^']+)',((?:(?!createRoute\()[^])*)/g;

/**
 * The routes of a router: `module` is the page's source, null for one that redirects; `setUp`: it brings texts of its own.
 * @returns {{ path: string, inside: boolean, setUp: boolean, module: string | null, to: string | null }[]}
 */
export function routesOf(source) {
  return [...source.matchAll(ROUTE)].map(([, parent, path, body]) => ({
    path,
    inside: parent !== 'root',
    setUp: parent === 'setUp',
    module: /import\(\s*'([^']+)'\s*\)/.exec(body)?.[1] ?? null,
    to: /redirect\(\{\s*to:\s*'([^']+)'/.exec(body)?.[1] ?? null,
  }));
}

/** The files that `keys` need before they can run: themselves and their static imports, transitively. */
export function closure(manifest, keys) {
  const seen = new Set();
  const walk = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    if (!manifest[key]) throw new Error(`"${key}" is not in the manifest`);
    for (const next of manifest[key].imports ?? []) walk(next);
  };
  keys.forEach(walk);
  const chunks = [...seen].map((key) => manifest[key]);
  return { js: [...new Set(chunks.map(({ file }) => file))], css: [...new Set(chunks.flatMap(({ css = [] }) => css))] };
}

const without = (parts, loaded) => ({
  js: parts.js.filter((file) => !loaded.js.includes(file)),
  css: parts.css.filter((file) => !loaded.css.includes(file)),
});

/** Trusted documents by operation name, as the hash that stands for each. */
function hashesByName(folder) {
  const file = join(folder, 'generated/operations.json');
  if (!existsSync(file)) return new Map();
  const found = Object.entries(JSON.parse(readFileSync(file, 'utf8')));
  return new Map(found.map(([hash, text]) => [/^(?:query|mutation|subscription) (\w+)/m.exec(text)?.[1], hash]));
}

/** The bodies that a page's first questions will have; `variables` may name the route's parameters (`$ticketId`). */
function questions(list, hashes, path) {
  return list.map(({ operation, variables = {} }) => {
    const sha256Hash = hashes.get(operation);
    if (sha256Hash === undefined)
      throw new Error(`early.json: ${path} asks ${operation}, which is no document of this app`);
    return { operationName: operation, variables, extensions: { persistedQuery: { version: 1, sha256Hash } } };
  });
}

/** What the server must know about the built app in `folder`; files are relative to the app's base. */
export function pagesOf(folder, manifest) {
  const app = join(folder, 'src/app');
  const key = (module) => relative(folder, resolve(app, module)).replaceAll('\\', '/').replace(/\.js$/, '.tsx');
  const hashes = hashesByName(folder);
  const early = JSON.parse(readFileSync(join(app, 'early.json'), 'utf8'));
  const entry = closure(manifest, ['index.html']);
  const needed = (...keys) => without(closure(manifest, keys), entry);
  const whole = (language) => `src/app/catalogue-${language}.ts`;
  // An app without pages where things are set up has but one catalogue.
  const daily = (language) => [`src/app/daily-${language}.ts`].find((key) => key in manifest) ?? whole(language);
  // The gallery is part of builds made for tests alone.
  const isBuilt = ({ path, module }) => !path.startsWith('/__') || key(module) in manifest;
  const sources = readdirSync(app).filter((name) => /^(router|[\w-]+-pages)\.tsx$/.test(name));
  const routes = sources.flatMap((name) => routesOf(readFileSync(join(app, name), 'utf8'))).filter(isBuilt);
  const find = (path) => routes.find((route) => route.path === path);
  return {
    entry,
    catalogues: { ko: needed(daily('ko')), en: needed(daily('en')) },
    setUpTexts: { ko: needed(whole('ko')), en: needed(whole('en')) },
    doorTexts: { ko: needed('src/app/door-ko.ts'), en: needed('src/app/door-en.ts') },
    door: needed('src/features/session/sign-in-page.tsx'),
    shell: needed('src/app/shell.tsx'),
    viewer: questions([{ operation: 'Viewer' }], hashes, 'every page'),
    routes: routes.map(({ path, inside, setUp, module, to }) => {
      const page = module ?? find(to)?.module;
      return {
        path,
        inside,
        setUp,
        module: module === null ? null : key(module),
        ...(page ? needed(key(page)) : { js: [], css: [] }),
        early: questions(early[path] ?? early[to] ?? [], hashes, path),
      };
    }),
  };
}

/** Vite's plugin: writes `.vite/pages.json` beside the manifest. */
export function writePages() {
  let folder = '';
  let out = '';
  return {
    name: 'daylight-pages',
    apply: 'build',
    configResolved(config) {
      folder = config.root;
      out = resolve(config.root, config.build.outDir, '.vite');
    },
    writeBundle() {
      if (!existsSync(join(out, 'manifest.json')))
        throw new Error(`${dirname(out)} has no manifest: ${readdirSync(dirname(out)).join(', ')}`);
      const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
      writeFileSync(join(out, 'pages.json'), JSON.stringify(pagesOf(folder, manifest)));
    },
  };
}
