import { hoursOf, lanesOf, stakes, stepTo } from './lanes.js';
import { dot } from './risk.fixture.js';

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
