import { termsByDigest } from '@daylight/api-contracts';
import type { Tx } from '@daylight/api-database';
import { DaylightError, type StaffScope } from '@daylight/api-platform';
import {
  creditAtStake,
  HOUR,
  monthOf,
  RISK_HOURS,
  SECOND,
  statedTarget,
  timeToBreach,
  type CalendarOf,
  type Instant,
  type JudgedSoFar,
  type Ms,
  type Terms,
} from '@daylight/domain';
import { knownCalendars } from '../known-calendars.js';
import { ticketRowView } from '../views/ticket-row.js';
import { MOST_DOTS, riskRows, type RiskRow } from './risk-rows.js';

interface Law {
  readonly terms: Terms;
  readonly calendarOf: CalendarOf;
}

/** The terms behind the rows with their calendars; the holidays of a region are read once, whatever refers to them. */
async function lawsOf(tx: Tx<StaffScope>, rows: readonly RiskRow[]): Promise<ReadonlyMap<string, Law>> {
  const digests = [...new Set(rows.flatMap(({ terms_digest: digest }) => digest ?? []))];
  const laws = new Map<string, Law>();
  for (const [digest, terms] of await termsByDigest(tx, digests)) {
    laws.set(digest, { terms, calendarOf: await knownCalendars(tx, terms, tx.now, rows[0]?.calendar_revision ?? 0) });
  }
  return laws;
}

/** Working time left by the clock's own calendar; by the wall where no target states one (D-SLA-12). */
function leftOf(row: RiskRow, law: Law | undefined, dueAt: Instant, now: Instant): Ms {
  const target = law === undefined ? null : statedTarget(law.terms, row.clock_kind, row.target_id);
  if (law === undefined || target === null) return dueAt - now;
  return timeToBreach(law.calendarOf(target.calendarId, now), dueAt, now);
}

/** The verdicts without the miss of the row's own clock, which may be among them; null: it fell into another month. */
function others({ judged, verdict_at: at, priority }: RiskRow, from: Instant): readonly JudgedSoFar[] | null {
  if (at === null) return judged;
  if (at < from) return null;
  const less = (each: JudgedSoFar) => ({ ...each, missed: Math.max(0, each.missed - 1) });
  return judged.map((each) => (each.priority === priority ? less(each) : each));
}

function stakeOf(row: RiskRow, law: Law | undefined, now: Instant) {
  if (law === undefined) return null;
  const { terms } = law;
  const month = monthOf(terms.reportingZone, now);
  const judged = others(row, month.from);
  const { service_item_id: serviceItemId, clock_kind: clock, priority } = row;
  const minor = judged === null ? null : creditAtStake({ terms, serviceItemId, clock, priority, month, judged });
  return minor === null ? null : { amountMinor: minor, currency: terms.currency };
}

/**
 * `RiskBoard` of the schema: what is over, and what will be missed within so many working hours, each by the calendar of its
 * own clock. One statement and those of terms and holidays that aren't in memory. Throws BAD_INPUT for other hours.
 */
export async function riskBoard(tx: Tx<StaffScope>, hours: number) {
  if (!RISK_HOURS.some((known) => known === hours)) {
    throw new DaylightError('BAD_INPUT', `hours has to be one of ${RISK_HOURS.join(', ')}`);
  }
  const { now } = tx;
  const rows = await riskRows(tx);
  const laws = await lawsOf(tx, rows);
  const placed = rows.flatMap((row) => {
    const law = laws.get(row.terms_digest ?? '');
    const dueAt = row.next_due_at;
    if (dueAt === null) return [];
    const left = leftOf(row, law, dueAt, now);
    const over = now > dueAt;
    if (!over && left > hours * HOUR) return [];
    return [{ ticket: ticketRowView(row), left, over, atStake: stakeOf(row, law, now) }];
  });
  const many = [true, false].map((over) => rows.filter((row) => row.due_order < now === over).length);
  placed.sort((a, b) => Number(b.over) - Number(a.over) || a.left - b.left);
  return {
    ...{ asOf: now, hours, truncated: many.some((count) => count > MOST_DOTS) },
    dots: placed.map(({ left, ...dot }) => ({ ...dot, leftSeconds: Math.trunc(left / SECOND) })),
  };
}
