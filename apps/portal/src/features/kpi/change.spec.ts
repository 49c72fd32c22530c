import { changeOf } from './change.js';

describe('what changed since the period before', () => {
  it.each([
    ['more attainment is better', 9_900, 9_800, 'HIGHER_IS_BETTER', { by: 100, up: true, better: true }],
    ['less attainment is worse', 9_700, 9_800, 'HIGHER_IS_BETTER', { by: 100, up: false, better: false }],
    ['a shorter time is better', 600, 900, 'LOWER_IS_BETTER', { by: 300, up: false, better: true }],
    ['no change is nothing to say', 600, 600, 'LOWER_IS_BETTER', null],
    ['no data now is no change', null, 900, 'LOWER_IS_BETTER', null],
    ['no data before is no change', 600, null, 'LOWER_IS_BETTER', null],
    ['mere volume is neither good nor bad', 12, 9, 'NEITHER', null],
  ] as const)('%s', (_name, value, previousValue, direction, expected) => {
    expect(changeOf({ value, previousValue, direction, unit: 'COUNT' })).toEqual(expected);
  });
});
