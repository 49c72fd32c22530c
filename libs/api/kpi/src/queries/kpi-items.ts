import { connectionOf, keysOf, pageSize, statement, type ForwardPage, type Tx } from '@daylight/api-database';
import type { PersonScope } from '@daylight/api-platform';
import {
  asConceded,
  computeKpis,
  figureOf,
  kpiDefinition,
  KPI_KEYS,
  type ClockFact,
  type ClockKind,
  type Facts,
  type Instant,
  type KpiKey,
  type KpiPeriod,
  type Language,
  type LocalizedText,
} from '@daylight/domain';
import { loadFacts } from '../facts/load-facts.js';
import { inside, measureOf, readingOf, seconds } from './item-measures.js';
import { isApprovalKey } from './kpi-approvals.js';
import { reportingOf, soFar } from './reporting.js';

const VISIBLE = statement<{ ticket_id: string }>(
  'kpi-items-visible',
  'select ticket_id from ticket where provider_id = $1 and ticket_id = any ($2::uuid[])',
);
const DETAILS = statement<DetailRow>(
  'kpi-items-details',
  `select ticket_id, number, subject, type, status, priority, service_name, opened_at
   from ticket where provider_id = $1 and ticket_id = any ($2::uuid[])`,
);

interface DetailRow {
  readonly ticket_id: string;
  readonly number: number;
  readonly subject: string;
  readonly type: string;
  readonly status: string;
  readonly priority: string;
  readonly service_name: LocalizedText;
  readonly opened_at: Instant;
}

/** Which figure of whom. */
export interface KpiItemsArgs extends ForwardPage {
  readonly tenantId: string;
  readonly period: string;
  readonly key: string;
  readonly clock?: ClockKind | null;
}

interface Item {
  readonly ticketId: string;
  readonly at: Instant;
  readonly clock: ClockFact | null;
  readonly seconds: number | null;
  readonly reading: string | null;
}

/** Figures that are about clocks without being given per kind. */
const CLOCK_OF: Partial<Readonly<Record<KpiKey, ClockKind>>> = {
  ...{ FIRST_RESPONSE_TIME_P50: 'FIRST_RESPONSE', FIRST_RESPONSE_TIME_P90: 'FIRST_RESPONSE' },
  ...{ RESOLVE_TIME_P50: 'RESOLUTION', RESOLVE_TIME_P90: 'RESOLUTION', ON_TIME_REQUESTS: 'AGREED_DATE' },
};
/** The clock of a ticket that a figure is about: the missed one first, then the latest. */
function clockOf(clocks: readonly ClockFact[], period: KpiPeriod): ClockFact | null {
  const counted = clocks.filter(
    ({ verdictAt, metAt, cancelledAt, breachedAt }) =>
      [verdictAt, metAt, cancelledAt].some((at) => inside(period, at)) ||
      (breachedAt !== null && breachedAt < period.to),
  );
  const rank = (clock: ClockFact) => (inside(period, clock.verdictAt) ? 2 : 0) + (clock.verdict === 'MISSED' ? 1 : 0);
  return counted.toSorted((a, b) => rank(b) - rank(a) || (b.verdictAt ?? 0) - (a.verdictAt ?? 0))[0] ?? null;
}

function clocksByTicket(facts: readonly ClockFact[]): ReadonlyMap<string, readonly ClockFact[]> {
  const clocks = new Map<string, ClockFact[]>();
  for (const fact of facts) {
    const known = clocks.get(fact.ticketId);
    if (known === undefined) clocks.set(fact.ticketId, [fact]);
    else known.push(fact);
  }
  return clocks;
}

interface Wanted {
  readonly key: KpiKey;
  readonly clock: ClockKind | null;
  readonly language: Language;
}

