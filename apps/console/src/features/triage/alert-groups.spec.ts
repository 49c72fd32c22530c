import { groupAlerts } from './alert-groups.js';
import type { TriageLineFragment } from './generated/triage.js';
import { alert } from './triage.fixture.js';

const ids = (rows: readonly TriageLineFragment[]) => groupAlerts(rows).map((group) => group.ids);

test('alerts of one source and key are one line, in the place of the first', () => {
  const [a, b, c] = [alert('a', { groupKey: 'disk' }), alert('b'), alert('c', { groupKey: 'disk' })];
  expect(ids([a, b, c])).toEqual([['a', 'c'], ['b']]);
  expect(groupAlerts([a, b, c])[0]?.lead.id).toBe('a');
});

test.each([
  ['of another source', { sourceId: 'other' }],
  ['that somebody took', { claimedBy: { __typename: 'PersonName', id: 'p', displayName: '김수아', side: 'PROVIDER' } }],
  ['that has a ticket', { ticketId: 'x' }],
  ['that recovered', { state: 'RECOVERED' }],
] as const)('an alert %s stands for itself', (_words, more) => {
  const rows = [alert('a', { groupKey: 'disk' }), alert('b', { groupKey: 'disk', ...more })];
  expect(ids(rows)).toEqual([['a'], ['b']]);
});
