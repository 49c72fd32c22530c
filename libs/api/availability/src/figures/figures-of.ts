import type { Tx } from '@daylight/api-database';
import {
  addDays,
  localDateOf,
  periodsBetween,
  previousPeriods,
  type CapBase,
  type CreditSchedule,
  type Instant,
  type Period,
  type PeriodVerdict,
} from '@daylight/domain';
import type { History } from '../facts/history-rows.js';
import { listedDays, type Promised, type Promises } from '../facts/promises.js';
import { serviceFacts } from '../facts/service-facts.js';
import { computeFigure, type ComputedFigure, type FigureInputs } from './document.js';
import type { KeptFigure } from './kept-rows.js';

/** All that the figures of one client are made of. */
export interface FigureSources {
  readonly promises: Promises;
  readonly history: History;
  /** Kept figures, for what a cap has left and how earlier periods ended. */
  readonly kept: readonly KeptFigure[];
}

/** A figure of one service and period, computed from what is known now. */
export interface LiveFigure extends ComputedFigure {
  readonly serviceItemId: string;
  readonly period: Period;
  readonly promised: Promised;
  readonly bearsCredit: boolean;
}

/** The version that a period is judged by: in force at its end, or now while it runs, else the last one that covered part of it. */
function judgedBy({ promises }: FigureSources, serviceItemId: string, period: Period, now: Instant): Promised | null {
  const atEnd = promises.at(serviceItemId, Math.min(period.to - 1, now));
  if (atEnd !== null) return atEnd;
  const before = promises.versions
    .toReversed()
    .find(({ services }) =>
      services.some(
        ({ serviceItemId: id, from, to }) => id === serviceItemId && from < period.to && (to ?? Infinity) > period.from,
      ),
    );
  const scope = before?.services.find(({ serviceItemId: id }) => id === serviceItemId);
  return scope === undefined ? null : promises.at(serviceItemId, Math.max(scope.from, (scope.to ?? period.to) - 1));
}

/** What each version asks for the item, by the days it was in force; a contract with one fee has that for each of its items. */
function feesOf({ promises }: FigureSources, serviceItemId: string, period: Period): FigureInputs['fees'] {
  return promises.versions.flatMap((version): FigureInputs['fees'] => {
    const terms = promises.termsOf(version);
    const scope = version.services.find((each) => each.serviceItemId === serviceItemId);
    const service = terms?.services.find((each) => each.serviceItemId === serviceItemId);
    const monthlyFeeMinor = service?.monthlyFeeMinor ?? terms?.monthlyFeeMinor ?? null;
    if (scope === undefined || monthlyFeeMinor === null || version.contractKind === 'PILOT') return [];
    if (scope.from >= period.to || (scope.to !== null && scope.to <= period.from)) return [];
    const from = localDateOf(period.zone, Math.max(scope.from, period.from));
    const ends = scope.to !== null && scope.to < period.to;
    const to = ends ? localDateOf(period.zone, scope.to) : addDays(period.lastDate, 1);
    return from < to ? [{ versionId: String(version.ordinal), from, to, monthlyFeeMinor }] : [];
  });
}

const MONTHS = { YEAR: 12, QUARTER: 3, MONTH: 1 } as const;

