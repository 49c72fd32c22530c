// History arms no timers (decision 29); what is still going on gets its own here.
import { enqueue } from '@daylight/api-database';
import { evaluateClocks } from '@daylight/domain';
import { nextTimer, timerJob } from '../../libs/api/tickets/dist/write/timer.js';

const OVER = ['CLOSED', 'CANCELLED', 'MERGED'];

/** The next thing of each that isn't over; what is overdue is told at once. */
export async function armTimers(tx, stories, now) {
  const jobs = stories.flatMap(({ ticketId, tenantId, log, law: { terms, calendarOf }, state }) => {
    if (OVER.includes(state.status)) return [];
    const clocks = evaluateClocks({ events: log, terms, calendarOf, asOf: now });
    const overdue = clocks.some((clock) => clock.state === 'BREACHED' && clock.metAt === null);
    const at = overdue ? now : nextTimer({ state, terms, clocks }, now);
    return at === null ? [] : [timerJob({ ticket_id: ticketId, tenant_id: tenantId }, at)];
  });
  await enqueue(tx, jobs);
  return jobs.length;
}
