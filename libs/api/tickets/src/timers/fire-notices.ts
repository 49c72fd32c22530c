import { appendEvents, statement, type OutboxEvent, type Tx } from '@daylight/api-database';
import type { SystemScope } from '@daylight/api-platform';
import { iso, type StoredTicket } from '../write/stored-ticket.js';
import { LATE_AFTER_MS, type DueNotice } from './due-notices.js';

interface FiredNotice {
  readonly kind: string;
  readonly cycle: number;
  readonly percent: number;
  readonly late: boolean;
}

const FIRE = statement<FiredNotice>(
  'clock-notice-fire',
  `insert into clock_notice (provider_id, tenant_id, ticket_id, kind, cycle, percent, target_id, due_at, fired_at, late)
   select provider_id, tenant_id, ticket_id, kind, cycle, percent, target_id, due_at, fired_at, late
   from jsonb_populate_recordset(null::clock_notice, $1)
   on conflict do nothing returning kind, cycle, percent, late`,
);

type TicketKey = Pick<StoredTicket, 'provider_id' | 'tenant_id' | 'ticket_id'>;

function noticeJson(tx: Tx, row: TicketKey, notice: DueNotice): Readonly<Record<string, unknown>> {
  const { kind, cycle, percent, targetId, at } = notice;
  return {
    ...{ provider_id: row.provider_id, tenant_id: row.tenant_id, ticket_id: row.ticket_id, kind, cycle, percent },
    ...{ target_id: targetId, due_at: iso(at), fired_at: iso(tx.now), late: tx.now - at > LATE_AFTER_MS },
  };
}

/** Keeps what is due as told, and returns what wasn't before: the unique key makes it once, however often this runs. */
export async function rememberNotices(
  tx: Tx,
  row: TicketKey,
  due: readonly DueNotice[],
): Promise<readonly FiredNotice[]> {
  return due.length === 0 ? [] : tx.query(FIRE, [JSON.stringify(due.map((notice) => noticeJson(tx, row, notice)))]);
}

/** Tells what is due and wasn't told yet (D-SLA-10). */
export async function fireNotices(tx: Tx<SystemScope>, row: TicketKey, due: readonly DueNotice[]): Promise<void> {
  const fired = await rememberNotices(tx, row, due);
  const events = fired.map(({ kind, cycle, percent, late }): OutboxEvent => {
    const ids = { ticketId: row.ticket_id, kind, cycle: String(cycle), percent: String(percent), late: String(late) };
    // What law asks for is told apart: whoever hears of clocks knows no such kind.
    const about = kind.startsWith('STATUTORY/') ? 'notice' : 'clock';
    return { topic: `${about}.${percent === 100 ? 'breached' : 'warned'}`, tenantId: row.tenant_id, ids };
  });
  await appendEvents(tx, events);
}
