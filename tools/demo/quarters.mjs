// The quarter that ended last: the demo's histories begin with it, its reviews are about it.
import { previousPeriods, quarterOf } from '@daylight/domain';

const last = (zone, now) => previousPeriods(zone, quarterOf(zone, now).key, 1)[0];

/** Its key, e.g. `2026-Q3`. */
export const lastQuarter = (zone, now) => last(zone, now).key;

/** Where histories begin: with the last quarter, 90 to 184 days ago. */
export const historyFrom = (zone, now) => last(zone, now).from;