function itemsOf(facts: Facts, period: KpiPeriod, { key, clock: wanted, language }: Wanted): readonly Item[] {
  const figure = figureOf(computeKpis(facts, period), key, wanted);
  const tickets = new Map(facts.tickets.map((ticket) => [ticket.ticketId, ticket]));
  const kind = wanted ?? CLOCK_OF[key] ?? null;
  // Of the second figure people see the verdicts that it counts.
  const judged = key === 'SLA_ATTAINMENT_IF_CONCEDED' ? facts.clocks.map(asConceded) : facts.clocks;
  const clocks = clocksByTicket(judged.filter(({ clock }) => clock === kind));
  const items = (figure?.itemIds ?? []).flatMap((ticketId): readonly Item[] => {
    const ticket = tickets.get(ticketId);
    if (ticket === undefined) return [];
    const clock = kind === null ? null : clockOf(clocks.get(ticketId) ?? [], period);
    if (clock === null)
      return [
        { ticketId, clock, ...measureOf(key, ticket, period), reading: readingOf(key, ticket, period, language) },
      ];
    const at = clock.verdictAt ?? clock.cancelledAt ?? ticket.openedAt;
    return [{ ticketId, clock, at, seconds: seconds(clock.usedMs), reading: null }];
  });
  return items.toSorted((a, b) => b.at - a.at || (a.ticketId < b.ticketId ? 1 : -1));
}

/** Items without the confidential tickets that the reader may not see (decision 26). */
async function visibleOf(tx: Tx, facts: Facts, items: readonly Item[]): Promise<readonly Item[]> {
  const confidential = new Set(facts.tickets.filter((ticket) => ticket.confidential).map(({ ticketId }) => ticketId));
  const doubtful = items.filter(({ ticketId }) => confidential.has(ticketId)).map(({ ticketId }) => ticketId);
  if (doubtful.length === 0) return items;
  const seen = new Set((await tx.query(VISIBLE, [tx.scope.providerId, doubtful])).map((row) => row.ticket_id));
  return items.filter(({ ticketId }) => !confidential.has(ticketId) || seen.has(ticketId));
}

function itemView({ ticketId, at, clock, seconds: taken, reading }: Item, row: DetailRow, prefix: string) {
  return {
    ...{ ticketId, key: `${prefix}-${row.number}`, subject: row.subject, type: row.type, status: row.status },
    ...{ priority: row.priority, serviceName: row.service_name, openedAt: row.opened_at, at, seconds: taken, reading },
    ...{
      clock: clock?.clock ?? null,
      cycle: clock?.cycle ?? null,
      verdict: clock?.verdict ?? null,
      dueAt: clock?.dueAt ?? null,
    },
  };
}

function isKpiKey(key: string): key is KpiKey {
  return KPI_KEYS.some((known) => known === key);
}

/** The tickets behind a figure (D-KPI-1), latest first; null when there is no such tenant, period or figure of tickets. */
export async function kpiItems(tx: Tx<PersonScope>, args: KpiItemsArgs) {
  const { key, clock = null } = args;
  const [first, after] = [pageSize(args.first), keysOf(args.after, 2)];
  const reporting = await reportingOf(tx, args.tenantId, args.period);
  if (reporting === null || !isKpiKey(key) || isApprovalKey(key)) return null;
  const perClock = (kpiDefinition(key)?.clocks.length ?? 0) > 0;
  if (perClock !== (clock !== null)) return null;
  const period = soFar(reporting.period, tx.now);
  const facts = await loadFacts(tx, reporting.tenantId, period);
  const all = itemsOf(facts, period, { key, clock, language: tx.scope.language });
  const visible = await visibleOf(tx, facts, all);
  const [at, id] = [Number(after?.[0]), String(after?.[1])];
  const rest =
    after === null ? visible : visible.filter((item) => item.at < at || (item.at === at && item.ticketId < id));
  const page = rest.slice(0, first + 1);
  const rows = await tx.query(DETAILS, [tx.scope.providerId, page.map(({ ticketId }) => ticketId)]);
  const details = new Map(rows.map((row) => [row.ticket_id, row]));
  const shown = page.flatMap((item) => {
    const row = details.get(item.ticketId);
    return row === undefined ? [] : [{ item, row }];
  });
  const connection = connectionOf(
    shown,
    { first, after: args.after ?? null },
    {
      keys: ({ item }) => [item.at, item.ticketId],
      node: ({ item, row }) => itemView(item, row, reporting.prefix),
    },
  );
  return { ...connection, totalCount: visible.length, confidentialHidden: all.length - visible.length };
}
