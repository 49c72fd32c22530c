import { boundPolicy } from '../sla/targets.js';
import type { TicketEvent } from '../ticketing/events.js';
import { bindingOf } from '../ticketing/events.js';
import type { SlaPolicy, Terms } from './terms.js';

/** Whether a log, and the same log bound to other terms, come out alike. */
export type AlikeUnder = (events: readonly TicketEvent[], rebound: readonly TicketEvent[]) => boolean;

/**
 * Tells of logs whether other terms judge them as their own do: where nothing that a clock heeds differs for the services
 * that a ticket was on. A proposal mostly changes a policy or two; what it leaves alone needs no second judging.
 */
export function alikeUnder(bound: Terms, other: Terms): AlikeUnder {
  if (bound === other) return () => true;
  if (!isSaidAlike(heededOf(bound), heededOf(other))) return () => false;
  const known = new Map<SlaPolicy | null, Map<SlaPolicy | null, boolean>>();
  const isAlike = (mine: SlaPolicy | null, its: SlaPolicy | null): boolean => {
    const compared = known.get(mine) ?? new Map<SlaPolicy | null, boolean>();
    known.set(mine, compared);
    const alike = compared.get(its) ?? isSaidAlike(mine?.targets ?? null, its?.targets ?? null);
    compared.set(its, alike);
    return alike;
  };
  return (events, rebound) =>
    events.every((event, index) => {
      const [mine, its] = [bindingOf(event), bindingOf(rebound[index] ?? event)];
      return mine === null || its === null || isAlike(boundPolicy(bound, mine), boundPolicy(other, its));
    });
}

/** What of terms clocks heed beside their policies. */
function heededOf({ waiting, responseMetBy, reportingZone, calendars }: Terms) {
  return { waiting, responseMetBy, reportingZone, calendars };
}

/** Whether two documents say the same, in the same order. */
function isSaidAlike(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
