import { parseIso, toIso } from '../time/iso.js';
import type { Instant } from '../time/instant.js';
import type { OnCallLayer, OnCallSchedule, Shift } from './on-call.js';

export const named = (word: string) => ({ ko: word, en: word });

/** An instant of 2026 in Seoul: `11-02 09:00`. */
export const seoul = (text: string): Instant => at(`2026-${text.replace(' ', 'T')}+09:00`);

/** An instant by its ISO text. */
export function at(text: string): Instant {
  const instant = parseIso(text);
  if (instant === null) throw new Error(`not an instant: ${text}`);
  return instant;
}

/** Kim, Lee and Park by the week, from Monday 2 November 2026, 09:00 in Seoul. */
export const weekly: OnCallLayer = {
  id: 'primary',
  name: named('primary'),
  rotation: { kind: 'WEEKLY', weekday: 'mon', handOver: '09:00' },
  participants: ['kim', 'lee', 'park'],
  startDate: '2026-11-02',
  endDate: null,
  hours: null,
};

export function layer(change: Partial<OnCallLayer>): OnCallLayer {
  return { ...weekly, ...change };
}

export function schedule(change: Partial<OnCallSchedule> = {}): OnCallSchedule {
  return {
    id: 'infra',
    name: named('infra'),
    zone: 'Asia/Seoul',
    layers: [weekly],
    swaps: [],
    overrides: [],
    ...change,
  };
}

/** `kim 11-02 09:00 - 11-09 09:00`, as a clock in Seoul reads. */
export function told({ personId, from, to }: Pick<Shift, 'personId' | 'from' | 'to'>): string {
  const read = (instant: Instant) =>
    toIso(instant + 9 * 3_600_000)
      .slice(5, 16)
      .replace('T', ' ');
  return `${personId} ${read(from)} - ${read(to)}`;
}
