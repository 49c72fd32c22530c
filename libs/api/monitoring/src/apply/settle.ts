import { disarm, enqueue, statement, timestamp, type JobHandler, type Tx } from '@daylight/api-database';
import type { SystemScope } from '@daylight/api-platform';
import { readLog, ReplyToTicket } from '@daylight/api-tickets';
import type { Instant, Language } from '@daylight/domain';
import * as v from 'valibot';
import { RECOVERED } from '../messages.js';
import type { FoldedAlert } from './fold-signals.js';

export const SETTLE_QUEUE = 'alert-settle';

interface Standing {
  readonly version: number;
  readonly language: Language;
  /** Alerts of the ticket that fire, or whose recovery isn't believed yet. */
  readonly standing: number;
  /** Somebody answered its call or took one of its alerts. */
  readonly answered: boolean;
}

const STANDING = statement<Standing>(
  'alert-ticket-standing',
  `select t.version, n.language,
     (select count(*)::int from alert a where a.provider_id = t.provider_id and a.ticket_id = t.ticket_id
        and (a.state = 'FIRING' or a.settled_at > $3)) as standing,
     exists (select 1 from alert a where a.provider_id = t.provider_id and a.ticket_id = t.ticket_id and a.claimed_by is not null)
       or exists (select 1 from escalation e where e.provider_id = t.provider_id and e.ticket_id = t.ticket_id
         and e.state = 'ACKNOWLEDGED') as answered
   from ticket t join tenant n on n.provider_id = t.provider_id and n.tenant_id = t.tenant_id
   where t.provider_id = $1 and t.ticket_id = $2 and t.is_open`,
);

const REPLY = { question: false, automatic: true, fileIds: [], thenWait: null } as const;

/**
 * Everything a ticket is about has recovered: it is resolved if no human has touched it, else its people are told (D-MON-1).
 * A human who comes in between wins.
 */
export async function settleTicket(tx: Tx<SystemScope>, ticketId: string): Promise<void> {
  const [ticket] = await tx.query(STANDING, [tx.scope.providerId, ticketId, timestamp(tx.now)]);
  if (ticket === undefined || ticket.standing > 0) return;
  const { version, language, answered } = ticket;
  const untouched = !answered && (await readLog(tx, ticketId)).every(({ actor }) => actor.side === 'SYSTEM');
  const said = { ...REPLY, ticketId };
  if (untouched) {
    const body = RECOVERED.resolved[language];
    const reply = { ...said, body, visibility: 'PUBLIC', thenResolve: 'OTHER', expectedVersion: version } as const;
    const outcome = await new ReplyToTicket().run(tx, reply);
    if (outcome.kind === 'changed') return;
  }
  const body = RECOVERED.left[language];
  await new ReplyToTicket().run(tx, {
    ...said,
    body,
    visibility: 'INTERNAL',
    thenResolve: null,
    expectedVersion: null,
  });
}

/** Settles what is believed at once, arms timers for what flaps, takes them back for what fires again. */
export async function settleRecoveries(
  tx: Tx<SystemScope>,
  tenantId: string,
  alerts: readonly FoldedAlert[],
): Promise<void> {
  const changed = alerts.filter(({ changes }) => changes.length > 0);
  const later: { readonly alertId: string; readonly at: Instant }[] = [];
  const now = new Set<string>();
  for (const { row } of changed) {
    const { ticket_id: ticketId, settled_at: at, state } = row;
    if (state === 'FIRING' || ticketId === null || at === null) continue;
    if (at > tx.now) later.push({ alertId: row.alert_id, at });
    else now.add(ticketId);
  }
  const again = changed.filter(({ row, before }) => row.state === 'FIRING' && before !== null);
  await disarm(
    tx,
    SETTLE_QUEUE,
    again.map(({ row }) => row.alert_id),
  );
  const timers = later.map(({ alertId, at }) => ({
    ...{ queue: SETTLE_QUEUE, tenantId, payload: { alertId }, runAt: at, dedupeKey: alertId },
  }));
  await enqueue(tx, timers);
  for (const ticketId of now) await settleTicket(tx, ticketId);
}

const DUE = statement<{ ticket_id: string }>(
  'alert-settle-due',
  `select ticket_id from alert where provider_id = $1 and alert_id = $2 and state = 'RECOVERED' and settled_at <= $3 and ticket_id is not null`,
);
const target = v.object({ alertId: v.pipe(v.string(), v.uuid()) });

/** Queue `alert-settle`: a flapping alert has been quiet for long enough. */
export const settleHandler: JobHandler = {
  queue: SETTLE_QUEUE,
  handle: async (tx, job) => {
    const { alertId } = v.parse(target, job.payload);
    const [alert] = await tx.query(DUE, [tx.scope.providerId, alertId, timestamp(tx.now)]);
    if (alert !== undefined) await settleTicket(tx, alert.ticket_id);
  },
};
