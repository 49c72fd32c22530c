import { bindingOf, waitingName, type Binding, type Language, type Terms, type TicketEvent } from '@daylight/domain';
import { readEvent } from '../log/event-codec.js';
import type { TimelineRow } from '../queries/detail-statements.js';
import { sayEvent } from '../text/event-sentences.js';
import { keyOf, personView } from './ticket-row.js';

interface Reader {
  readonly prefix: string;
  readonly terms: Terms | null;
  readonly language: Language;
  readonly zone: string;
  /** Versions of contracts by their ids; empty where nothing names one. */
  readonly versions: ReadonlyMap<string, NumberedVersion>;
}

/** A version of a contract by the number that its papers have. */
export interface NumberedVersion {
  readonly contractId: string;
  readonly ordinal: number;
}

/** What an event would bind its ticket to, agreed or only proposed. */
function namedBinding(event: TicketEvent): Binding | null {
  if (event.kind === 'PROPOSED') return event.offer.kind === 'REBINDING' ? event.offer.binding : null;
  return event.kind === 'REBOUND' ? event.binding : null;
}

/** Numbers of different contracts say nothing beside each other. */
function versionsOf(event: TicketEvent, before: Binding | null, { versions }: Reader) {
  const numbered = (binding: Binding | null) => versions.get(binding?.contractVersionId ?? '');
  const [from, to] = [numbered(before), numbered(namedBinding(event))];
  return { from: from?.contractId === to?.contractId ? (from?.ordinal ?? null) : null, to: to?.ordinal ?? null };
}

/** Whether a log is about versions of the contract, so that their numbers are worth a statement. */
export function namesVersions(rows: readonly TimelineRow[]): boolean {
  return rows.some((row) => namedBinding(readEvent(row)) !== null);
}

interface Placed {
  readonly event: TicketEvent;
  /** What the ticket was bound to until then. */
  readonly before: Binding | null;
}

function entryOf(row: TimelineRow, { event, before }: Placed, reader: Reader) {
  const { prefix, terms, language, zone } = reader;
  const waiting = event.kind === 'WAITING_STARTED' ? waitingName(event.reason, terms) : null;
  const sentence = sayEvent(event, {
    ...{ person: row.person_name, team: row.team_name, reason: row.reason, waiting, zone },
    versions: versionsOf(event, before, reader),
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
  const log: TicketEvent[] = [];
  let before: Binding | null = null;
  const entries = rows.map((row) => {
    const event = readEvent(row);
    log.push(event);
    const entry = entryOf(row, { event, before }, reader);
    before = bindingOf(event) ?? before;
    return entry;
  });
  return { log, entries };
}
