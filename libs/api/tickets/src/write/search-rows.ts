import { statement, type Tx } from '@daylight/api-database';
import { normalise, tokensOf } from '../text/tokens.js';
import type { TicketChange } from './apply-events.js';
import type { JsonRow } from './apply-statement.js';
import type { MessageRow } from './messages.js';
import type { StoredTicket } from './stored-ticket.js';

const INSERT = statement(
  'ticket-search-insert',
  `insert into ticket_search (provider_id, tenant_id, ticket_id, source_id, internal, haystack, tokens)
   select $1, $2, ticket_id, source_id, internal, haystack, tokens
   from jsonb_populate_recordset(null::ticket_search, $3)`,
);
const FORGET = statement(
  'ticket-search-forget',
  'delete from ticket_search where provider_id = $1 and ticket_id = $2 and source_id = $3',
);

function searchRow(ids: Readonly<Record<'ticket_id' | 'source_id', string>>, internal: boolean, text: string): JsonRow {
  const haystack = normalise(text);
  return { ...ids, internal, haystack, tokens: tokensOf(haystack) };
}

/** The text by which a ticket itself is found. */
function wordsOf({ subject, description, external_key: externalKey }: StoredTicket): string {
  return `${subject} ${description} ${externalKey ?? ''}`;
}

/** What makes a ticket findable by its own words. */
export function findable(row: StoredTicket): { readonly haystack: string; readonly tokens: readonly string[] } {
  const haystack = normalise(wordsOf(row));
  return { haystack, tokens: tokensOf(haystack) };
}

/** What makes new tickets (source: the ticket itself) and their messages findable. */
export function searchRows(changes: readonly TicketChange[], messages: readonly MessageRow[]): readonly JsonRow[] {
  const opened = changes
    .filter((change) => change.isNew)
    .map(({ before }) =>
      searchRow({ ticket_id: before.ticket_id, source_id: before.ticket_id }, false, wordsOf(before)),
    );
  const said = messages.map(({ ticket_id, message_id, visibility, body }) =>
    searchRow({ ticket_id, source_id: message_id }, visibility === 'INTERNAL', body),
  );
  return [...opened, ...said];
}

/** Makes texts of one client's tickets findable, one statement however many. */
export async function addToSearch(tx: Tx, tenantId: string, rows: readonly JsonRow[]): Promise<void> {
  if (rows.length > 0) await tx.query(INSERT, [tx.scope.providerId, tenantId, JSON.stringify(rows)]);
}

/** A withdrawn message is found no more. */
export async function removeFromSearch(tx: Tx, ticketId: string, sourceId: string): Promise<void> {
  await tx.query(FORGET, [tx.scope.providerId, ticketId, sourceId]);
}
