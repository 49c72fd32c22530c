import { isOnDuty } from './duty.js';

const shifts = [
  { personId: 'kim', from: '2026-11-16T00:00:00Z', to: '2026-11-23T00:00:00Z' },
  { personId: 'lee', from: '2026-11-23T00:00:00Z', to: '2026-11-30T00:00:00Z' },
];

test.each([
  ['kim', '2026-11-22T23:00:00Z', true],
  ['kim', '2026-11-23T11:59:59Z', true],
  ['kim', '2026-11-23T12:00:00Z', false],
  ['lee', '2026-11-22T23:00:00Z', false],
  ['lee', '2026-11-23T00:00:00Z', true],
  ['choi', '2026-11-23T00:00:00Z', false],
])('%s may hand over at %s: %s', (person, at, expected) => {
  expect(isOnDuty(shifts, person, Date.parse(at))).toBe(expected);
});
