import { agreedFigures, seriesOf, type KpiSource, type Reporting } from '@daylight/api-kpi';
import { termStatus, type VersionDates } from '@daylight/api-contracts';
import { statement, type Tx } from '@daylight/api-database';
import {
  computeKpis,
  judgedIn,
  localDateOf,
  previousPeriods,
  type ClockFact,
  type Facts,
  type Instant,
  type KpiPeriod,
  type LocalizedText,
} from '@daylight/domain';
import type { ContractDate, GeneratedContent, Miss, OutOfContract, ReviewContent } from './document.js';

/** The period and the four before it. */
export const TREND = 5;
const MOST_MISSES = 200;

const VERSIONS = statement<VersionRow>(
  'review-contract-versions',
  `select v.version_id, v.contract_id, c.title, v.effective_from, v.effective_to, v.term_to, v.zone, v.renewal, v.notice_at
   from contract_version v join contract c on c.provider_id = v.provider_id and c.contract_id = v.contract_id
   where v.provider_id = $1 and v.tenant_id = $2 and v.state = 'AGREED' order by c.title, v.effective_from`,
);

interface VersionRow {
  readonly version_id: string;
  readonly contract_id: string;
  readonly title: string;
  readonly effective_from: Instant;
  readonly effective_to: Instant | null;
  readonly term_to: Instant | null;
  readonly zone: string;
  readonly renewal: VersionDates['renewal'];
  readonly notice_at: Instant | null;
}

export interface Cause {
  readonly ticketId: string;
  readonly clock: string;
  readonly ko: string;
  readonly en: string;
}

function missOf(fact: ClockFact, causes: readonly Cause[]): Miss {
  const { ticketId, clock, cycle, priority, dueAt, confidential, usedMs, targetMs, metAt, verdictAt } = fact;
  const cause = causes.find((said) => said.ticketId === ticketId && said.clock === clock);
  return {
    ...{ ticketId, number: Number(fact.ticketNumber), priority, clock, cycle, at: verdictAt ?? 0, dueAt, confidential },
    overSeconds: metAt === null ? null : Math.max(0, Math.floor((usedMs - targetMs) / 1_000)),
    cause: cause === undefined ? null : { ko: cause.ko, en: cause.en },
  };
}

function missesOf(facts: Facts, period: KpiPeriod, causes: readonly Cause[]): readonly Miss[] {
  return judgedIn(facts.clocks, period)
    .filter(({ verdict, pilot }) => verdict === 'MISSED' && !pilot)
    .map((fact) => missOf(fact, causes))
    .sort((a, b) => a.at - b.at || a.number - b.number);
}

function outOfContractOf({ tickets }: Facts, { from, to }: KpiPeriod): readonly OutOfContract[] {
  return tickets
    .filter((ticket) => ticket.outOfContract && ticket.openedAt >= from && ticket.openedAt < to)
    .map(({ ticketId, ticketNumber, priority, openedAt, confidential }) => ({
      ticketId,
      number: Number(ticketNumber),
      priority,
      openedAt,
      confidential,
    }))
    .sort((a, b) => a.openedAt - b.openedAt);
}

function datesOf(row: VersionRow, now: Instant): readonly ContractDate[] {
  const dates = { versionId: row.version_id, contractId: row.contract_id, zone: row.zone, renewal: row.renewal };
  const range = {
    effectiveFrom: row.effective_from,
    effectiveTo: row.effective_to,
    termTo: row.term_to,
    noticeAt: row.notice_at,
  };
  const { phase, currentTermEnd, noticeBy } = termStatus({ ...dates, ...range, state: 'AGREED' }, now);
  const base = { contractId: row.contract_id, contractTitle: row.title };
  const start =
    phase === 'UPCOMING'
      ? [{ ...base, kind: 'VERSION_STARTS' as const, date: localDateOf(row.zone, row.effective_from) }]
      : [];
  if (phase === 'ENDED') return start;
  // Under notice the contract has an end, whatever its term would have done.
  if (row.notice_at !== null && row.effective_to !== null)
    return [...start, { ...base, kind: 'TERM_END' as const, date: localDateOf(row.zone, row.effective_to - 1) }];
  if (phase === 'HOLDOVER') return start;
  return [
    ...start,
    ...(noticeBy === null ? [] : [{ ...base, kind: 'NOTICE_BY' as const, date: noticeBy }]),
    ...(currentTermEnd === null ? [] : [{ ...base, kind: 'TERM_END' as const, date: currentTermEnd }]),
  ];
}

async function contractDates(tx: Tx, { tenantId, zone }: Reporting): Promise<readonly ContractDate[]> {
  const rows = await tx.query(VERSIONS, [tx.scope.providerId, tenantId]);
  const today = localDateOf(zone, tx.now);
  const dates = rows.flatMap((row) => datesOf(row, tx.now)).filter(({ date }) => date >= today);
  return dates.sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** What stands beside the figures of a period: targets, trend, misses with causes, what ran without a contract, dates ahead. */
export async function generatedContent(
  tx: Tx,
  source: Omit<KpiSource, 'report'>,
  period: KpiPeriod,
  causes: readonly Cause[],
): Promise<GeneratedContent> {
  const { facts, agreed, periods, series, reporting } = source;
  const misses = missesOf(facts, period, causes);
  const names: Record<string, LocalizedText> = Object.fromEntries(agreed.serviceNames);
  return {
    targets: agreed.targets,
    trendPeriods: periods.map(({ key }) => key),
    series: Object.fromEntries(series),
    serviceNames: names,
    misses: misses.slice(0, MOST_MISSES),
    missesNotListed: Math.max(0, misses.length - MOST_MISSES),
    outOfContract: outOfContractOf(facts, period),
    contractDates: await contractDates(tx, reporting),
  };
}

/** The content of a review from facts that the caller chose: kept ones for a draft, recomputed ones to publish. */
export async function contentFrom(
  tx: Tx,
  reporting: Reporting,
  facts: Facts,
  period: KpiPeriod,
  causes: readonly Cause[],
): Promise<ReviewContent> {
  const periods = [...previousPeriods(reporting.zone, period.key, TREND - 1), reporting.period];
  const [series, agreed] = [await seriesOf(tx, reporting, periods), await agreedFigures(tx, reporting)];
  const generated = await generatedContent(tx, { reporting, facts, agreed, periods, series }, period, causes);
  return { facts, report: computeKpis(facts, period), generated };
}