/** The fee that a cap is a share of, where it isn't that of the period at hand; and what of the cap is used. */
function capBaseOf(
  sources: FigureSources,
  schedule: CreditSchedule | null,
  on: { readonly serviceItemId: string; readonly period: Period; readonly promised: Promised },
): CapBase | null {
  const cap = schedule?.cap ?? null;
  if (cap === null || (cap.of === 'ITEM' && cap.per === 'MONTH' && on.period.unit === 'MONTH')) return null;
  const { serviceItemId, period, promised } = on;
  const { services, monthlyFeeMinor } = promised.terms;
  const item = services.find((each) => each.serviceItemId === serviceItemId)?.monthlyFeeMinor ?? monthlyFeeMinor;
  const all = monthlyFeeMinor ?? services.reduce((sum, { monthlyFeeMinor: fee }) => sum + (fee ?? 0), 0);
  const monthly = cap.of === 'ITEM' ? item : all;
  const months = cap.per === 'YEAR' ? 12 : MONTHS[period.unit];
  const year = period.key.slice(0, 4);
  const used = sources.kept.filter((row) => {
    if (row.ordinal > 0 || !row.bears_credit) return false;
    if (cap.of === 'ITEM' && row.service_item_id !== serviceItemId) return false;
    const sameTime = row.period_key === period.key;
    // Of one period the items come in the order of their ids, so that each credit has its place under the cap.
    if (sameTime) return row.service_item_id < serviceItemId;
    return cap.per === 'YEAR' && row.period_key.slice(0, 4) === year && row.period_from < period.from;
  });
  const usedMinor = used.reduce((sum, row) => sum + row.credit_minor, 0);
  return { feeMinor: monthly === null ? null : monthly * months, usedMinor };
}

/** How the periods before ended, as far back as the rule about repeated misses looks; those that nobody kept have no data. */
function historyOf(
  { kept }: FigureSources,
  schedule: CreditSchedule | null,
  { serviceItemId, period }: { readonly serviceItemId: string; readonly period: Period },
): readonly PeriodVerdict[] {
  const looksBack = schedule?.termination?.periods ?? 0;
  if (looksBack < 2) return [];
  return previousPeriods(period.zone, period.key, looksBack - 1).map(({ key: periodKey }) => {
    const row = kept.find(
      (each) => each.ordinal === 0 && each.period_key === periodKey && each.service_item_id === serviceItemId,
    );
    return { periodKey, verdict: row?.verdict ?? 'NO_DATA', credited: row?.credited ?? false };
  });
}

function scheduleOf({ promised: { terms, promise }, bearsCredit }: { promised: Promised; bearsCredit: boolean }) {
  if (!bearsCredit) return null;
  const found = terms.credits?.find(
    ({ basis }) => basis.kind === 'AVAILABILITY' && basis.availabilityId === promise?.id,
  );
  return found ?? null;
}

/** The figure of a service for a period; null: nothing is promised about it then. */
export async function liveFigure(
  tx: Tx,
  sources: FigureSources,
  serviceItemId: string,
  period: Period,
): Promise<LiveFigure | null> {
  const promised = judgedBy(sources, serviceItemId, period, tx.now);
  if (promised === null || promised.promise === null) return null;
  const { terms, promise, version } = promised;
  // A pilot's tickets and time stay out of credits (domain.md section 2).
  const bearsCredit = promise.period === period.unit && version.contractKind === 'MANAGED';
  const asOf = Math.max(period.from, Math.min(period.to, tx.now));
  const schedule = scheduleOf({ promised, bearsCredit });
  const { revision } = sources.promises;
  const computed = computeFigure({
    ...{ terms, promise, schedule, period, asOf, fees: feesOf(sources, serviceItemId, period) },
    facts: serviceFacts(sources.history, serviceItemId, { terms: promise, period, until: asOf }),
    holidays: await listedDays(tx, terms, { from: period.from, to: period.to, asOf: tx.now, revision }),
    capBase: capBaseOf(sources, schedule, { serviceItemId, period, promised }),
    history: historyOf(sources, schedule, { serviceItemId, period }),
  });
  return { ...computed, serviceItemId, period, promised, bearsCredit };
}

/** Months that share an instant with `[from, to)`, and the periods that promises are judged by where they are longer. */
export function periodsOf(
  { promises }: Pick<FigureSources, 'promises'>,
  serviceItemId: string,
  [from, to]: readonly [Instant, Instant],
): readonly Period[] {
  const promised = promises.at(serviceItemId, to - 1) ?? promises.at(serviceItemId, from);
  if (promised === null || promised.promise === null) return [];
  const zone = promised.terms.reportingZone;
  const months = periodsBetween(zone, 'MONTH', from, to);
  const unit = promised.promise.period;
  return unit === 'MONTH' ? months : [...months, ...periodsBetween(zone, unit, from, to)];
}
