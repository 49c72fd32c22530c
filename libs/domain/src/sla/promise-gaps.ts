import type { ClockKind, Priority, SlaTarget, Terms } from '../contracts/terms.js';
import { PRIORITIES } from '../contracts/terms.js';
import { validateCalendar } from '../time/validate.js';
import { hasLength, servicePolicy } from './targets.js';

/** What terms leave unsaid or say so that no clock could keep it. */
export type PromiseGap =
  /** The service item names no policy that the terms have: its tickets run without clocks. */
  | { readonly kind: 'NO_POLICY'; readonly serviceItemId: string }
  /** The matrix leads to a priority for which nothing is promised: that clock doesn't run. */
  | {
      readonly kind: 'NO_TARGET';
      readonly serviceItemId: string;
      readonly clock: ClockKind;
      readonly priority: Priority;
    }
  /** A target of no length, a negative one, or none that can be counted: promises nothing. */
  | { readonly kind: 'NO_LENGTH'; readonly targetId: string }
  | { readonly kind: 'UNKNOWN_CALENDAR'; readonly targetId: string; readonly calendarId: string }
  /** The calendar of the target never opens: it would never be due. */
  | { readonly kind: 'NEVER_OPEN'; readonly targetId: string; readonly calendarId: string };

/** The clocks that people expect on every ticket. */
const EXPECTED: readonly ClockKind[] = ['FIRST_RESPONSE', 'RESOLUTION'];

/**
 * Gaps of terms, service by service and then target by target: for a person to close before anybody signs. They harm no
 * evaluation: what is not promised has no clock, what never opens is never due.
 */
export function promiseGaps(terms: Terms): readonly PromiseGap[] {
  return [
    ...terms.services.flatMap(({ serviceItemId }) => serviceGaps(terms, serviceItemId)),
    ...terms.policies.flatMap(({ targets }) => targets.flatMap((target) => targetGaps(terms, target))),
  ];
}

function serviceGaps(terms: Terms, serviceItemId: string): readonly PromiseGap[] {
  const policy = servicePolicy(terms, serviceItemId);
  if (policy === null) return [{ kind: 'NO_POLICY', serviceItemId }];
  const reachable = PRIORITIES.filter((priority) => terms.priorityMatrix.some((row) => row.includes(priority)));
  return reachable.flatMap((priority) =>
    EXPECTED.filter(
      (clock) => !policy.targets.some((target) => target.clock === clock && target.priority === priority),
    ).map((clock) => ({ kind: 'NO_TARGET', serviceItemId, clock, priority }) as const),
  );
}

function targetGaps({ calendars }: Terms, target: SlaTarget): readonly PromiseGap[] {
  const { id: targetId, calendarId } = target;
  const length: readonly PromiseGap[] = hasLength(target) ? [] : [{ kind: 'NO_LENGTH', targetId }];
  const calendar = calendars.find(({ id }) => id === calendarId);
  if (calendar === undefined) return [...length, { kind: 'UNKNOWN_CALENDAR', targetId, calendarId }];
  const closed = validateCalendar(calendar).some(({ kind }) => kind === 'NEVER_OPEN');
  return closed ? [...length, { kind: 'NEVER_OPEN', targetId, calendarId }] : length;
}
