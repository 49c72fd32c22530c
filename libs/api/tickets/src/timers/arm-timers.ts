import { enqueue, statement, type Tx } from '@daylight/api-database';
import { evaluateClocks, foldTicket } from '@daylight/domain';
import { lawOfLog } from '../binding.js';
import { readLogs } from '../log/read-log.js';
import { nextTimer, timerJob } from '../write/timer.js';
import { dueNotices } from './due-notices.js';
import { rememberNotices } from './fire-notices.js';
import { dueStatutory } from './statutory.js';

const TICKETS = statement<{ provider_id: string; ticket_id: string; tenant_id: string; terms_digest: string | null }>(
  'ticket-unarmed',
  `select provider_id, ticket_id, tenant_id, terms_digest from ticket
   where provider_id = $1 and ticket_id = any ($2::uuid[]) and status not in ('CLOSED', 'CANCELLED', 'MERGED')`,
);

/**
 * Arms the timers of tickets that were written quietly (an accepted import, the demo) and are still going on. What was due
 * in their past is remembered as told, so that nobody is told of history; what lies ahead will be.
 */
export async function armTimers(tx: Tx, ticketIds: readonly string[]): Promise<void> {
  const [tickets, logs] = await Promise.all([
    tx.query(TICKETS, [tx.scope.providerId, ticketIds]),
    readLogs(tx, ticketIds),
  ]);
  const jobs = [];
  for (const ticket of tickets) {
    const events = logs.get(ticket.ticket_id) ?? [];
    const state = foldTicket(events);
    if (state === null) continue;
    const law = await lawOfLog(tx, events, { digest: ticket.terms_digest, asOf: tx.now });
    const inputs = { events, ...law, asOf: tx.now };
    const clocks = evaluateClocks(inputs);
    const owed = dueStatutory(state, law.terms, tx.now);
    await rememberNotices(tx, ticket, [...dueNotices(inputs, clocks), ...owed]);
    const at = nextTimer({ state, terms: law.terms, calendarOf: law.calendarOf, clocks }, tx.now);
    if (at !== null) jobs.push(timerJob(ticket, at));
  }
  await enqueue(tx, jobs);
}
