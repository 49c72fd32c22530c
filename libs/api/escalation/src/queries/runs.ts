import {
  connectionOf,
  keysOf,
  pageSize,
  statement,
  timestamp,
  type Connection,
  type ForwardPage,
  type Tx,
} from '@daylight/api-database';
import { isId } from '@daylight/api-platform';
import type { Instant, LocalizedText } from '@daylight/domain';

interface CallJson {
  readonly id: string;
  readonly contactId: string | null;
  readonly contactName: string | null;
  readonly round: number;
  readonly dueAt: Instant;
  readonly madeAt: Instant;
  readonly late: boolean;
  readonly deliveries: readonly {
    readonly channel: string;
    readonly outcome: string;
    readonly error: string | null;
    readonly at: Instant;
  }[];
}

interface RunViewRow {
  readonly escalation_id: string;
  readonly ticket_id: string;
  readonly number: string;
  readonly subject: string;
  readonly tenant_id: string;
  readonly tenant_name: string;
  readonly priority: string;
  readonly state: string;
  readonly policy_name: LocalizedText;
  readonly cause: string;
  readonly started_at: Instant;
  readonly ended_at: Instant | null;
  readonly exhausted_at: Instant | null;
  readonly next_at: Instant | null;
  readonly acknowledged_by: string | null;
  readonly acknowledged_via: string | null;
  readonly calls: readonly CallJson[];
}

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`;

/** The whole tree of a run in one statement; what its reader may not see by name (RLS on contacts) is null. */
const RUN = `select e.escalation_id, e.ticket_id, n.prefix || '-' || t.number as number, t.subject, e.tenant_id, n.name as tenant_name,
    e.priority, e.state, e.policy -> 'name' as policy_name, e.cause, e.started_at, e.ended_at, e.exhausted_at, e.next_at, e.acknowledged_via,
    coalesce(
      (select d.display_name from directory_entry d where d.provider_id = e.provider_id and d.person_id = e.acknowledged_by
         and (d.tenant_id is null or d.tenant_id = e.tenant_id) limit 1),
      (select c.name from escalation_contact c where c.provider_id = e.provider_id and c.contact_id = e.acknowledged_by)) as acknowledged_by,
    coalesce((
      select jsonb_agg(jsonb_build_object('id', a.attempt_id, 'contactId', c.contact_id, 'contactName', c.name, 'round', a.round, 'dueAt', ${ms('a.due_at')},
        'madeAt', ${ms('a.made_at')}, 'late', a.late, 'deliveries', coalesce((
          select jsonb_agg(jsonb_build_object('channel', d.channel, 'outcome', coalesce(r.outcome, 'QUEUED'), 'error', r.error,
            'at', ${ms('coalesce(r.at, d.created_at)')}) order by d.place)
          from escalation_delivery d
          left join lateral (
            select r.outcome, r.error, r.at from escalation_delivery_result r
            where r.provider_id = d.provider_id and r.delivery_id = d.delivery_id order by r.at desc limit 1) r on true
          where d.provider_id = a.provider_id and d.attempt_id = a.attempt_id), '[]')) order by a.due_at, a.slot_key, a.attempt_id)
      from escalation_attempt a
      left join escalation_contact c on c.provider_id = a.provider_id and c.contact_id = a.contact_id
      where a.provider_id = e.provider_id and a.escalation_id = e.escalation_id), '[]') as calls
  from escalation e
  join ticket t on t.provider_id = e.provider_id and t.ticket_id = e.ticket_id
  join tenant n on n.provider_id = e.provider_id and n.tenant_id = e.tenant_id`;

const OF_TICKET = statement<RunViewRow>(
  'escalations-of-ticket',
  `${RUN} where e.provider_id = $1 and e.ticket_id = $2 order by e.started_at desc, e.escalation_id desc limit 50`,
);
const PAGE = statement<RunViewRow>(
  'escalation-page',
  `${RUN} where e.provider_id = $1 and (not $2::boolean or e.state in ('RUNNING', 'EXHAUSTED'))
     and ($3::timestamptz is null or (e.started_at, e.escalation_id) < ($3, $4::uuid))
   order by e.started_at desc, e.escalation_id desc limit $5`,
);

function runView(row: RunViewRow) {
  return {
    ...{ id: row.escalation_id, ticketId: row.ticket_id, ticketNumber: row.number, ticketSubject: row.subject },
    ...{ tenantId: row.tenant_id, tenantName: row.tenant_name, priority: row.priority, state: row.state },
    ...{
      policyName: row.policy_name,
      byHand: row.cause === 'BY_HAND',
      startedAt: row.started_at,
      endedAt: row.ended_at,
    },
    ...{ exhaustedAt: row.exhausted_at, nextAt: row.next_at, acknowledgedBy: row.acknowledged_by },
    ...{ acknowledgedVia: row.acknowledged_via, calls: row.calls },
  };
}

export type RunView = ReturnType<typeof runView>;

/** A ticket's runs, newest first. One statement however many. */
export async function ticketRuns(tx: Tx, ticketId: string): Promise<readonly RunView[]> {
  if (!isId(ticketId)) return [];
  const rows = await tx.query(OF_TICKET, [tx.scope.providerId, ticketId]);
  return rows.map(runView);
}

/** Runs that nobody has answered yet, newest first; a client's are those of tickets it may see. One statement however many. */
export async function openRuns(tx: Tx): Promise<readonly RunView[]> {
  const rows = await tx.query(PAGE, [tx.scope.providerId, true, null, null, 20]);
  return rows.map(runView);
}

/** Runs of the clients in reach, newest first. Throws BAD_INPUT for a foreign cursor or page size. */
export async function runPage(
  tx: Tx,
  page: ForwardPage & { readonly openOnly: boolean },
): Promise<Connection<RunView>> {
  const after = keysOf(page.after, 2);
  const rows = await tx.query(PAGE, [
    ...[tx.scope.providerId, page.openOnly],
    ...[after === null ? null : timestamp(Number(after[0])), after === null ? null : after[1]],
    pageSize(page.first) + 1,
  ]);
  return connectionOf(rows, page, { keys: (row) => [row.started_at, row.escalation_id], node: runView });
}
