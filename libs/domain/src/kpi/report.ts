import type { ClockKind } from '../contracts/terms.js';
import { approvalFigures } from './approval-figures.js';
import { clockFigures } from './clock-figures.js';
import { KPI_KEYS, type KpiKey } from './definitions.js';
import type { Facts, TicketFact } from './facts.js';
import { within, type KpiFigure, type KpiPeriod } from './figure.js';
import { ticketFigures } from './ticket-figures.js';

export const VOLUME_DIMENSIONS = ['PRIORITY', 'SERVICE', 'CHANNEL', 'TYPE'] as const;
export type VolumeDimension = (typeof VOLUME_DIMENSIONS)[number];

/** Tickets opened in the period, split one way; sorted by key. */
export interface Volume {
  readonly by: VolumeDimension;
  readonly counts: readonly { readonly key: string; readonly count: number }[];
}

/** `backlogStart + opened + reopened - resolved - cancelled - merged = backlogEnd`; `balanced` says that it came out. */
export interface Flow {
  readonly backlogStart: number;
  readonly opened: number;
  readonly reopened: number;
  readonly resolved: number;
  readonly cancelled: number;
  readonly merged: number;
  readonly backlogEnd: number;
  readonly balanced: boolean;
}

export interface KpiReport {
  readonly period: KpiPeriod;
  /** In the order of {@link KPI_KEYS}, then of the clock kinds. */
  readonly figures: readonly KpiFigure[];
  readonly volumes: readonly Volume[];
  readonly flow: Flow;
}

const DIMENSION: Readonly<Record<VolumeDimension, (ticket: TicketFact) => string>> = {
  PRIORITY: ({ priority }) => priority,
  SERVICE: ({ serviceItemId }) => serviceItemId,
  CHANNEL: ({ channel }) => channel,
  TYPE: ({ type }) => type,
};

function volumes(tickets: readonly TicketFact[], period: KpiPeriod): readonly Volume[] {
  const opened = tickets.filter(({ openedAt }) => within(period, openedAt));
  return VOLUME_DIMENSIONS.map((by) => {
    const counts = new Map<string, number>();
    for (const ticket of opened) counts.set(DIMENSION[by](ticket), (counts.get(DIMENSION[by](ticket)) ?? 0) + 1);
    const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
    return { by, counts: sorted.map(([key, count]) => ({ key, count })) };
  });
}

/** The flow that the figures of a report say. */
export function flowOf(figures: readonly Pick<KpiFigure, 'key' | 'numerator'>[]): Flow {
  const count = (key: KpiKey) => figures.find((figure) => figure.key === key)?.numerator ?? 0;
  const [backlogStart, backlogEnd] = [count('BACKLOG_START'), count('BACKLOG_END')];
  const [opened, reopened, resolved] = [count('OPENED'), count('REOPENED'), count('RESOLVED')];
  const [cancelled, merged] = [count('CANCELLED'), count('MERGED')];
  const balanced = backlogStart + opened + reopened - resolved - cancelled - merged === backlogEnd;
  return { backlogStart, opened, reopened, resolved, cancelled, merged, backlogEnd, balanced };
}

/**
 * All figures of a period (domain.md section 9): a pure function of the facts, whose order means nothing. Facts must
 * cover every ticket that was open in the period or had a clock judged in it; `definitions.ts` says what each figure is.
 */
export function computeKpis(facts: Facts, period: KpiPeriod): KpiReport {
  const computed = [
    ...clockFigures(facts, period),
    ...ticketFigures(facts.tickets, period),
    ...approvalFigures(facts, period),
  ];
  const figures = KPI_KEYS.flatMap((key) => computed.filter((figure) => figure.key === key));
  return { period, figures, volumes: volumes(facts.tickets, period), flow: flowOf(figures) };
}

/** One figure of a report; null when the report has none of that name. */
export function figureOf(report: KpiReport, key: KpiKey, clock: ClockKind | null = null): KpiFigure | null {
  return report.figures.find((figure) => figure.key === key && figure.clock === clock) ?? null;
}
