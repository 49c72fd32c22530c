import { compileCalendar } from '../time/compile.js';
import { HOUR } from '../time/instant.js';
import { parseIso } from '../time/iso.js';
import { allHours, officeHours, target } from './contract.fixture.js';
import { statedTarget, timeToBreach } from './risk.js';

const seoul = (text: string): number => parseIso(`2026-${text}:00+09:00`) ?? Number.NaN;
const office = compileCalendar(officeHours, [], 0);
const always = compileCalendar(allHours, [], 0);

test.each([
  ['an hour before closing, due an hour after opening', '11-20T17:00', '11-23T10:00', 2],
  ['at night, due at noon', '11-23T03:00', '11-23T12:00', 3],
  ['at the due instant itself', '11-23T12:00', '11-23T12:00', 0],
  ['two working hours late', '11-23T11:00', '11-20T18:00', -2],
  ['late, but nobody worked since', '11-22T12:00', '11-20T18:00', 0],
])('working time left %s', (_words, now, due, hours) => {
  expect(timeToBreach(office, seoul(due), seoul(now))).toBe(hours * HOUR);
});

test('around the clock a weekend counts in full', () => {
  expect(timeToBreach(always, seoul('11-23T10:00'), seoul('11-20T17:00'))).toBe(65 * HOUR);
});

test('a clock goes by the target it was promised; an agreed date by the wall', () => {
  const first = target('FIRST_RESPONSE', 'P1', 15);
  const policies = [{ id: 'p', name: { ko: '기본', en: 'Basic' }, targets: [first, target('RESTORE', 'P1', 240)] }];
  expect(statedTarget({ policies }, 'FIRST_RESPONSE', first.id)).toBe(first);
  expect(statedTarget({ policies }, 'RESTORE', first.id)).toBeNull();
  expect(statedTarget({ policies }, 'AGREED_DATE', first.id)).toBeNull();
});
