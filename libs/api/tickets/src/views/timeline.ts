import { waitingName, type Language, type Terms, type TicketEvent } from '@daylight/domain';
import { readEvent } from '../log/event-codec.js';
import type { TimelineRow } from '../queries/detail-statements.js';
import { sayEvent } from '../text/event-sentences.js';
import { keyOf, personView } from './ticket-row.js';

interface Reader {
  readonly prefix: string;
  readonly terms: Terms | null;
  readonly language: Language;
  readonly zone: string;
}

function entryOf(row: TimelineRow, event: TicketEvent, { prefix, terms, language, zone }: Reader) {
  const waiting = event.kind === 'WAITING_STARTED' ? waitingName(event.reason, terms) : null;
  const sentence = sayEvent(event, {
    ...{ person: row.person_name, team: row.team_name, reason: row.reason, waiting, zone },
    otherKey: row.other_number === null ? null : keyOf(prefix, row.other_number),
  });
  return {
    ...{ seq: event.seq, at: event.at, kind: event.kind, side: event.actor.side, sentence: sentence[language] },
    actor: personView(event.actor.userId, row.actor_name, event.actor.side),
    messageId: event.kind === 'MESSAGE_ADDED' || event.kind === 'MESSAGE_WITHDRAWN' ? event.messageId : null,
    version: row.version,
  };
}

/** The log as events and, side by side, as sentences in the reader's language. */
export function timelineOf(rows: readonly TimelineRow[], reader: Reader) {
  const log = rows.map(readEvent);
  return { log, entries: log.flatMap((event, index) => entriesAt(rows[index], event, reader)) };
}

function entriesAt(row: TimelineRow | undefined, event: TicketEvent, reader: Reader) {
  return row === undefined ? [] : [entryOf(row, event, reader)];
}
