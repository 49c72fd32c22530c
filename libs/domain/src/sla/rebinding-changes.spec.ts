import { boundClocksAt } from './bound.fixture.js';
import { rebindingChanges, signedChanges } from './rebinding-changes.js';
import { does, opened, seoul, story, type Line } from './story.fixture.js';

const atTen = opened('08-03 10:00');

function changesOf(lines: readonly Line[], digest: string, at: string) {
  const now = seoul(at);
  const log = story(...lines);
  const agreed = story(...lines, [at, 'CLIENT', does.rebind(digest)]);
  return rebindingChanges(boundClocksAt(log, now), boundClocksAt(agreed, now));
}

const told = (changes: ReturnType<typeof changesOf>) =>
  changes.map(({ clock, before, after }) => [clock, before?.verdict, after?.verdict]);

test('a verdict that would be another is shown on both sides', () => {
  const lines: readonly Line[] = [
    atTen,
    ['08-03 10:50', 'PROVIDER', does.reply()],
    ['08-03 11:00', 'PROVIDER', does.resolve()],
  ];
  expect(told(changesOf(lines, 'slower', '08-05 10:00'))).toEqual([['FIRST_RESPONSE', 'MISSED', 'MET']]);
});

test('a clock that runs is shown with both due instants', () => {
  const changes = changesOf([atTen, ['08-03 10:10', 'PROVIDER', does.reply()]], 'slower', '08-03 11:00');
  expect(changes.map(({ clock, before, after }) => [clock, before?.dueAt, after?.dueAt])).toEqual([
    ['RESTORE', seoul('08-03 14:00'), seoul('08-03 18:00')],
    ['RESOLUTION', seoul('08-03 18:00'), seoul('08-04 17:00')],
  ]);
});

test('a promise that only one version makes is null on the other side', () => {
  const lines: readonly Line[] = [
    atTen,
    ['08-03 10:05', 'PROVIDER', does.reply()],
    ['08-03 11:00', 'PROVIDER', does.resolve()],
  ];
  expect(told(changesOf(lines, 'faster', '08-05 10:00'))).toEqual([['RESTORE', 'MET', undefined]]);
});

test('where nothing comes out otherwise the list is empty', () => {
  const lines: readonly Line[] = [
    atTen,
    ['08-03 10:05', 'PROVIDER', does.reply()],
    ['08-03 11:00', 'PROVIDER', does.resolve()],
  ];
  expect(changesOf(lines, 'slower', '08-05 10:00')).toEqual([]);
});

test('what is signed is the same a minute later, as long as nothing happens', () => {
  const lines: readonly Line[] = [atTen, ['08-03 10:10', 'PROVIDER', does.reply()]];
  const signedAt = (at: string) => signedChanges('faster', changesOf(lines, 'faster', at));
  expect(signedAt('08-03 15:31')).toEqual(signedAt('08-03 15:30'));
  expect(signedAt('08-03 18:01')).not.toEqual(signedAt('08-03 15:30'));
});
