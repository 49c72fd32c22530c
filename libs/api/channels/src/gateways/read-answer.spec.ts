import { readAnswer } from './read-answer.js';
import { readReport } from './read-report.js';

const success = { statuses: ['2xx'], pointer: '/header/ok', values: ['true'] };
const rule = { success, reference: '/id' };
const answered = (status: number, body: string) => ({ kind: 'answered', status, body, durationMs: 1 }) as const;

it.each([
  [200, '{"header": {"ok": true}, "id": 7}', { kind: 'taken', reference: '7' }],
  [200, '{"header": {"ok": true}}', { kind: 'taken', reference: null }],
  [200, '{"header": {"ok": false}}', { kind: 'refused', forGood: true, error: '/header/ok = false' }],
  [200, 'not JSON', { kind: 'refused', forGood: true, error: '/header/ok = -' }],
  [301, '', { kind: 'refused', forGood: true, error: 'HTTP 301' }],
  [401, '', { kind: 'refused', forGood: true, error: 'HTTP 401' }],
  [429, '', { kind: 'refused', forGood: false, error: 'HTTP 429' }],
  [503, '', { kind: 'refused', forGood: false, error: 'HTTP 503' }],
] as const)('an answer %d %s is %j', (status, body, expected) => {
  expect(readAnswer(answered(status, body), rule)).toEqual(expected);
});

it('a gateway that could not be reached may be asked again; one that may not be reached, not', () => {
  const failed = { kind: 'failed', error: 'TIMEOUT', forGood: false, durationMs: 1 } as const;
  expect(readAnswer(failed, rule)).toEqual({ kind: 'refused', forGood: false, error: 'TIMEOUT' });
});

const words = { delivered: ['Delivered', '4000'], failed: ['undelivered', '3*'], badAddress: ['unknown-number'] };
const flat = { list: null, reference: '/MessageSid', status: '/MessageStatus', ...words };
const listed = { list: '', reference: '/id', status: '/code', ...words };

describe('a report of delivery', () => {
  it.each([
    ['MessageSid=S1&MessageStatus=delivered', 'DELIVERED', false],
    ['MessageSid=S1&MessageStatus=UNDELIVERED', 'FAILED', false],
    ['MessageSid=S1&MessageStatus=unknown-number', 'FAILED', true],
  ] as const)('by form: %s', (body, outcome, badAddress) => {
    const [report] = readReport(body, 'application/x-www-form-urlencoded', flat) ?? [];
    expect(report).toMatchObject({ reference: 'S1', outcome, badAddress });
  });

  it('by JSON, several at once; a word in between changes nothing', () => {
    const body = '[{"id": 1, "code": "4000"}, {"id": 2, "code": "3059"}, {"id": 3, "code": "queued"}, {"id": 4}]';
    expect(readReport(body, 'application/json', listed)).toMatchObject([
      { reference: '1', outcome: 'DELIVERED' },
      { reference: '2', outcome: 'FAILED' },
    ]);
  });

  it.each(['{', '[1, [', '{"MessageSid"'])('what is no JSON is not read: %s', (body) => {
    expect(readReport(body, 'application/json', flat)).toBeNull();
  });

  it('a pointer finds nothing that the body did not say itself', () => {
    expect(
      readReport('{}', 'application/json', { ...flat, reference: '/constructor/name', status: '/__proto__' }),
    ).toEqual([]);
  });
});
