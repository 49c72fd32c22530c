import { now, onTick, type TickEvery } from '@daylight/web-format';
import { useSyncExternalStore } from 'react';

const floorTo = (ms: number): number => Math.floor(now() / ms) * ms;

// Whole seconds or minutes: a snapshot that changes between two reads would render for ever.
const sources = {
  second: { subscribe: (changed: () => void) => onTick('second', changed), read: () => floorTo(1_000) },
  minute: { subscribe: (changed: () => void) => onTick('minute', changed), read: () => floorTo(10_000) },
} as const satisfies Record<TickEvery, unknown>;

/** The current instant (ms), renewed each second or minute by one ticker for the whole page. */
export function useNow(every: TickEvery): number {
  const source = sources[every];
  return useSyncExternalStore(source.subscribe, source.read);
}
