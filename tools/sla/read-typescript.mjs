// Lets this process import TypeScript, so that `npm run sla` works from the sources at hand, built or not, and starts in a
// fraction of the time that a general-purpose loader needs. See https://nodejs.org/api/module.html#customization-hooks.
import { transform } from '@swc/core';
import fs from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const SOURCE = /\.ts$/;

/** As tools/build/compile.mjs has it. */
const OPTIONS = {
  ...{ swcrc: false, configFile: false, sourceMaps: 'inline', module: { type: 'es6' } },
  jsc: { target: 'es2023', parser: { syntax: 'typescript' }, transform: { verbatimModuleSyntax: true } },
};

/** Workspace packages resolve to their sources, and `./x.js` beside a TypeScript file means `./x.ts`. */
export async function resolve(specifier, context, next) {
  const conditions = [...new Set([...context.conditions, 'daylight-source'])];
  const fromSource = SOURCE.test(context.parentURL ?? '');
  const file = fromSource && specifier.startsWith('.') ? specifier.replace(/\.js$/, '.ts') : specifier;
  return next(file, { ...context, conditions });
}

export async function load(url, context, next) {
  if (!SOURCE.test(url)) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = await transform(await fs.readFile(filename, 'utf8'), { ...OPTIONS, filename });
  return { format: 'module', source: code, shortCircuit: true };
}
