import type { AvailabilityVerdict } from '../availability/figure.js';
import { missOf, terminationRight } from './termination.js';

const VERDICTS: Readonly<Record<string, AvailabilityVerdict>> = { m: 'MISSED', r: 'REACHED', '-': 'NO_DATA' };
/** `mrm`: missed, reached, missed; periods are numbered from 1. */
const history = (text: string) =>
  [...text].map((letter, index) => ({ periodKey: String(index + 1), verdict: VERDICTS[letter] ?? 'NO_DATA' }));

describe('the right to terminate after repeated misses', () => {
  test.each([
    ['two of three are not enough', 'mrm', 3, 3, false, [], 2],
    ['three in a row are', 'rmmm', 3, 3, true, ['4'], 3],
    ['three within six are', 'mrmrrm', 3, 6, true, ['6'], 3],
    ['three within seven are not within six', 'mrmrrrm', 3, 6, false, [], 2],
    ['every miss that completes the number counts anew', 'mmmm', 3, 6, true, ['3', '4'], 4],
    ['a period without data takes its place and is no miss', 'm-m', 2, 2, false, [], 1],
    ['a right of the past shows when it was reached', 'mmrrr', 2, 2, false, ['2'], 0],
    ['a period that was kept completes nothing, though the misses still stand', 'mmr', 2, 3, true, ['2'], 2],
    ['one miss is enough where one is asked', 'rm', 1, 1, true, ['2'], 1],
    ['nothing happened yet', '', 1, 1, false, [], 0],
  ] as const)('%s', (_sentence, text, misses, periods, reached, reachedIn, counted) => {
    const rule = { misses, periods };
    expect(terminationRight(history(text), rule, 'TARGET')).toEqual({ reached, reachedIn, misses: counted, rule });
  });
});

describe('what counts as a miss', () => {
  const RULE = { misses: 2, periods: 3 };

  test.each([
    ['of availability its target, where the rule says nothing', RULE, 'AVAILABILITY', 'TARGET'],
    ['of attainment a credit, where the rule says nothing', RULE, 'ATTAINMENT', 'CREDIT'],
    ['what the rule says', { ...RULE, counts: 'CREDIT' }, 'AVAILABILITY', 'CREDIT'],
  ] as const)('%s', (_sentence, rule, basis, expected) => {
    expect(missOf(rule, basis)).toBe(expected);
  });

  test('periods that earned a credit count, whether or not the availability target was reached', () => {
    const periods = [
      { periodKey: '1', verdict: 'REACHED', credited: true },
      { periodKey: '2', verdict: 'MISSED', credited: false },
      { periodKey: '3', verdict: 'NO_DATA', credited: true },
      { periodKey: '4', verdict: 'MISSED' },
    ] as const;
    const right = terminationRight(periods, RULE, 'CREDIT');
    expect(right).toEqual({ reached: false, reachedIn: ['3'], misses: 1, rule: RULE });
  });
});
