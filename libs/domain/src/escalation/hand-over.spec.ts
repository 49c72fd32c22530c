import { parseIso } from '../time/iso.js';
import { handOverOf } from './hand-over.js';
import type { OnCallSchedule } from './on-call.js';

const seoul = (text: string): number => parseIso(`2026-${text}:00+09:00`) ?? Number.NaN;
// Kim from Monday the 16th at nine, Lee from the 23rd, Park from the 30th.
const schedule: OnCallSchedule = {
  ...{ id: 's', name: { ko: '인프라', en: 'Infrastructure' }, zone: 'Asia/Seoul', swaps: [], overrides: [] },
  layers: [
    {
      ...{ id: 'l', name: { ko: '기본', en: 'Primary' }, participants: ['kim', 'lee', 'park'], hours: null },
      ...{ startDate: '2026-11-16', endDate: null },
      rotation: { kind: 'WEEKLY', weekday: 'mon', handOver: '09:00' },
    },
  ],
};
const monday = seoul('11-23T09:00');

test.each([
  ['whoever is on call hands over to the next at the change of shift', 'kim', '11-22T20:00', 'lee', monday],
  ['for half a day after the change the note still goes to whoever took over', 'kim', '11-23T20:00', 'lee', monday],
  ['who has just come on hands over a week later', 'lee', '11-23T20:00', 'park', seoul('11-30T09:00')],
])('%s', (_words, person, now, to, at) => {
  expect(handOverOf(schedule, person, seoul(now))).toEqual({ toPersonId: to, at });
});

test.each([
  ['who is on call next week has nothing to hand over yet', 'lee', '11-22T20:00'],
  ['nor has who went off yesterday', 'kim', '11-24T09:00'],
  ['nor anybody who stands in no turn', 'choi', '11-22T20:00'],
])('%s', (_words, person, now) => {
  expect(handOverOf(schedule, person, seoul(now))).toBeNull();
});

test('an override is a turn like any other, also the next one', () => {
  const overrides = [{ id: 'o', personId: 'choi', from: seoul('11-21T09:00'), to: seoul('11-22T09:00') }];
  const changed = { ...schedule, overrides };
  expect(handOverOf(changed, 'kim', seoul('11-20T20:00'))).toEqual({ toPersonId: 'choi', at: seoul('11-21T09:00') });
  expect(handOverOf(changed, 'choi', seoul('11-21T20:00'))).toEqual({ toPersonId: 'kim', at: seoul('11-22T09:00') });
});

test('where nobody follows, that is said', () => {
  const [layer] = schedule.layers;
  const layers = layer === undefined ? [] : [{ ...layer, participants: ['kim'], endDate: '2026-11-30' }];
  expect(handOverOf({ ...schedule, layers }, 'kim', seoul('11-22T20:00'))).toEqual({ toPersonId: null, at: null });
});
