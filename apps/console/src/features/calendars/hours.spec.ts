import { barsOf, newCalendar, readCalendar, runsPastMidnight, tidyTime, weekRuns } from './hours.js';

describe('service hours on the page', () => {
  it.each([
    ['9', '09:00'],
    ['0930', '09:30'],
    ['9:30', '09:30'],
    ['24:00', '24:00'],
    ['25:00', '25:00'],
    ['later', 'later'],
  ])('%s is tidied up', (typed, written) => {
    expect(tidyTime(typed)).toBe(written);
  });

  it.each([
    ['22:00', '06:00', true],
    ['09:00', '18:00', false],
    ['18:00', '24:00', false],
    ['00:00', '00:00', false],
    ['18:00', '00:00', false],
  ])('%s to %s ends on the next day: %s', (from, to, past) => expect(runsPastMidnight({ from, to })).toBe(past));

  it('a night that begins on Sunday is drawn on Monday morning too', () => {
    const weekly = { sun: [{ from: '22:00', to: '06:00' }] };
    expect(barsOf(weekly, 'sun')).toEqual([{ start: (22 / 24) * 100, length: (2 / 24) * 100 }]);
    expect(barsOf(weekly, 'mon')).toEqual([{ start: 0, length: 25 }]);
  });

  it('a week is said in runs of like days', () => {
    expect(weekRuns(newCalendar('Asia/Seoul').weekly).map(({ from, to }) => `${from}-${to}`)).toEqual(['mon-fri']);
    expect(
      weekRuns({ mon: [{ from: '09:00', to: '12:00' }], wed: [{ from: '09:00', to: '12:00' }] }).map(
        ({ from, to }) => `${from}-${to}`,
      ),
    ).toEqual(['mon-mon', 'wed-wed']);
  });

  it('what a new calendar starts from can be read as a contract reads it, once it has a name', () => {
    const start = newCalendar('Asia/Seoul');
    expect(readCalendar(start)).toBeNull();
    expect(readCalendar({ ...start, name: { ko: '평일', en: 'Weekdays' } })).toMatchObject({ holidayRegion: 'KR' });
  });
});
