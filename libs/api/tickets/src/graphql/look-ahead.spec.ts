import { infoOf } from '../testing/info.js';
import { asksFor, asksForNoMore, partsOf } from './look-ahead.js';

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

test('whoever asks for a name and more is told more', () => {
  const names = new Set(['ticket', 'id', 'key']);
  expect(asksForNoMore(infoOf('mutation { x { ... on TicketOpened { ticket { id key } } } }'), names)).toBe(true);
  expect(asksForNoMore(infoOf('mutation { x { ... on TicketOpened { ticket { id team { id } } } } }'), names)).toBe(
    false,
  );
});
