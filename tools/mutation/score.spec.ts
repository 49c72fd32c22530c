import { merge, percent, score } from './score.mjs';

const report = (name: string, ...states: string[]) => ({
  files: { [name]: { source: '', mutants: states.map((status) => ({ status })) } },
});
const CLOCK = 'libs/domain/src/sla/clock.ts';
const DATE = 'libs/domain/src/time/date.ts';

describe('the mutation score of the domain', () => {
  test('a mutant that hangs is noticed, one that nothing runs is not, and one that cannot run counts for nothing', () => {
    const files = merge([report(CLOCK, 'Killed', 'Timeout', 'Survived', 'NoCoverage', 'CompileError', 'Ignored')]);
    expect(score(files)).toEqual([
      ['sla', { killed: 2, survived: 1, uncovered: 1 }],
      ['all', { killed: 2, survived: 1, uncovered: 1 }],
    ]);
  });

  test('a later report of a file takes the place of an earlier one', () => {
    const files = merge([report(CLOCK, 'Survived'), report(DATE, 'Killed'), report(CLOCK, 'Killed')]);
    expect(score(files)).toEqual([
      ['sla', { killed: 1, survived: 0, uncovered: 0 }],
      ['time', { killed: 1, survived: 0, uncovered: 0 }],
      ['all', { killed: 2, survived: 0, uncovered: 0 }],
    ]);
  });

  test.each([
    [{ killed: 849, survived: 151, uncovered: 0 }, '84.9'],
    [{ killed: 84_999, survived: 15_000, uncovered: 1 }, '84.9'],
    [{ killed: 1, survived: 0, uncovered: 0 }, '100.0'],
    [{ killed: 0, survived: 0, uncovered: 0 }, '-'],
  ])('%j is told as %s, never rounded up', (row, told) => {
    expect(percent(row)).toBe(told);
  });
});
