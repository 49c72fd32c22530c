// The build of a front end, the same for portal and console: sources of our libs, messages compiled to syntax trees
// (no parser is shipped), nothing inline that a Content-Security-Policy would have to allow, compressed copies beside.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { parse } from '@formatjs/icu-messageformat-parser';
import react from '@vitejs/plugin-react';
import { fonts } from '../build/fonts.mjs';
import { compactMessage } from '../build/compact-message.mjs';
import { chunks } from '../build/chunks.mjs';
import { atTheDoor } from '../build/door-messages.mjs';
import { writePages } from '../build/pages.mjs';
import { ofSetUp } from '../build/set-up-messages.mjs';

const MESSAGES = /\/messages\/(?:ko|en)\.json(?:\?(?<part>[\w-]+))?$/;
/** The parts of a catalogue that can be imported by themselves. */
const PARTS = { door: atTheDoor, daily: (id) => !ofSetUp(id), 'set-up': ofSetUp };
const noParser = fileURLToPath(
  new URL('../../node_modules/@formatjs/icu-messageformat-parser/no-parser.js', import.meta.url),
);

/** Every message of a catalogue as its syntax tree; with `?door`, say, only those that are needed before signing in. */
function compileMessages() {
  return {
    name: 'daylight-messages',
    enforce: 'pre',
    transform: {
      filter: { id: MESSAGES },
      handler(code, id) {
        const all = Object.entries(JSON.parse(code));
        const part = MESSAGES.exec(id)?.groups?.part;
        const wanted = part === undefined ? all : all.filter(([key]) => PARTS[part](key));
        const compiled = wanted.map(([key, text]) => {
          try {
            return [key, compactMessage(parse(text))];
          } catch (error) {
            throw new Error(`${id}: "${key}": ${error.message}`, { cause: error });
          }
        });
        const text = JSON.stringify(Object.fromEntries(compiled));
        // Vite takes a name that ends in `.json` from here; one with a query we have to make a module ourselves.
        return part !== undefined
          ? { code: `export default ${text}`, moduleType: 'js', map: null }
          : { code: text, map: null };
      },
    },
  };
}

/** `.gz` and `.br` beside each text asset: the server sends them as they are. */
function compressAssets() {
  let folder = '';
  return {
    name: 'daylight-compress',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir.startsWith('/') ? config.build.outDir : join(config.root, config.build.outDir);
    },
    closeBundle(error) {
      // A build that failed has written nothing, and its own error is the one to read.
      if (error !== undefined) return;
      for (const entry of readdirSync(join(folder, 'assets'), { withFileTypes: true })) {
        if (!/\.(?:js|css|svg)$/.test(entry.name)) continue;
        const path = join(folder, 'assets', entry.name);
        const bytes = readFileSync(path);
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
        writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
      }
    },
  };
}

/**
 * Vite's configuration for `app`; `common`: see tools/build/chunks.mjs. `DAYLIGHT_KIT=1` builds the gallery in as well;
 * `DAYLIGHT_API` is the API in dev.
 */
export function appConfig({ app, base, common }) {
  const api = process.env.DAYLIGHT_API ?? 'http://127.0.0.1:4000';
  const kit = process.env.DAYLIGHT_KIT === '1';
  return {
    base,
    plugins: [compileMessages(), fonts(), react(), compressAssets(), writePages()],
    resolve: {
      conditions: ['daylight-source', 'module', 'browser', 'development|production'],
      alias: { '@formatjs/icu-messageformat-parser': noParser },
    },
    define: { __DAYLIGHT_KIT__: JSON.stringify(kit) },
    json: { namedExports: false, stringify: true },
    build: {
      manifest: true,
      target: 'es2023',
      outDir: kit ? 'dist-kit' : 'dist',
      emptyOutDir: true,
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      // The server names the scripts of the page that is opened; a list of those of every other page would be the largest
      // part of the entry. Styles stay in it: a page must not show before its own are there.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_file, files) => files.filter((file) => file.endsWith('.css')),
      },
      sourcemap: false,
      rolldownOptions: { output: { codeSplitting: chunks(common) } },
    },
    server: { proxy: { [`/${app}/graphql`]: { target: api }, [`/${app}/files`]: { target: api } } },
  };
}
