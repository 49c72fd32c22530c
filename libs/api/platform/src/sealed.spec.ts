import { seal, unseal } from './sealed.js';

const SECRET = 'a'.repeat(32);
const mine = { purpose: 'spec', owner: ['provider', 'row', 'column'] };

it('a sealed secret opens for its own row, column and purpose, and for nothing else (G13)', () => {
  const sealed = seal(SECRET, mine, '비밀-hunter2');
  expect(sealed.toString('latin1')).not.toContain('hunter2');
  expect(unseal(SECRET, mine, sealed)).toBe('비밀-hunter2');
  for (const owner of [
    ['other', 'row', 'column'],
    ['provider', 'other', 'column'],
    ['provider', 'row', 'other'],
  ]) {
    expect(unseal(SECRET, { ...mine, owner }, sealed)).toBeNull();
  }
  expect(unseal(SECRET, { ...mine, purpose: 'other' }, sealed)).toBeNull();
  expect(unseal('b'.repeat(32), mine, sealed)).toBeNull();
  expect(unseal(SECRET, mine, sealed.subarray(0, 10))).toBeNull();
});

it('the same secret is sealed differently each time', () => {
  expect(seal(SECRET, mine, 'x').equals(seal(SECRET, mine, 'x'))).toBe(false);
});
