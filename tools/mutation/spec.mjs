// The words of a spec file (describe, test, each, expect) without jest around them.
import { createRequire } from 'node:module';
import { relative, resolve } from 'node:path';

const foreign = createRequire(resolve('package.json'));
const { expect } = foreign('expect');
const { bind } = foreign('jest-each');
const { format } = createRequire(foreign.resolve('jest-each'))('pretty-format');

/** A text as it stands in a spec, without the indent that prettier gave it. */
const unindent = (text) => {
  const indent = /^ *(?=\S)/m.exec(text)?.[0].length ?? 0;
  return text.replace(new RegExp(`^ {${indent}}`, 'gm'), '');
};

expect.extend({
  /** Jest's layout of a value written into the spec: quoted texts as they are, no prototypes. */
  toMatchInlineSnapshot(received, expected) {
    const shown = format(received, {
      escapeRegex: true,
      printFunctionName: false,
      escapeString: false,
      printBasicPrototype: false,
    });
    const told = unindent(expected);
    return { pass: told.trim() === shown.trim(), message: () => `expected ${told}, got ${shown}` };
  },
});

/** Collects the tests of one spec as `{ id, run }`; ids are unique and stable. */
export function collect(file) {
  const tests = [];
  const path = [];
  const place = relative(process.cwd(), file);
  const seen = new Map();
  const named = (name) => {
    const full = `${place} ${[...path, name].join(' > ')}`;
    const nth = (seen.get(full) ?? 0) + 1;
    seen.set(full, nth);
    return nth === 1 ? full : `${full} (${nth})`;
  };
  const describe = (name, body) => {
    path.push(name);
    body();
    path.pop();
  };
  const test = (name, run) => tests.push({ id: named(name), run });
  describe.each = bind(describe, false);
  test.each = bind(test, false);
  return { tests, words: { describe, test, expect } };
}
