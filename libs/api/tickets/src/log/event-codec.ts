import { DaylightError } from '@daylight/api-platform';
import { readStoredEvent, type StoredEvent, type TicketEvent } from '@daylight/domain';

export { CURRENT_VERSIONS, type StoredEvent } from '@daylight/domain';

/** Reads an event. Throws for a kind or version that a newer program wrote. */
export function readEvent(row: StoredEvent): TicketEvent {
  const event = readStoredEvent(row);
  if (event === null)
    throw new DaylightError('INTERNAL', `an event ${row.kind} v${row.v} is not known to this program`);
  return event;
}

/** What goes into the column `data`: everything but what has columns of its own. */
export function eventData(event: TicketEvent): Readonly<Record<string, unknown>> {
  const { kind: _kind, v: _v, seq: _seq, at: _at, actor: _actor, ...data } = event;
  return data;
}
