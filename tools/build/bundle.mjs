// node tools/build/bundle.mjs <app folder>: dist/main.js with all it imports -> dist-run/, a few files instead of thousands (ADR 0012).
// Each dist/<name>-thread.js becomes a bundle of its own beside it: a thread loads nothing but what it needs.
import fs from 'node:fs/promises';
import path from 'node:path';
import { rolldown } from 'rolldown';

export const OUTPUT = 'dist-run';
/** Stays in node_modules: what looks for a native binary or for its own files beside itself, and the React that it shares. */
const APART = [/^@node-rs\//, /^react(?:\/|$)/, '@react-pdf/renderer', 'pg-native'];
const PACKAGE = /[\\/]node_modules[\\/]/;
const SOURCE_MAP = /\n\/\/# sourceMappingURL=.*\s*$/;

/** Bundles a compiled app. Resolves to `{ fileName, bytes }` of each script, largest first. */
export async function bundle(app) {
  const threads = (await fs.readdir(path.join(app, 'dist'))).filter((file) => file.endsWith('-thread.js'));
  const scripts = await bundleEntry(app, 'main', OUTPUT);
  for (const name of threads.map((file) => path.basename(file, '.js'))) {
    scripts.push(...(await bundleEntry(app, name, path.join(OUTPUT, name))));
  }
  return scripts.sort((a, b) => b.bytes - a.bytes);
}

async function bundleEntry(app, name, output) {
  const folder = path.join(app, output);
  const graph = await rolldown({
    input: { [name]: path.join(app, `dist/${name}.js`) },
    platform: 'node',
    external: APART,
    plugins: [{ name: 'maps-of-our-own', load: withItsMap }],
    // Frameworks ask for packages that nobody installed (other databases, other servers) and do without.
    onLog: (level, log, next) => (log.code === 'UNRESOLVED_IMPORT' ? undefined : next(level, log)),
    checks: { pluginTimings: false },
  });
  try {
    const { output: written } = await graph.write({
      dir: folder,
      cleanDir: true,
      format: 'esm',
      sourcemap: true,
      keepNames: true, // Nest tells modules apart by the names of their classes
      comments: false,
      chunkFileNames: '[name].js',
      // Only what every start needs: a package that is imported when it is used stays a file of its own.
      codeSplitting: { groups: [{ name: 'packages', test: PACKAGE, tags: ['$initial'] }] },
    });
    return await Promise.all(written.filter(({ type }) => type === 'chunk').map((chunk) => lighten(folder, chunk)));
  } finally {
    await graph.close();
  }
}

/** Our own compiled files come with their maps, so that a stack trace names the TypeScript. */
async function withItsMap(id) {
  if (PACKAGE.test(id) || !id.endsWith('.js')) return null;
  const [code, map] = await Promise.all([fs.readFile(id, 'utf8'), fs.readFile(`${id}.map`, 'utf8').catch(() => null)]);
  return map === null ? null : { code, map };
}

/**
 * What Node.js would hold in memory for nothing: a character outside ASCII doubles a whole script, maps of packages and
 * copies of our sources inside our maps are parsed at every start.
 */
async function lighten(folder, { fileName, moduleIds }) {
  const file = path.join(folder, fileName);
  const map = `${file}.map`;
  const code = inAscii(await fs.readFile(file, 'utf8'));
  const foreign = moduleIds.some((id) => PACKAGE.test(id));
  const text = foreign ? code.replace(SOURCE_MAP, '\n') : code;
  await fs.writeFile(file, text);
  if (foreign) await fs.rm(map, { force: true });
  else await withoutSources(map);
  return { fileName, bytes: text.length };
}

async function withoutSources(file) {
  const text = await fs.readFile(file, 'utf8').catch(() => null);
  if (text === null) return;
  const { sourcesContent: _, ...map } = JSON.parse(text);
  await fs.writeFile(file, JSON.stringify(map));
}

/**
 * The same program in ASCII: `\uXXXX` means the same in names, strings, templates and patterns (comments are gone). After a
 * backslash it would not, so such a character stays.
 */
export function inAscii(code) {
  return code.replaceAll(/(?<!\\)[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

if (process.argv[1] === import.meta.filename) {
  const app = process.argv[2];
  if (app === undefined) {
    console.error('Which app? node tools/build/bundle.mjs apps/api');
    process.exit(2);
  }
  const scripts = await bundle(path.resolve(app));
  const megabytes = scripts.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
  console.log(`${app}: ${scripts.length} scripts, ${megabytes.toFixed(1)} MB`);
}
