// Bodies as monitoring systems really sent them, read by the vendor rules: title, state and fingerprint of each, or why not.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parseMapping, readBody } from '@daylight/api-monitoring/vendors';

const FOLDER = path.join(process.env.DAYLIGHT_FIXTURES, 'payloads');
/** `{ file: { vendor, mapping, signals: [[state, severity, title, fingerprint]] | note | reason } }`, each looked at by a person. */
const EXPECTED = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, 'payloads-expected.json'), 'utf8'));

const files = fs
  .readdirSync(FOLDER, { recursive: true })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => file.endsWith('.json'))
  .sort();

function read(file) {
  const { vendor, mapping } = EXPECTED[file];
  const parsed = mapping === undefined ? null : parseMapping(mapping);
  if (parsed !== null) assert.equal(parsed.kind, 'mapping', JSON.stringify(parsed));
  return readBody(vendor, fs.readFileSync(path.join(FOLDER, file)), parsed?.mapping ?? null);
}

test('each body is expected to be something', () => {
  assert.deepEqual(files, Object.keys(EXPECTED).sort());
});

for (const file of files) {
  test(`${file} is read as it was meant, or says why not`, () => {
    const found = read(file);
    const { vendor: _vendor, mapping: _mapping, ...expected } = EXPECTED[file];
    if (found.kind === 'unreadable') return assert.deepEqual({ reason: found.reason }, expected);
    const signals = found.signals.map(({ state, severity, title, fingerprint }) => [
      state,
      severity,
      title,
      fingerprint,
    ]);
    return assert.deepEqual(signals.length === 0 ? { note: found.note } : { signals }, expected);
  });
}
