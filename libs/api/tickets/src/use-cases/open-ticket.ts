import { recordAudit, type Tx } from '@daylight/api-database';
import { newId } from '@daylight/api-platform';
import type { Actor, Channel, Grade, Instant, Priority, TicketCommand, TicketType } from '@daylight/domain';
import type { BoundLaw } from '../binding.js';
import { openingOf } from '../queries/opening.js';
import { attachFiles, unknownFiles } from '../write/attachments.js';
import { newTicketRow } from '../write/new-row.js';
import { writeOpening } from '../write/write-opening.js';
import { actorOf } from './actor.js';
import { decideAll } from './decide-all.js';
import { openingFaults } from './opening-faults.js';
import { invalid, type OpenOutcome } from './outcome.js';

/** A ticket as somebody asks for it, by whatever channel. */
export interface NewTicket {
  readonly tenantId: string;
  readonly type: TicketType;
  readonly serviceItemId: string;
  readonly impact: Grade;
  readonly urgency: Grade;
  /** null: by the matrix of the terms. */
  readonly priority: Priority | null;
  readonly channel: Channel;
  /** The opening instant by D-TKT-1: commit for portal and console, receipt for mail and alerts, the stated time for a call. */
  readonly openedAt: Instant;
  readonly requesterId: string | null;
  readonly subject: string;
  readonly description: string;
  readonly confidential: boolean;
  readonly watcherIds: readonly string[];
  readonly fileIds: readonly string[];
  readonly followsUpId: string | null;
  /** Default: the scope's person. Mail intake opens for the sender. */
  readonly actor?: Actor;
}

function commandsFor(ticket: NewTicket, { binding }: BoundLaw): readonly TicketCommand[] {
  const { type, impact, urgency, priority, channel, confidential, requesterId } = ticket;
  const open: TicketCommand = {
    kind: 'OPEN',
    type,
    impact,
    urgency,
    priority,
    channel,
    confidential,
    requesterId,
    binding,
  };
  const watchers = [...new Set(ticket.watcherIds)].map((userId): TicketCommand => ({ kind: 'ADD_WATCHER', userId }));
  return [open, ...watchers];
}

async function auditBackdating(tx: Tx, ticketId: string, { tenantId, openedAt, channel }: NewTicket): Promise<void> {
  const after = { openedAt: new Date(openedAt).toISOString(), channel };
  await recordAudit(tx, { action: 'ticket.backdate', objectType: 'ticket', objectId: ticketId, tenantId, after });
}

/**
 * Opens a ticket: checks what it names, binds it to the terms in force at its opening (D-CON-1), decides, takes a number
 * and writes. An opening that lies in the past is audited (D-TKT-1).
 */
export async function openTicket(tx: Tx, ticket: NewTicket): Promise<OpenOutcome> {
  const [{ bound, tenant }, faults] = await Promise.all([
    openingOf(tx, { tenantId: ticket.tenantId, serviceItemId: ticket.serviceItemId, at: ticket.openedAt }),
    openingFaults(tx, ticket),
  ]);
  if (bound === null) return invalid(...faults, { path: 'serviceItemId', kind: 'UNKNOWN_SERVICE' });
  const missing = await unknownFiles(tx, ticket.fileIds);
  if (faults.length + missing.length > 0) return invalid(...faults, ...missing);
  const actor = ticket.actor ?? actorOf(tx.scope);
  const decided = decideAll(null, commandsFor(ticket, bound), { terms: bound.terms, actor, now: ticket.openedAt });
  if (decided.kind === 'refused') return decided;
  const ticketId = newId();
  const before = newTicketRow({
    ...ticket,
    providerId: tx.scope.providerId,
    ticketId,
    number: 0,
    serviceName: bound.serviceName,
  });
  const { events, state } = decided;
  const { terms, calendarOf } = bound;
  const row = await writeOpening(tx, { before, actor, log: events, state, terms, calendarOf });
  await attachFiles(tx, { tenantId: ticket.tenantId, ticketId, messageId: null }, ticket.fileIds);
  if (ticket.channel === 'PHONE' && ticket.openedAt < tx.now) await auditBackdating(tx, ticketId, ticket);
  const written = {
    row,
    log: events,
    law: { terms, calendarOf },
    tenant,
    hasFiles: ticket.fileIds.length > 0,
  };
  return { kind: 'opened', ticketId, ticket: written };
}
