import { statement, type Tx } from '@daylight/api-database';
import type { TicketEvent } from '@daylight/domain';
import { iso } from './stored-ticket.js';
import { addToSearch } from './search-rows.js';
import type { TicketChange } from './apply-events.js';

const INSERT = statement(
  'ticket-message-insert',
  `insert into ticket_message (provider_id, tenant_id, ticket_id, message_id, at, visibility, side, author_id, automatic, question, body)
   select provider_id, tenant_id, ticket_id, message_id, at, visibility, side, author_id, automatic, question, body
   from jsonb_populate_recordset(null::ticket_message, $1)`,
);

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

/** Writes the words of new messages and makes them, and new tickets, findable. */
export async function writeMessages(tx: Tx, changes: readonly TicketChange[]): Promise<void> {
  const rows = changes.flatMap((change) => {
    const { provider_id, tenant_id, ticket_id } = change.before;
    return added(change).map(({ messageId, body, at, visibility, automatic, question, actor }) => ({
      ...{
        provider_id,
        tenant_id,
        ticket_id,
        message_id: messageId,
        at: iso(at),
        visibility,
        automatic,
        question,
        body,
      },
      ...{ side: actor.side, author_id: actor.userId },
    }));
  });
  const opened = changes
    .filter((change) => change.isNew)
    .map(({ before }) => ({
      ...{ tenantId: before.tenant_id, ticketId: before.ticket_id, sourceId: before.ticket_id, internal: false },
      text: `${before.subject} ${before.description} ${before.external_key ?? ''}`,
    }));
  const said = rows.map((row) => ({
    ...{ tenantId: row.tenant_id, ticketId: row.ticket_id, sourceId: row.message_id },
    ...{ internal: row.visibility === 'INTERNAL', text: row.body },
  }));
  const sent = rows.length === 0 ? null : tx.query(INSERT, [JSON.stringify(rows)]);
  await Promise.all([sent, addToSearch(tx, [...opened, ...said])]);
}
