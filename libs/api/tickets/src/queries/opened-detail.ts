import type { Tx } from '@daylight/api-database';
import { DaylightError, type PersonScope } from '@daylight/api-platform';
import type { TicketEvent } from '@daylight/domain';
import { eventData } from '../log/event-codec.js';
import type { OpenedTicket, TenantName } from '../use-cases/opened-ticket.js';
import type { DetailRow, TimelineRow } from './detail-statements.js';
import { freshDetail, ticketDetail, type TicketDetail, type TicketParts } from './ticket-detail.js';

/** Whether the answer needs nobody's name but the reader's own, no file and no other ticket. */
function isPlain({ row, hasFiles }: OpenedTicket, reader: string): boolean {
  const ownRequest = row.requester_id === null || row.requester_id === reader;
  return ownRequest && !hasFiles && row.watcher_ids.length === 0 && row.follows_up === null;
}

function detailRowOf({ row }: OpenedTicket, tenant: TenantName, { scope }: Tx<PersonScope>): DetailRow {
  return {
    ...row,
    ...{
      prefix: tenant.prefix,
      tenant_name: tenant.name,
      requester_name: scope.displayName,
      requester_side: scope.side,
    },
    ...{ assignee_name: null, team_name: null, watchers: null, refs: null },
  };
}

function timelineRow(event: TicketEvent, { scope }: Tx<PersonScope>): TimelineRow {
  const { seq, kind, v, at, actor } = event;
  return {
    ...{ seq, kind, v, data: eventData(event), occurred_at: at, actor_side: actor.side, actor_person_id: actor.userId },
    ...{
      version: 1,
      actor_name: scope.displayName,
      person_name: null,
      team_name: null,
      reason: null,
      other_number: null,
    },
  };
}

/**
 * The answer to whoever opened a ticket: from what was just written, which is what reading it again would find; read
 * again where it takes other people's names, files or other tickets.
 */
export async function openedDetail(
  tx: Tx<PersonScope>,
  opened: OpenedTicket,
  parts: TicketParts,
): Promise<TicketDetail> {
  const { row, log, law, tenant } = opened;
  if (tenant !== null && isPlain(opened, tx.scope.personId)) {
    const events = log.map((event) => timelineRow(event, tx));
    const detail = freshDetail(tx, detailRowOf(opened, tenant, tx), { events, law, parts });
    if (detail !== null) return detail;
  }
  const read = await ticketDetail(tx, { id: row.ticket_id }, parts);
  if (read === null) throw new DaylightError('INTERNAL', 'the ticket that was opened is out of its opener’s sight');
  return read;
}
