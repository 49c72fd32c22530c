import { statement, type Tx } from '@daylight/api-database';
import { normalise, tokensOf } from '../text/tokens.js';

const INSERT = statement(
  'ticket-search-insert',
  `insert into ticket_search (provider_id, tenant_id, ticket_id, source_id, internal, haystack, tokens)
   select provider_id, tenant_id, ticket_id, source_id, internal, haystack, tokens
   from jsonb_populate_recordset(null::ticket_search, $1)`,
);
const FORGET = statement(
  'ticket-search-forget',
  'delete from ticket_search where provider_id = $1 and ticket_id = $2 and source_id = $3',
);

/** A text that search shall find: the ticket's own (source = ticket id) or a message's. */
export interface SearchableText {
  readonly tenantId: string;
  readonly ticketId: string;
  readonly sourceId: string;
  readonly internal: boolean;
  readonly text: string;
}

/** Makes texts findable, one statement however many. */
export async function addToSearch(tx: Tx, texts: readonly SearchableText[]): Promise<void> {
  if (texts.length === 0) return;
  const rows = texts.map(({ tenantId, ticketId, sourceId, internal, text }) => {
    const haystack = normalise(text);
    const ids = { provider_id: tx.scope.providerId, tenant_id: tenantId, ticket_id: ticketId, source_id: sourceId };
    return { ...ids, internal, haystack, tokens: tokensOf(haystack) };
  });
  await tx.query(INSERT, [JSON.stringify(rows)]);
}

/** A withdrawn message is found no more. */
export async function removeFromSearch(tx: Tx, ticketId: string, sourceId: string): Promise<void> {
  await tx.query(FORGET, [tx.scope.providerId, ticketId, sourceId]);
}
