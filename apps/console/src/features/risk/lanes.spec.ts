import { hoursOf, lanesOf, stakes, stepTo, type Dot } from './lanes.js';

const dot = (
  id: string,
  leftSeconds: number,
  more: { over?: boolean; team?: string; minor?: number; currency?: string } = {},
): Dot => ({
  __typename: 'RiskDot',
  leftSeconds,
  over: more.over ?? false,
  atStake:
    more.minor === undefined
      ? null
      : { __typename: 'CreditAtStake', amountMinor: more.minor, currency: more.currency ?? 'KRW' },
  ticket: {
    __typename: 'TicketRow',
    ...{ id, key: `ACME-${id}`, type: 'INCIDENT', status: 'OPEN', priority: 'P2', subject: id, confidential: false },
    ...{ outOfContract: false, requester: null, assignee: null, waitingReason: null, reopenCount: 0, version: 1 },
    tenant: { __typename: 'TicketClient', id: 't', name: '한빛정밀', prefix: 'ACME' },
    service: { __typename: 'TicketService', id: 's', name: { __typename: 'LocalizedText', ko: '서버', en: 'Servers' } },
    team: more.team === undefined ? null : { __typename: 'TicketTeam', id: more.team, name: more.team },
    ...{ openedAt: '2026-11-23T00:00:00Z', updatedAt: '2026-11-23T00:00:00Z' },
    nextDue: null,
  },
});
const HOUR = 3_600;
const dots = [
  dot('late', -2 * HOUR, { over: true, team: '인프라' }),
  dot('a', 1 * HOUR, { team: '인프라' }),
  dot('b', 3 * HOUR, { team: '인프라' }),
  dot('c', 2 * HOUR, { team: '네트워크' }),
  dot('nobody', 4 * HOUR),
];

test('what is over has a lane of its own, then come the teams by name, last what no team has', () => {
  const lanes = lanesOf(dots, 'ko');
  expect(lanes.map(({ kind, name, dots: of }) => [kind, name, of.map(({ ticket }) => ticket.id)])).toEqual([
    ['OVER', null, ['late']],
    ['TEAM', '네트워크', ['c']],
    ['TEAM', '인프라', ['a', 'b']],
    ['TEAM', null, ['nobody']],
  ]);
});

test('what is over stands as far right as it is late', () => {
  expect(dots.map(hoursOf)).toEqual([2, 1, 3, 2, 4]);
});

test.each([
  ['a', 'ArrowRight', 'b'],
  ['b', 'ArrowRight', 'b'],
  ['b', 'ArrowLeft', 'a'],
  ['b', 'ArrowUp', 'c'],
  ['c', 'ArrowUp', 'late'],
  ['late', 'ArrowUp', 'late'],
  ['c', 'ArrowDown', 'a'],
  ['b', 'ArrowDown', 'nobody'],
] as const)('from %s, %s leads to %s', (from, arrow, to) => {
  expect(stepTo(lanesOf(dots, 'ko'), from, arrow)).toBe(to);
});

test('money of one currency can be compared; of several it can’t, and unknown is nothing', () => {
  const won = [dot('a', 1, { minor: 500_000 }), dot('b', 1)];
  expect([...stakes(won)]).toEqual([
    ['a', 500_000],
    ['b', 0],
  ]);
  expect(stakes([...won, dot('c', 1, { minor: 100, currency: 'EUR' })]).size).toBe(0);
  expect(stakes([dot('b', 1)]).size).toBe(0);
});
