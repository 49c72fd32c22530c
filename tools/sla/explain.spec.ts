import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { readHistory } from './history/read-history.js';
import { sayHistory } from './history/say-history.js';

const EXAMPLE = join(__dirname, 'history-example.json');
const example = JSON.parse(fs.readFileSync(EXAMPLE, 'utf8'));

function say(change: object, language: 'ko' | 'en' = 'en'): string {
  const read = readHistory({ ...example, ...change });
  if (read.kind === 'invalid') throw new Error(JSON.stringify(read.problems));
  return sayHistory(read.history, language);
}

const problemsOf = (value: unknown): readonly string[] => {
  const read = readHistory(value);
  return read.kind === 'valid' ? [] : read.problems.map(({ path, kind }) => `${path} ${kind}`);
};

const resolutionIn = (text: string, start: string): readonly string[] => {
  const lines = text.split('\n');
  return lines.slice(lines.findIndex((line) => line.startsWith(start)));
};

describe('the account of a ticket on the command line', () => {
  test('names every stretch with its exact length, and their sums', () => {
    expect(resolutionIn(say({}), 'Resolution')).toEqual([
      'Resolution: met in time on Tue 18 Aug 2026, 11:00 (Asia/Seoul), 3 h 29 min of 8 h used (not counted: Waiting for the client’s answer, Liberation Day (substitute)).',
      '  from                 to                     length  counted  why',
      '  2026-08-14 15:00:00  2026-08-14 15:20:00   0:20:00  0:20:00  Running',
      '  2026-08-14 15:20:00  2026-08-14 16:50:30   1:30:30  0:00:00  Waiting for the client’s answer (set by the provider)',
      '  2026-08-14 16:50:30  2026-08-14 18:00:00   1:09:30  1:09:30  Running',
      '  2026-08-14 18:00:00  2026-08-17 00:00:00  54:00:00  0:00:00  Outside service hours',
      '  2026-08-17 00:00:00  2026-08-18 00:00:00  24:00:00  0:00:00  Liberation Day (substitute) (2026-08-17)',
      '  2026-08-18 00:00:00  2026-08-18 09:00:00   9:00:00  0:00:00  Outside service hours',
      '  2026-08-18 09:00:00  2026-08-18 11:00:00   2:00:00  2:00:00  Running',
      '  sum                                       92:00:00  3:29:30',
      '  Fri 14 Aug 2026, 15:00: started',
      '  Tue 18 Aug 2026, 11:00: met',
      '',
    ]);
  });

  test('says the same in Korean', () => {
    const lines = resolutionIn(say({}, 'ko'), '해결');
    expect(lines[0]).toBe(
      '해결: 2026년 8월 18일(화) 11:00(Asia/Seoul)에 완료하여 기한을 준수했으며 목표 8시간 중 3시간 29분이 걸렸습니다(제외: 고객 회신 대기, 광복절 대체공휴일).',
    );
    expect(lines[9]).toBe('  합계                                      92:00:00  3:29:30');
  });

  test('shows milliseconds where there are any', () => {
    expect(say({ asOf: '2026-08-14T15:10:00.125+09:00' })).toContain(
      '  2026-08-14 15:00:00  2026-08-14 15:10:00.125  0:10:00.125  0:10:00.125  Running',
    );
  });

  test('of a ticket to which nothing was promised says so', () => {
    const [opening, ...rest] = example.events;
    const binding = { serviceItemId: 'servers', contractVersionId: null };
    expect(say({ events: [{ ...opening, binding }, ...rest] })).toBe(
      'ACME-1042: How time was counted\n\nNo target applies.\n',
    );
  });
});

describe('a ticket that was bound more than once', () => {
  const [opening, ...rest] = example.events;
  const { terms, ...frame } = example;
  const [policy] = terms.policies;
  const shorter = policy.targets.map((target: { readonly amount: { readonly minutes: number } }) => ({
    ...target,
    amount: { unit: 'MINUTES', minutes: target.amount.minutes / 10 },
  }));
  const versions = { first: terms, second: { ...terms, policies: [{ ...policy, targets: shorter }] } };
  const binding = (termsDigest: string) => ({ serviceItemId: 'servers', termsDigest });
  const agreement = (termsDigest: string) => ({
    ...{ kind: 'REBOUND', at: '2026-08-18T11:30:00+09:00', actor: { side: 'CLIENT' }, binding: binding(termsDigest) },
    ...{ proposalId: 'p1', proposedBy: { side: 'PROVIDER', userId: null }, changesDigest: null },
  });
  const rebound = (name: string) => ({
    ...frame,
    versions,
    events: [{ ...opening, binding: binding('first') }, ...rest, agreement(name)],
  });
  const textOf = (value: unknown): string => {
    const read = readHistory(value);
    if (read.kind === 'invalid') throw new Error(JSON.stringify(read.problems));
    return sayHistory(read.history, 'en');
  };

  test('is judged by the version that each binding names; a miss that an agreement makes is dated at it', () => {
    const text = textOf(rebound('second'));
    expect(text).toMatch(/^Resolution: target of 48 min missed, due Fri 14 Aug 2026, 17:18/m);
    expect(text).toContain('  Tue 18 Aug 2026, 11:30: missed\n');
    expect(textOf(rebound('first'))).toMatch(/^Resolution: met in time/m);
  });

  test('is refused where a binding names a version that is not there', () => {
    expect(problemsOf(rebound('third'))).toEqual([`events[${rest.length + 1}].binding.termsDigest TERMS_MISSING`]);
    expect(problemsOf({ ...rebound('second'), versions: { ...versions, second: {} } })).toContain(
      'versions.second.reportingZone MISSING',
    );
  });
});

describe('a history that is none', () => {
  test.each([
    ['no object', [], [' WRONG_TYPE']],
    ['nothing in it', {}, ['asOf MISSING', 'events WRONG_TYPE', 'terms MISSING']],
    ['no events', { ...example, events: [] }, ['events WRONG_LENGTH']],
    ['an event that nobody knows', { ...example, events: [{ kind: 'GUESSED' }] }, ['events[0].kind NOT_ONE_OF']],
    [
      'an event at no time, by nobody',
      { ...example, events: [{ ...example.events[5], at: 'soon', actor: undefined }] },
      ['events[0].at BAD_FORMAT', 'events[0].actor WRONG_TYPE'],
    ],
    ['terms with gaps', { ...example, terms: { ...example.terms, calendars: [] } }, ['terms.calendars WRONG_LENGTH']],
    ['something else', { ...example, extra: 1 }, ['extra UNKNOWN_KEY']],
  ])('%s', (_, value, problems) => expect(problemsOf(value)).toEqual(problems));
});

describe('npm run sla -- explain', () => {
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [join(__dirname, 'sla.mjs'), 'explain', ...args], { encoding: 'utf8', input: '{}' });

  test('prints the example that the manual names, in the language asked for', () => {
    const { status, stdout, stderr } = run(EXAMPLE, '--language', 'ko');
    expect([status, stderr, stdout]).toEqual([0, '', say({}, 'ko')]);
  });
  test('says what is wrong with a document, and how it is called', () => {
    expect(run('-')).toMatchObject({ status: 1, stdout: '' });
    expect(run('-').stderr.split('\n')[0]).toBe('asOf: MISSING asOf');
    expect(run('/nowhere.json').status).toBe(1);
    expect(run('--language', 'fr', EXAMPLE).status).toBe(2);
  });
});
