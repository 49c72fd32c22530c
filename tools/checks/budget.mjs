// npm run budget: weighs what each address makes a browser fetch (gzip -9, kB = 1000 bytes) against
// apps/<app>/budget.json, and fails when one is over. Every route of the router is weighed, listed or not; needs both
// apps built.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

/** All files of several parts, each once. */
const union = (...parts) => ({
  js: [...new Set(parts.flatMap(({ js }) => js))],
  css: [...new Set(parts.flatMap(({ css }) => css))],
});

/** What each address fetches: the door, or entry, texts, frame and page. `own` is the page's part alone. */
export function addresses({ entry, doorTexts, catalogues, setUpTexts, door, shell, routes }) {
  const first = union(entry, doorTexts.ko);
  const inside = union(first, catalogues.ko, shell);
  const settingUp = union(inside, setUpTexts.ko);
  const place = ({ path, inside: behind, setUp, ...page }) => {
    const base = setUp ? settingUp : behind ? inside : first;
    return { path, files: union(base, page), own: page.js.filter((file) => !base.js.includes(file)) };
  };
  return [{ path: 'sign-in', files: union(first, door), own: [] }, ...routes.map(place)];
}

/** One line per address: what it weighs, what it may weigh, and what is over. */
export function weigh({ pages, budget, sizeOf }) {
  const total = (files) => files.reduce((sum, file) => sum + sizeOf(file), 0);
  return addresses(pages).map(({ path, files, own }) => {
    const limits = { ...budget.every, ...budget.addresses[path] };
    const figures = { js: total(files.js), css: total(files.css), own: total(own) };
    const over = Object.keys(figures).filter(
      (kind) => limits[kind] !== undefined && figures[kind] > limits[kind] * 1000,
    );
    return { path, ...figures, limits, over };
  });
}

const kb = (bytes) => (bytes / 1000).toFixed(1).padStart(7);
const limit = (value) => (value === undefined ? '      ' : `/${String(value).padStart(4)} `);

function check(root, app) {
  const folder = join(root, 'apps', app);
  if (!existsSync(join(folder, 'dist/.vite/pages.json'))) throw new Error(`apps/${app} is not built`);
  const read = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const sizeOf = (file) => gzipSync(readFileSync(join(folder, 'dist', file)), { level: 9 }).length;
  const rows = weigh({ pages: read('dist/.vite/pages.json'), budget: read('budget.json'), sizeOf });
  console.log(`\n${app.padEnd(28)}     JS / most     CSS / most     own / most   (kB, gzip -9)`);
  for (const { path, js, css, own, limits, over } of rows) {
    const figures = `${kb(js)}${limit(limits.js)} ${kb(css)}${limit(limits.css)} ${kb(own)}${limit(limits.own)}`;
    console.log(`${path.padEnd(28)} ${figures} ${over.length > 0 ? `OVER: ${over.join(', ')}` : ''}`);
  }
  return rows.every(({ over }) => over.length === 0);
}

if (process.argv[1] === import.meta.filename) {
  const root = resolve(import.meta.dirname, '../..');
  const named = process.argv.slice(2);
  const results = (named.length === 0 ? ['portal', 'console'] : named).map((app) => check(root, app));
  if (!results.every(Boolean)) process.exitCode = 1;
}
