import { statement, timestamp, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import type { ClockKind, Instant, JudgedSoFar } from '@daylight/domain';
import { PAGE_COLUMNS, ROW_COLUMNS, ROW_JOINS, type TicketListRow } from '../views/ticket-row.js';

/** So many on either side of now. */
export const MOST_DOTS = 250;

export interface RiskRow extends TicketListRow {
  readonly clock_kind: ClockKind;
  readonly target_id: string;
  readonly terms_digest: string | null;
  readonly verdict_at: Instant | null;
  /** Newest revision of official days. */
  readonly calendar_revision: number;
  /** Where the terms have ladders of attainment: the month's verdicts of the item's clocks of this kind. */
  readonly judged: readonly JudgedSoFar[];
}

/** Of a clock that has a next due instant; paused ones have none and stand on no board. */
const DUE = `select ${PAGE_COLUMNS} from ticket where provider_id = $1 and is_open`;

// The last cycle of the kind that is due next is the one that is due (`nextDue`). Months are those of the terms' own zone.
export const NEAR = statement<RiskRow>(
  'ticket-risk',
  `with t as (
     (${DUE} and due_order < $2 order by due_order desc, ticket_id desc limit ${MOST_DOTS + 1})
     union all
     (${DUE} and due_order >= $2 and due_order < '9999-01-01' order by due_order, ticket_id limit ${MOST_DOTS + 1})),
   clock as (
     select t.ticket_id, t.tenant_id, t.service_item_id, c.kind, c.target_id, c.terms_digest, c.verdict_at, c.contract_version_id
     from t
     join lateral (
       select c.kind, c.target_id, c.terms_digest, c.verdict_at, c.contract_version_id from ticket_clock c
       where c.provider_id = $1 and c.ticket_id = t.ticket_id and c.kind = t.next_due_kind order by c.cycle desc limit 1) c on true),
   month as (
     select v.version_id, date_trunc('month', $2::timestamptz, v.terms ->> 'reportingZone') as since
     from contract_version v
     where v.provider_id = $1 and v.version_id in (select c.contract_version_id from clock c)
       and jsonb_path_exists(v.terms, '$.credits[*].basis ? (@.kind == "ATTAINMENT")')),
   judged as (
     select k.tenant_id, k.service_item_id, k.kind, k.since,
       jsonb_agg(jsonb_build_object('priority', k.priority, 'met', k.met, 'missed', k.missed)) as counts
     from (
       select m.tenant_id, m.service_item_id, m.kind, m.since, x.priority, count(*) filter (where x.verdict = 'MET') as met,
         count(*) filter (where x.verdict = 'MISSED') as missed
       from (select distinct c.tenant_id, c.service_item_id, c.kind, o.since
         from clock c join month o on o.version_id = c.contract_version_id) m
       join ticket_clock x on x.provider_id = $1 and x.tenant_id = m.tenant_id and x.verdict_at >= m.since and x.kind = m.kind
         and x.service_item_id = m.service_item_id
       group by m.tenant_id, m.service_item_id, m.kind, m.since, x.priority) k
     group by k.tenant_id, k.service_item_id, k.kind, k.since)
   select ${ROW_COLUMNS}, c.kind as clock_kind, c.target_id, c.terms_digest, c.verdict_at, coalesce(j.counts, '[]') as judged,
     (select coalesce(max(h.revision), 0) from holiday_revision h where h.provider_id = $1) as calendar_revision
   from t join clock c on c.ticket_id = t.ticket_id
   left join month o on o.version_id = c.contract_version_id
   left join judged j on j.tenant_id = c.tenant_id and j.service_item_id = c.service_item_id and j.kind = c.kind and j.since = o.since
   ${ROW_JOINS}
   order by t.due_order, t.ticket_id`,
);

/** Open tickets of the reader's with a due instant, what is over first; at most 251 on either side of now. One statement. */
export function riskRows(tx: Tx<StaffScope>): Promise<readonly RiskRow[]> {
  return tx.query(NEAR, [tx.scope.providerId, timestamp(tx.now)]);
}
