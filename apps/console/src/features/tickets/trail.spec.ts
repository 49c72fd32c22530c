import { nextOnTrail } from './trail.js';

const trail = { address: '/queue?view=MINE', keys: ['A-1', 'A-2', 'A-3'], current: null };

describe('going on to the next ticket', () => {
  it.each([
    ['A-1', 1, 'A-2'],
    ['A-2', -1, 'A-1'],
    ['A-3', 1, null],
    ['A-1', -1, null],
    ['B-7', 1, null],
  ] as const)('from %s by %i comes %s', (key, step, next) => expect(nextOnTrail(trail, key, step)).toBe(next));
});
