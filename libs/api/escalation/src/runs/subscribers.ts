import { statement, type JobHandler, type Subscriber } from '@daylight/api-database';
import type { StopReason } from '@daylight/domain';
import * as v from 'valibot';
import { recordChannelReports, recordMailResults } from '../deliveries/results.js';
import { markReturnedMail } from '../deliveries/returned-mail.js';
import { answerByMail } from './by-reply.js';
import { stopRun } from './end-run.js';
import { loadCase, startRun, type TicketCase } from './start-run.js';

const RUNNING = statement<{ escalation_id: string; cause: 'AUTOMATIC' | 'BY_HAND'; priority: string }>(
  'escalation-running-of-ticket',
  `select escalation_id, cause, priority from escalation
   where provider_id = $1 and ticket_id = $2 and state in ('RUNNING', 'EXHAUSTED')`,
);

/** P1 and P2 are escalated by themselves; out of contract there are no clocks to be late by, so P1 only (D-CON-2). */
export function escalatesByItself({ priority, contract_id: contractId, status, imported }: TicketCase): boolean {
  if (imported || (status !== 'NEW' && status !== 'OPEN')) return false;
  return priority === 'P1' || (priority === 'P2' && contractId !== null);
}

/** Why nobody needs to answer any more; null: somebody still does. A run that a person began outlives a lower priority. */
export function stopReasonOf(ticket: TicketCase, cause: 'AUTOMATIC' | 'BY_HAND'): StopReason | null {
  if (ticket.status === 'CANCELLED' || ticket.status === 'MERGED') return 'TICKET_CANCELLED';
  if (!ticket.is_open) return 'TICKET_RESOLVED';
  const lowered = cause === 'AUTOMATIC' && ticket.priority > 'P2';
  return lowered ? 'PRIORITY_LOWERED' : null;
}

/** Begins, goes on with or ends a ticket's run as the ticket stands now; told of every change of a ticket. */
const followTicket: Subscriber = {
  name: 'escalation.follow-ticket',
  topics: ['ticket.changed'],
  handle: async (tx, event) => {
    const { ticketId } = event.ids;
    if (ticketId === undefined) return;
    const [running] = await tx.query(RUNNING, [tx.scope.providerId, ticketId]);
    const ticket = await loadCase(tx, ticketId);
    if (ticket === null) return;
    if (running === undefined) {
      if (escalatesByItself(ticket) && !ticket.escalated) await startRun(tx, ticket, { kind: 'AUTOMATIC' });
      return;
    }
    const reason = stopReasonOf(ticket, running.cause);
    if (reason !== null) await stopRun(tx, running.escalation_id, reason);
  },
};

export const START_QUEUE = 'escalation-start';
const asked = v.object({ ticketId: v.pipe(v.string(), v.uuid()), personId: v.pipe(v.string(), v.uuid()) });

/** Queue `escalation-start`: somebody pressed the button. The policy is chosen here, where all of the directory is in reach. */
export const startHandler: JobHandler = {
  queue: START_QUEUE,
  pauseMs: [500, 30_000],
  handle: async (tx, job) => {
    const { ticketId, personId } = v.parse(asked, job.payload);
    const ticket = await loadCase(tx, ticketId);
    if (ticket !== null && ticket.is_open) await startRun(tx, ticket, { kind: 'BY_HAND', personId });
  },
};

export const escalationSubscribers: readonly Subscriber[] = [
  followTicket,
  recordMailResults,
  recordChannelReports,
  markReturnedMail,
  answerByMail,
];
