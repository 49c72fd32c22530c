import { UndoStack } from './undo-stack.js';

function stack() {
  const undone: string[] = [];
  const acts = new UndoStack(() => undefined);
  const push = (words: string) => acts.push({ words, undo: () => undone.push(words) });
  return { acts, push, undone };
}

test('acts are taken back in the order opposite to that in which they were done', () => {
  const { acts, push, undone } = stack();
  ['a', 'b', 'c'].forEach(push);
  acts.undo();
  acts.undo();
  expect(undone).toEqual(['c', 'b']);
  expect(acts.list().map(({ words }) => words)).toEqual(['a']);
});

test('any of the last twenty can be taken back, an older one can’t', () => {
  const { acts, push, undone } = stack();
  const back = Array.from({ length: 21 }, (_, n) => push(`act ${n}`));
  expect(acts.list()).toHaveLength(20);
  back[0]?.();
  back[1]?.();
  expect(undone).toEqual(['act 1']);
});

test('nothing is taken back twice, whichever way it is asked for', () => {
  const { acts, push, undone } = stack();
  const back = push('a');
  acts.undo();
  back();
  acts.undo();
  expect(undone).toEqual(['a']);
});
