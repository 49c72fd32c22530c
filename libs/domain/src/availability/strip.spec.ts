import { DAY, HOUR } from '../time/instant.js';
import { at, claim, gap, input, NOTHING, outage, told, work } from './sample-facts.fixture.js';
import { statusStrip, type StripDay } from './strip.js';

const { maintenance } = input({});
const START = at('08-03 00:00');

/** Three days from 3 August, the last one seen until noon. */
function strip(facts: Partial<typeof NOTHING>): readonly StripDay[] {
  const days = [0, 1, 2].map((n) => ({
    ...{ date: `2026-08-0${3 + n}`, from: START + n * DAY, to: START + n * DAY + (n === 2 ? 12 * HOUR : DAY) },
  }));
  return statusStrip({ facts: { ...NOTHING, ...facts }, maintenance, excludable: ['CLIENT'], days });
}

const hours = (days: readonly StripDay[], key: 'plannedMs' | 'downMs' | 'degradedMs' | 'unmeasuredMs' | 'excludedMs') =>
  days.map((day) => day[key] / HOUR);

describe('the strip of a status page', () => {
  test('an outage past midnight is on both days, one that goes on until now on today', () => {
    const days = strip({ outages: [outage('a', '08-03 22:00', '08-04 03:00'), outage('b', '08-05 09:00', null)] });
    expect(hours(days, 'downMs')).toEqual([2, 3, 3]);
    expect(days.map(({ outageIds }) => outageIds)).toEqual([['a'], ['a'], ['b']]);
    expect(days[2]?.lengthMs).toBe(12 * HOUR);
  });

  test('each instant counts once: planned before down before degraded before unmeasured', () => {
    const days = strip({
      outages: [
        outage('a', '08-03 01:00', '08-03 04:00'),
        outage('b', '08-03 03:00', '08-03 06:00', { state: 'DEGRADED' }),
      ],
      maintenance: [work('w', [told('08-01 00:00', '08-03 00:00', '08-03 02:00')])],
      gaps: [gap('g', '08-03 00:00', '08-03 08:00')],
    });
    const first = days.slice(0, 1);
    expect([hours(first, 'plannedMs'), hours(first, 'downMs')]).toEqual([[2], [2]]);
    expect([hours(first, 'degradedMs'), hours(first, 'unmeasuredMs')]).toEqual([[2], [2]]);
    expect(days[0]?.windowIds).toEqual(['w']);
  });

  test('work beyond its announced end is down, and emergency work hides nothing', () => {
    const over = work('w', [told('08-01 00:00', '08-03 01:00', '08-03 02:00')], { endedAt: at('08-03 03:00') });
    const urgent = work('u', [told('08-01 00:00', '08-04 01:00', '08-04 02:00')], { kind: 'EMERGENCY' });
    const days = strip({ maintenance: [over, urgent], outages: [outage('a', '08-04 01:00', '08-04 02:00')] });
    expect(hours(days, 'downMs')).toEqual([1, 1, 0]);
    expect(hours(days, 'plannedMs')).toEqual([1, 0, 0]);
  });

  test('what both sides leave out is still shown as down, and how much of it', () => {
    const days = strip({
      outages: [outage('a', '08-03 10:00', '08-03 14:00')],
      exclusions: [
        claim('c', '08-03 09:00', '08-03 12:00'),
        claim('d', '08-03 12:00', '08-03 13:00', { state: 'PROPOSED' }),
        claim('e', '08-03 12:00', '08-03 13:00', { cause: 'CLOUD_VENDOR' }),
      ],
    });
    expect([hours(days, 'downMs')[0], hours(days, 'excludedMs')[0]]).toEqual([4, 2]);
  });
});
