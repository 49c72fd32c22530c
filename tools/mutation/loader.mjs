// Loads the domain's TypeScript anew for every mutant: each file is compiled once, its module body run as often as asked,
// so that no calendar grown under one mutant is met by the next.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import { transformSync } from '@swc/core';

const parameters = ['module', 'exports', 'require', 'describe', 'test', 'it', 'expect'];

function compile(file) {
  const { code } = transformSync(readFileSync(file, 'utf8'), {
    filename: file,
    swcrc: false,
    sourceMaps: false,
    module: { type: 'commonjs' },
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  });
  return compileFunction(code, parameters, { filename: file });
}

/** Where a relative import of `from` stands; our imports name the compiled file (`./instant.js`). */
const standsAt = (from, specifier) => resolve(dirname(from), specifier.replace(/\.js$/, '.ts'));

/** Compiled bodies are kept for the life of the process. `packages` stand in for npm packages of the same name. */
export function createLoader(packages = {}) {
  const bodies = new Map();
  const foreign = createRequire(resolve('package.json'));

  const bodyOf = (file) => {
    if (!bodies.has(file)) bodies.set(file, compile(file));
    return bodies.get(file);
  };

  /** Runs one spec and all it imports in a fresh registry, handing it the words of a test file; names the files met. */
  return function load(spec, { describe, test, expect }) {
    const registry = new Map();
    const open = (file) => {
      const known = registry.get(file);
      if (known !== undefined) return known.exports;
      const module = { exports: {} };
      registry.set(file, module);
      if (file.endsWith('.json')) module.exports = JSON.parse(readFileSync(file, 'utf8'));
      else {
        const require = (name) =>
          name.startsWith('.') ? open(standsAt(file, name)) : (packages[name] ?? foreign(name));
        bodyOf(file)(module, module.exports, require, describe, test, test, expect);
      }
      return module.exports;
    };
    open(spec);
    return new Set(registry.keys());
  };
}
