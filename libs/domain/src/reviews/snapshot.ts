import { canonicalJson, digestOf } from '../json/canonical.js';
import { isInEdition, KPI_EDITION } from '../kpi/definitions.js';
import type { Facts } from '../kpi/facts.js';
import { computeKpis, type KpiReport } from '../kpi/report.js';
import type { KpiPeriod } from '../kpi/figure.js';

/** What published figures were computed from and what came out (D-KPI-3, decisions.md 8). Digested as canonical JSON. */
export interface PublishedFigures {
  readonly schema: 1;
  /** Of the definitions; absent in what was published before figures named it. */
  readonly edition?: number;
  readonly period: KpiPeriod;
  /** Each ticket with the last event that was looked at, sorted by id. */
  readonly tickets: readonly { readonly ticketId: string; readonly lastSeq: number }[];
  /** Terms that tickets were judged by, sorted, each once. */
  readonly termsDigests: readonly string[];
  /** Calendar revisions that clocks were evaluated with, sorted, each once. */
  readonly calendarRevisions: readonly string[];
  /** Version of the time-zone rules, e.g. `2026a`: governments change them. */
  readonly tzDataVersion: string;
  readonly report: KpiReport;
}

function sortedOnce(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}

/** Freezes the figures of a period together with everything they rest on. */
export function snapshotOf(facts: Facts, period: KpiPeriod, tzDataVersion: string): PublishedFigures {
  const { key, zone, from, to } = period;
  const { tickets } = facts;
  return {
    schema: 1,
    edition: KPI_EDITION,
    period: { key, zone, from, to },
    tickets: tickets
      .map(({ ticketId, lastSeq }) => ({ ticketId, lastSeq }))
      .sort((a, b) => (a.ticketId < b.ticketId ? -1 : 1)),
    termsDigests: sortedOnce(tickets.flatMap(({ termsDigest }) => termsDigest ?? [])),
    calendarRevisions: sortedOnce([...tickets, ...facts.clocks].map(({ calendarRevision }) => calendarRevision)),
    tzDataVersion,
    report: computeKpis(facts, { key, zone, from, to }),
  };
}

/** The digest under which figures are published and signed. */
export function snapshotDigest(published: PublishedFigures, sha256: (text: string) => string): string {
  return digestOf(published, sha256);
}

/** One input or figure that isn't what it was. `before` is what was published; null: it wasn't there. */
export type SnapshotDifference =
  | { readonly kind: 'PERIOD'; readonly before: KpiPeriod; readonly after: KpiPeriod }
  | {
      readonly kind: 'TICKET';
      readonly ticketId: string;
      readonly before: number | null;
      readonly after: number | null;
    }
  | { readonly kind: 'TERMS' | 'CALENDAR'; readonly added: readonly string[]; readonly removed: readonly string[] }
  | { readonly kind: 'TIME_ZONE_DATA'; readonly before: string; readonly after: string }
  /** The inputs may be the same and the arithmetic not: a bug, and worth naming. */
  | {
      readonly kind: 'FIGURE';
      readonly key: string;
      readonly clock: string | null;
      readonly before: number | null;
      readonly after: number | null;
    }
  | { readonly kind: 'REPORT'; readonly part: 'volumes' | 'flow' | 'figures' };

export type Verification =
  { readonly kind: 'same' } | { readonly kind: 'differs'; readonly inputs: readonly SnapshotDifference[] };

/**
 * Recomputed figures as the edition had them that was published: what later editions count as well was promised by nobody
 * then, and is no difference.
 */
export function asPublished({ edition }: PublishedFigures, recomputed: PublishedFigures): PublishedFigures {
  const { report, edition: _newer, ...rest } = recomputed;
  const figures = report.figures.filter(({ key }) => isInEdition(key, edition ?? null));
  return { ...rest, ...(edition === undefined ? {} : { edition }), report: { ...report, figures } };
}

function same(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

function ticketDifferences(before: PublishedFigures, after: PublishedFigures): readonly SnapshotDifference[] {
  const old = new Map(before.tickets.map(({ ticketId, lastSeq }) => [ticketId, lastSeq]));
  const fresh = new Map(after.tickets.map(({ ticketId, lastSeq }) => [ticketId, lastSeq]));
  return sortedOnce([...old.keys(), ...fresh.keys()]).flatMap((ticketId): readonly SnapshotDifference[] => {
    const [was, is] = [old.get(ticketId) ?? null, fresh.get(ticketId) ?? null];
    return was === is ? [] : [{ kind: 'TICKET', ticketId, before: was, after: is }];
  });
}

function listDifferences(
  kind: 'TERMS' | 'CALENDAR',
  before: readonly string[],
  after: readonly string[],
): readonly SnapshotDifference[] {
  const added = after.filter((item) => !before.includes(item));
  const removed = before.filter((item) => !after.includes(item));
  return added.length + removed.length === 0 ? [] : [{ kind, added, removed }];
}

function figureDifferences(before: KpiReport, after: KpiReport): readonly SnapshotDifference[] {
  const name = ({ key, clock }: KpiReport['figures'][number]) => `${key}/${clock}`;
  const fresh = new Map(after.figures.map((figure) => [name(figure), figure]));
  const changed = before.figures.flatMap((figure): readonly SnapshotDifference[] => {
    const now = fresh.get(name(figure));
    if (now !== undefined && same(figure, now)) return [];
    return [{ kind: 'FIGURE', key: figure.key, clock: figure.clock, before: figure.value, after: now?.value ?? null }];
  });
  const parts = (['volumes', 'flow'] as const).filter((part) => !same(before[part], after[part]));
  return [...changed, ...parts.map((part) => ({ kind: 'REPORT', part }) as const)];
}

/**
 * Compares published figures with those recomputed from the events: the same bits, or which inputs and figures differ
 * (D-KPI-3). Inputs come first, since a differing figure usually follows from one. Figures that later editions added are
 * left out of account.
 */
export function verifySnapshot(published: PublishedFigures, now: PublishedFigures): Verification {
  const recomputed = asPublished(published, now);
  if (same(published, recomputed)) return { kind: 'same' };
  const { period, tzDataVersion } = published;
  const inputs: readonly SnapshotDifference[] = [
    ...(same(period, recomputed.period) ? [] : [{ kind: 'PERIOD', before: period, after: recomputed.period } as const]),
    ...ticketDifferences(published, recomputed),
    ...listDifferences('TERMS', published.termsDigests, recomputed.termsDigests),
    ...listDifferences('CALENDAR', published.calendarRevisions, recomputed.calendarRevisions),
    ...(tzDataVersion === recomputed.tzDataVersion
      ? []
      : [{ kind: 'TIME_ZONE_DATA', before: tzDataVersion, after: recomputed.tzDataVersion } as const]),
    ...figureDifferences(published.report, recomputed.report),
  ];
  // Never "differs" without a word why: what no rule above names lies in the figures' own shape.
  return { kind: 'differs', inputs: inputs.length > 0 ? inputs : [{ kind: 'REPORT', part: 'figures' }] };
}
