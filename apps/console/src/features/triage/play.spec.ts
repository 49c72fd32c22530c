import { currentOf, nextOf } from './play.js';

const lines = ['a', 'b', 'c', 'd'].map((id) => ({ id, gone: id === 'c' }));
const none = (): boolean => false;

test('in a list the chosen line is current; when it left, the one that took its place', () => {
  expect(currentOf(lines, { id: 'b', index: 1 })?.id).toBe('b');
  expect(currentOf(lines, { id: 'sorted', index: 1 })?.id).toBe('b');
  expect(currentOf(lines, { id: 'sorted', index: 9 })?.id).toBe('d');
  expect(currentOf(lines, null)?.id).toBe('a');
  expect(currentOf([], null)).toBeNull();
});

test('a walk goes on past what is gone and what was passed by', () => {
  expect(nextOf(lines, 1, none)?.id).toBe('b');
  expect(nextOf(lines, 2, none)?.id).toBe('d');
  expect(nextOf(lines, 1, ({ id }) => id === 'b')?.id).toBe('d');
});

test('from the end it comes back to what was left, and is over when nothing is', () => {
  expect(nextOf(lines, 4, none)?.id).toBe('a');
  expect(nextOf(lines, 3, ({ id }) => id === 'd')?.id).toBe('a');
  expect(nextOf(lines, 0, () => true)).toBeNull();
  expect(nextOf([], 0, none)).toBeNull();
});
