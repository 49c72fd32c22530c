import { infoOf } from '../testing/info.js';
import { asksFor, partsOf } from './look-ahead.js';

test('a total is counted only when asked for', () => {
  expect(asksFor(infoOf('{ queue { totalCount edges { cursor } } }'), 'totalCount')).toBe(true);
  expect(asksFor(infoOf('{ queue { edges { cursor } } }'), 'totalCount')).toBe(false);
});

test.each([
  ['a row alone needs neither thread nor log', '{ ticket { row { key } } }', { thread: false, log: false }],
  ['messages need the thread', '{ ticket { messages { id } } }', { thread: true, log: false }],
  [
    'a fragment inside a result counts',
    'mutation { x { ... on TicketChanged { ticket { ...F } } } } fragment F on Ticket { clocks { id } }',
    { thread: false, log: true },
  ],
  [
    'a conflict’s history needs the log',
    'mutation { x { ... on TicketConflict { since { seq } } } }',
    { thread: false, log: true },
  ],
])('%s', (_sentence, document, parts) => {
  expect(partsOf(infoOf(document))).toEqual(parts);
});
