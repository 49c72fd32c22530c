import { statement, type Tx } from '@daylight/api-database';
import type { TicketEvent } from '@daylight/domain';
import { iso } from './stored-ticket.js';
import { addToSearch, searchRows } from './search-rows.js';
import type { TicketChange } from './apply-events.js';

/** The words of a message; all else about it stands in its MESSAGE_ADDED event. */
export interface NewMessage {
  readonly messageId: string;
  readonly body: string;
}

type Added = Extract<TicketEvent, { kind: 'MESSAGE_ADDED' }>;

function added(change: TicketChange): readonly (Added & { readonly body: string })[] {
  return change.messages.flatMap(({ messageId, body }) => {
    const event = change.events.find(
      (each): each is Added => each.kind === 'MESSAGE_ADDED' && each.messageId === messageId,
    );
    return event === undefined ? [] : [{ ...event, body }];
  });
}

/** A row of `ticket_message`, but for provider and tenant. */
export type MessageRow = Readonly<
  Record<'ticket_id' | 'message_id' | 'at' | 'visibility' | 'side' | 'body', string> &
    Record<'automatic' | 'question', boolean>
> & { readonly author_id: string | null };

/** The rows of the messages that a change adds. */
export function messageRows(change: TicketChange): readonly MessageRow[] {
  const { ticket_id } = change.before;
  return added(change).map(({ messageId: message_id, body, at, visibility, automatic, question, actor }) => ({
    ...{ ticket_id, message_id, at: iso(at), visibility, automatic, question, body },
    ...{ side: actor.side, author_id: actor.userId },
  }));
}

const INSERT = statement(
  'ticket-message-insert',
  `insert into ticket_message (provider_id, tenant_id, ticket_id, message_id, at, visibility, side, author_id, automatic, question, body)
   select $1, $2, ticket_id, message_id, at, visibility, side, author_id, automatic, question, body
   from jsonb_populate_recordset(null::ticket_message, $3)`,
);

/** Writes the words of new messages of one client's tickets and makes them, and new tickets, findable. */
export async function writeMessages(tx: Tx, changes: readonly TicketChange[]): Promise<void> {
  const tenantId = changes[0]?.before.tenant_id;
  if (tenantId === undefined) return;
  const rows = changes.flatMap(messageRows);
  const sent = rows.length === 0 ? null : tx.query(INSERT, [tx.scope.providerId, tenantId, JSON.stringify(rows)]);
  await Promise.all([sent, addToSearch(tx, tenantId, searchRows(changes, rows))]);
}
