// npm run budget: weighs what each route makes the browser fetch (gzip -9, kB = 1000 bytes) against
// apps/<app>/budget.json, and fails when one is over. Reads Vite's manifest; needs both apps built.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The files that `key` needs before it can run: itself and its static imports, transitively. */
export function closure(manifest, keys) {
  const seen = new Set();
  const walk = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    for (const next of manifest[key]?.imports ?? []) walk(next);
  };
  keys.forEach(walk);
  const chunks = [...seen].map((key) => {
    if (!manifest[key]) throw new Error(`"${key}" is not in the manifest`);
    return manifest[key];
  });
  return { js: [...new Set(chunks.map(({ file }) => file))], css: [...new Set(chunks.flatMap(({ css = [] }) => css))] };
}

/** One line per route: what it weighs and what it may weigh. */
export function weigh({ manifest, budget, sizeOf }) {
  const total = (files) => files.reduce((sum, file) => sum + sizeOf(file), 0);
  const shared = new Set(Object.values(budget.base ?? {}).flatMap((keys) => closure(manifest, keys).js));
  return Object.entries(budget.routes).map(([route, { modules, js, css, own }]) => {
    const files = closure(manifest, modules);
    const figures = { route, js: total(files.js), css: total(files.css), own: total(files.js.filter((file) => !shared.has(file))) };
    const over = [['js', js], ['css', css], ['own', own]].filter(([kind, most]) => most !== undefined && figures[kind] > most * 1000).map(([kind]) => kind);
    return { ...figures, limits: { js, css, own }, over };
  });
}

const kb = (bytes) => (bytes / 1000).toFixed(1).padStart(7);
const limit = (value) => (value === undefined ? '      ' : `/${String(value).padStart(4)} `);

function check(root, app) {
  const folder = join(root, 'apps', app);
  if (!existsSync(join(folder, 'dist/.vite/manifest.json'))) throw new Error(`apps/${app} is not built`);
  const read = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const sizeOf = (file) => gzipSync(readFileSync(join(folder, 'dist', file)), { level: 9 }).length;
  const rows = weigh({ manifest: read('dist/.vite/manifest.json'), budget: read('budget.json'), sizeOf });
  console.log(`\n${app.padEnd(22)}     JS / most     CSS / most     own / most   (kB, gzip -9)`);
  for (const { route, js, css, own, limits, over } of rows) {
    console.log(`${route.padEnd(22)} ${kb(js)}${limit(limits.js)} ${kb(css)}${limit(limits.css)} ${kb(own)}${limit(limits.own)} ${over.length > 0 ? `OVER: ${over.join(', ')}` : ''}`);
  }
  return rows.every(({ over }) => over.length === 0);
}

if (process.argv[1] === import.meta.filename) {
  const root = resolve(import.meta.dirname, '../..');
  const results = ['portal', 'console'].map((app) => check(root, app));
  if (!results.every(Boolean)) process.exitCode = 1;
}
