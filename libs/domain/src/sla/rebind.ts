import type { TicketEvent } from '../ticketing/events.js';
import type { Instant } from '../time/instant.js';
import type { Mark } from './clock.js';
import type { Track } from './track.js';
import { addMark } from './track.js';

/**
 * The log as if its ticket had been bound, from each binding on, to what both sides agreed since (D-CON-1): a rebinding takes
 * the place of the binding it follows. Holds no rebinding any more.
 */
export function asRebound(log: readonly TicketEvent[]): readonly TicketEvent[] {
  const judged: TicketEvent[] = [];
  let bound = 0;
  for (const event of log) {
    if (event.kind === 'REBOUND') {
      const binding = judged[bound];
      if (binding?.kind === 'OPENED' || binding?.kind === 'SERVICE_CHANGED')
        judged[bound] = { ...binding, binding: event.binding };
      continue;
    }
    if (event.kind === 'SERVICE_CHANGED') bound = judged.length;
    judged.push(event);
  }
  return judged;
}

/**
 * The clocks of a ticket that both sides agreed to judge anew: as the new terms have them, but no miss is dated before the
 * agreement that makes it one, and a miss under either keeps the date under which it was shown (D-SLA-1, D-SLA-5). What is
 * missed no more is agreed to be so.
 */
export function judgedAnew(fresh: readonly Track[], shown: readonly Track[], at: Instant): readonly Track[] {
  return fresh.map((track) => {
    const before = shown.find(({ kind, cycle }) => kind === track.kind && cycle === track.cycle);
    const marked = addMark(track, { kind: 'REBOUND', at });
    if (track.breachedAt === null) return marked;
    const breachedAt = before?.breachedAt ?? at;
    return { ...marked, breachedAt, marks: marked.marks.map((mark) => dated(mark, breachedAt)) };
  });
}

function dated(mark: Mark, breachedAt: Instant): Mark {
  return mark.kind === 'BREACHED' ? { ...mark, at: breachedAt } : mark;
}
