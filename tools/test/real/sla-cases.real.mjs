// What other ticket systems' published tests say is due, asked of our command line as a person would.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const CASES = fs.readFileSync(path.join(process.env.DAYLIGHT_FIXTURES, 'cases/sla-cases.jsonl'), 'utf8');
/** Cases where a peer's convention isn't ours: `{ id: { ours, reason } }`, each looked at by a person. */
const REVIEWED = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, 'sla-cases-reviewed.json'), 'utf8'));

const cases = CASES.split('\n').filter((line) => line.trim() !== '');
const { status, stdout } = spawnSync(process.execPath, ['tools/sla/sla.mjs', 'eval'], {
  ...{ cwd: ROOT, input: CASES, encoding: 'utf8', maxBuffer: 1 << 26 },
});
const answers = stdout.split('\n').filter((line) => line !== '');

test('each case has an answer', () => {
  assert.equal(status, 0);
  assert.equal(answers.length, cases.length);
});

test('each answer is the peer’s, or is on the reviewed list', () => {
  const known = new Set();
  const different = cases.flatMap((line, index) => {
    const { id, expected } = JSON.parse(line);
    const { id: answered, ...answer } = JSON.parse(answers[index]);
    known.add(id);
    const wanted = REVIEWED[id]?.ours ?? expected;
    const same = answered === id && JSON.stringify(answer) === JSON.stringify(wanted);
    return same ? [] : [`${id}: ${JSON.stringify(answer)} instead of ${JSON.stringify(wanted)}`];
  });
  assert.deepEqual(different, []);
  assert.deepEqual(
    Object.keys(REVIEWED).filter((id) => !known.has(id)),
    [],
    'reviewed cases that are no longer asked',
  );
  const reviewed = Object.keys(REVIEWED).length;
  console.log(`${cases.length - reviewed} of ${cases.length} cases agree, ${reviewed} differ for a reviewed reason`);
});
