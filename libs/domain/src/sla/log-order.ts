import type { TicketEvent } from '../ticketing/events.js';
import type { Instant } from '../time/instant.js';

/**
 * The log of a ticket up to `asOf`, as clocks read it, whatever it was given as: by `seq`, which also orders what happened
 * at one instant; of events with one `seq` the first given; an instant before its predecessor's, or none at all, is taken
 * as the predecessor's, so that no clock runs backwards. `logProblems` (ticketing) names what was put right.
 */
export function logUntil(events: readonly TicketEvent[], asOf: Instant): readonly TicketEvent[] {
  if (isInOrder(events, asOf)) return events;
  const log: TicketEvent[] = [];
  let [seq, at] = [-Infinity, -Infinity];
  for (const event of [...events].sort((a, b) => a.seq - b.seq)) {
    if (event.seq === seq) continue;
    seq = event.seq;
    if (event.at > at) ({ at } = event);
    if (!(at <= asOf)) break;
    // Before anything is dated nothing can have happened.
    if (at === -Infinity) continue;
    log.push(event.at === at ? event : { ...event, at });
  }
  return log;
}

/** Whether a log, as it is, is what {@link logUntil} would make of it: that of a ticket's past is. */
function isInOrder(events: readonly TicketEvent[], asOf: Instant): boolean {
  let [seq, at] = [-Infinity, -Infinity];
  for (const event of events) {
    if (!(event.seq > seq && event.at >= at && event.at <= asOf)) return false;
    ({ seq, at } = event);
  }
  return true;
}
