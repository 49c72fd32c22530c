import { addDays, after, at, dayWords, midnights, placeIn } from './week.js';

const H = 3_600_000;

describe('a week of the on-call plan', () => {
  it('begins each day at the schedule’s own midnight, also when the clocks change', () => {
    const days = midnights('2026-10-18T22:00:00Z', 7, 'Europe/Stockholm');
    expect(days).toHaveLength(8);
    const lengths = days.slice(1).map((day, index) => (day - (days[index] ?? 0)) / H);
    expect(lengths).toEqual([24, 24, 24, 24, 24, 24, 25]);
  });

  it('places a shift by its share of the week and cuts what reaches beyond it', () => {
    const shift = { from: '2026-11-22T18:00:00Z', to: '2026-11-23T12:00:00Z' };
    const day = Date.parse('2026-11-23T00:00:00Z');
    expect(placeIn(day, day + 24 * H, shift)).toEqual({ left: 0, width: 50 });
    expect(placeIn(day + 24 * H, day + 48 * H, shift)).toBeNull();
  });

  it('says who is on call now and who is next; at a hand-over it is the next one’s already', () => {
    const first = { from: '2026-11-23T00:00:00Z', to: '2026-11-23T09:00:00Z' };
    const second = { from: '2026-11-23T09:00:00Z', to: '2026-11-24T09:00:00Z' };
    const hand = Date.parse(second.from);
    expect(at([first, second], hand - 1)).toBe(first);
    expect(at([first, second], hand)).toBe(second);
    expect(after([first, second], hand - 1)).toBe(second);
    expect(after([first, second], hand)).toBeNull();
  });

  it('counts days across the end of a month', () => {
    expect(addDays('2026-11-30', 7)).toBe('2026-12-07');
    expect(addDays('2026-03-02', -7)).toBe('2026-02-23');
  });

  it('names a day without its year, and by weekday and number where there is no room', () => {
    const day = Date.parse('2026-11-22T15:00:00Z');
    expect(dayWords(day, 'Asia/Seoul', 'ko')).toEqual({ date: '11. 23. (월)', weekday: '월', dayOfMonth: 23 });
    expect(dayWords(day, 'Asia/Seoul', 'en')).toEqual({ date: 'Mon, 23 Nov', weekday: 'Mon', dayOfMonth: 23 });
  });
});
