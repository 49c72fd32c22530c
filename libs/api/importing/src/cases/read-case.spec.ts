import { parseMapping, type Mapping } from '../mapping/mapping.js';
import { readCase } from './read-case.js';
import type { SourceRow } from './case.js';

function mappingOf(document: unknown): Mapping {
  const parsed = parseMapping(document);
  if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.problems));
  return parsed.mapping;
}

const log = mappingOf({
  name: 'Log',
  source: 'EVENT_LOG',
  case: 'case',
  at: 'at',
  unmatched: 'REJECT',
  ticket: {
    subject: '{product}: {case}',
    type: { value: 'INCIDENT' },
    service: { column: 'product', map: { mail: 'MAIL' }, otherwise: 'OTHER' },
    impact: { column: 'impact', map: { High: 1, Medium: 2, Low: 3 } },
    urgency: { value: 2 },
  },
  steps: [
    { when: { status: ['Accepted', 'Assigned'] }, is: ['FIRST_RESPONSE', 'WORK'] },
    { when: { status: 'Wait - User' }, is: [{ waiting: 'CLIENT_ANSWER', question: 'Asked: {status}' }] },
    { when: { status: 'Wait - Vendor' }, is: [{ waiting: 'VENDOR' }] },
    { when: { status: 'Resolved' }, is: ['RESTORED', 'RESOLVED'] },
    { when: { status: 'Closed' }, is: ['CLOSED'] },
    { when: { status: 'Queued' }, is: ['QUEUED'] },
    { when: { status: 'Cancelled' }, is: ['CANCELLED'] },
  ],
});

const context = {
  statusOfReason: (reason: string) =>
    reason === 'VENDOR' ? ('WAITING_ON_THIRD_PARTY' as const) : ('WAITING_ON_CLIENT' as const),
  newMessageId: () => 'm1',
};

const rowsOf = (...entries: readonly (readonly [string, string])[]): readonly SourceRow[] =>
  entries.map(([status, hour], index) => ({
    line: index + 2,
    values: { case: 'C1', at: `2026-03-02T${hour}:00Z`, status, product: 'mail', impact: 'High' },
  }));

const kindsOf = (...entries: readonly (readonly [string, string])[]) => {
  const read = readCase('C1', rowsOf(...entries), log, context);
  if (read.kind === 'rejected') throw new Error(read.problem.kind);
  return read.case.events.map((event) => event.body.kind);
};

it('reads an ordinary case: response, question to the client, answer, solution, end', () => {
  expect(
    kindsOf(
      ['Queued', '08:00'],
      ['Accepted', '09:00'],
      ['Wait - User', '10:00'],
      ['Accepted', '11:00'],
      ['Resolved', '12:00'],
      ['Closed', '13:00'],
    ),
  ).toEqual([
    'RESPONSE_LOGGED',
    'WORK_STARTED',
    'MESSAGE_ADDED',
    'WAITING_STARTED',
    'RESUMED',
    'SERVICE_RESTORED',
    'RESOLVED',
    'CLOSED',
  ]);
});

it('sorts the entries of a case by time, whatever their order in the file', () => {
  expect(kindsOf(['Closed', '13:00'], ['Accepted', '09:00'], ['Resolved', '12:00'])).toEqual(
    kindsOf(['Accepted', '09:00'], ['Resolved', '12:00'], ['Closed', '13:00']),
  );
});

it('work after the solution is a reopening, and a closing without a solution resolves first', () => {
  expect(kindsOf(['Accepted', '09:00'], ['Closed', '10:00'], ['Accepted', '11:00'], ['Closed', '12:00'])).toEqual([
    'RESPONSE_LOGGED',
    'WORK_STARTED',
    'RESOLVED',
    'CLOSED',
    'REOPENED',
    'RESOLVED',
    'CLOSED',
  ]);
});

it('repeated entries change nothing', () => {
  expect(
    kindsOf(['Accepted', '09:00'], ['Accepted', '09:10'], ['Wait - Vendor', '10:00'], ['Wait - Vendor', '10:30']),
  ).toEqual(['RESPONSE_LOGGED', 'WORK_STARTED', 'WAITING_STARTED']);
});

it.each([
  ['a time that is none', { at: 'soon' }, 'NOT_A_TIME', 'at'],
  ['a time without a zone', { at: '2026-03-02T09:00' }, 'NO_ZONE', 'at'],
  ['an impact that the table lacks', { impact: 'Enormous' }, 'UNKNOWN_VALUE', 'impact'],
  ['an entry that no step fits', { status: 'Unmatched' }, 'UNMATCHED_ENTRY', null],
  ['a text in the wrong encoding', { product: 'm\ufffdil' }, 'UNREADABLE_TEXT', 'product'],
])('%s rejects the case, naming line and column', (_, change, kind, column) => {
  const [row] = rowsOf(['Accepted', '09:00']);
  const read = readCase('C1', [{ line: 7, values: { ...row?.values, ...change } }], log, context);
  expect(read).toEqual({ kind: 'rejected', problem: expect.objectContaining({ line: 7, kind, column }) });
});

it('a list of tickets gives each its opening, response, solution and end', () => {
  const list = mappingOf({
    name: 'List',
    source: 'TICKET_LIST',
    case: 'id',
    times: { format: 'YYYY-MM-DD HH:mm', zone: 'Asia/Seoul' },
    ticket: {
      subject: '{title}',
      type: { value: 'SERVICE_REQUEST' },
      service: { value: 'MAIL' },
      impact: { value: 2 },
      urgency: { value: 2 },
    },
    columns: { openedAt: 'opened', firstResponseAt: 'answered', resolvedAt: 'done' },
  });
  const values = {
    id: '7',
    title: '메일 용량 늘려 주세요',
    opened: '2026-03-02 09:00',
    answered: '2026-03-02 09:20',
    done: '',
  };
  const read = readCase('7', [{ line: 2, values }], list, context);
  expect(read).toMatchObject({
    kind: 'read',
    case: {
      subject: '메일 용량 늘려 주세요',
      openedAt: Date.UTC(2026, 2, 2),
      events: [{ body: { kind: 'RESPONSE_LOGGED' } }],
    },
  });
});
