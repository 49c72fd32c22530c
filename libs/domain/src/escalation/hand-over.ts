import { DAY, HOUR, type Instant } from '../time/instant.js';
import type { OnCallSchedule } from './on-call.js';
import { shifts } from './shifts.js';

/** Whoever went off duty may still write down what happened for so long. */
export const HAND_OVER_GRACE_MS = 12 * HOUR;
const LOOK_AHEAD_MS = 60 * DAY;

/** Whose turn ends and who takes over: `at` is when the shift changes hands; nulls: nobody is planned to follow. */
export interface HandOver {
  readonly toPersonId: string | null;
  readonly at: Instant | null;
}

/**
 * To whom a person hands over: the first of another who is on call from the end of the person's turn on. null: the person
 * isn't on call, and wasn't within the last twelve hours, so there is nothing to hand over.
 */
export function handOverOf(schedule: OnCallSchedule, personId: string, now: Instant): HandOver | null {
  const planned = shifts(schedule, now - HAND_OVER_GRACE_MS, now + LOOK_AHEAD_MS);
  const own = planned.findLastIndex((shift) => shift.personId === personId && shift.from <= now);
  if (own < 0) return null;
  const next = planned.slice(own + 1).find((shift) => shift.personId !== personId);
  return next === undefined ? { toPersonId: null, at: null } : { toPersonId: next.personId, at: next.from };
}
