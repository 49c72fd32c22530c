import {
  localParts,
  ppmOf,
  type AvailabilityPart,
  type ExclusionItem,
  type Instant,
  type Language,
  type LocalizedText,
  type Period,
  type Statement,
} from '@daylight/domain';
import { periodName, sayExclusion, sayRatio, sayStatement } from '@daylight/text';
import { NO_DATA } from '../messages.js';
import type { ComputedFigure } from './document.js';
import type { KeptDocument, KeptFigure } from './kept-rows.js';

/** `ReportPeriod` of the schema. */
export function periodView(period: Period, now: Instant, language: Language) {
  const { key, unit, zone, from, to, firstDate, lastDate } = period;
  return { key, unit, label: periodName(period, language), zone, from, to, firstDate, lastDate, over: to <= now };
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `08-03 10:00–13:00`: what people know a stretch by. */
export function stretchLabel(zone: string, from: Instant, to: Instant | null): string {
  const [a, b] = [localParts(zone, from), to === null ? null : localParts(zone, to)];
  const begins = `${a.date.slice(5)} ${two(a.hour)}:${two(a.minute)}`;
  if (b === null) return `${begins}–`;
  const day = b.date === a.date ? '' : `${b.date.slice(5)} `;
  return `${begins}–${day}${two(b.hour)}:${two(b.minute)}`;
}

/** Names of what a figure rests on, as people know it: by its time. */
function labelsOf({ input }: ComputedFigure): ReadonlyMap<string, string> {
  const { facts, maintenance } = input.availability;
  const label = (id: string, from: Instant, to: Instant | null) =>
    [id, stretchLabel(maintenance.zone, from, to)] as const;
  return new Map([
    ...facts.outages.map(({ id, from, to }) => label(id, from, to)),
    ...facts.gaps.map(({ id, from, to }) => label(id, from, to)),
    ...facts.exclusions.map(({ id, from, to }) => label(id, from, to)),
    ...facts.maintenance.flatMap(({ id, announcements }) => {
      const last = announcements.at(-1);
      return last === undefined ? [] : [label(id, last.from, last.to)];
    }),
  ]);
}

/** The statement with ids replaced by what people know things by. */
function named(statement: Statement, labels: ReadonlyMap<string, string>): Statement {
  const { availability } = statement;
  const of = (id: string) => labels.get(id) ?? id;
  return {
    ...statement,
    availability: {
      ...availability,
      items: availability.items.map((item) => ({ ...item, outageId: of(item.outageId) })),
      exclusions: availability.exclusions.map((item) => ({ ...item, id: of(item.id) })),
    },
  };
}

/** The steps from facts to figure and amount, section by section. */
export function workingOf(figure: ComputedFigure, language: Language) {
  return sayStatement(named(figure.statement, labelsOf(figure)), figure.promise.name, language);
}

const seconds = (ms: number): number => Math.floor(ms / 1_000);

function exclusionView(item: ExclusionItem, label: string, language: Language) {
  const excluded = item.kind === 'UNMEASURED' ? (item.countsAs === 'EXCLUDED' ? item.agreedMs : 0) : item.excludedMs;
  return {
    ...{ kind: item.kind, id: item.id, sentence: sayExclusion({ ...item, id: label }, language) },
    ...{ agreedSeconds: seconds(item.agreedMs), excludedSeconds: seconds(excluded) },
    disputable: item.kind !== 'UNMEASURED' && excluded > 0,
  };
}

function total(parts: readonly AvailabilityPart[], key: Exclude<keyof AvailabilityPart, 'assetId' | 'weight'>): number {
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
  const all = parts.reduce((sum, part) => sum + part.weight * part[key], 0);
  return weights === 0 ? 0 : all / weights;
}

/** How long the service may be down in the whole period with the target just reached, and what is left of that. */
function allowance({ input, statement }: ComputedFigure) {
  const { availability } = statement;
  const { parts, period, until, targetPpm, degradedPercent } = availability;
  const ahead = input.availability.calendar.windows(until, period.to).reduce((sum, { from, to }) => sum + to - from, 0);
  const allowedMs = Math.floor(((total(parts, 'countedMs') + ahead) * (1_000_000 - targetPpm)) / 1_000_000);
  const lostMs = total(parts, 'downMs') + (total(parts, 'degradedMs') * degradedPercent) / 100;
  return { allowedSeconds: seconds(allowedMs), leftSeconds: Math.floor((allowedMs - lostMs) / 1_000) };
}

/** Parts per million and its words, rounded down. */
export function shownRatio(ratio: Statement['availability']['ratio'], language: Language) {
  return {
    valuePpm: ratio === null ? null : ppmOf(ratio),
    display: ratio === null ? NO_DATA[language] : sayRatio(ratio, language),
  };
}

export function ratioOfKept({ numerator, denominator }: Pick<KeptFigure, 'numerator' | 'denominator'>) {
  return numerator === null || denominator === null
    ? null
    : { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}

/** Whose figure, and what became of it. */
export interface FigurePlace {
  readonly tenantId: string;
  readonly tenantName: string;
  readonly serviceItemId: string;
  readonly serviceName: LocalizedText;
  readonly period: Period;
  readonly bearsCredit: boolean;
  readonly kept: KeptFigure | null;
  readonly publisher: { readonly id: string; readonly displayName: string; readonly side: 'PROVIDER' } | null;
  readonly addenda: readonly KeptDocument[];
}

/** `AvailabilityFigure` of the schema. */
export function figureView(
  figure: ComputedFigure,
  place: FigurePlace,
  on: { readonly now: Instant; readonly language: Language },
) {
  const { language, now } = on;
  const { availability } = figure.statement;
  const { ratio, parts } = availability;
  const labels = labelsOf(figure);
  const { kept } = place;
  return {
    ...{ id: kept?.figure_id ?? null, tenantId: place.tenantId, tenantName: place.tenantName },
    ...{ serviceItemId: place.serviceItemId, serviceName: place.serviceName, promiseName: figure.promise.name },
    ...{
      period: periodView(place.period, now, language),
      until: availability.until,
      targetPpm: availability.targetPpm,
    },
    ...shownRatio(ratio, language),
    ...{ numerator: ratio?.numerator.toString() ?? null, denominator: ratio?.denominator.toString() ?? null },
    ...{ verdict: availability.verdict, n: availability.n, bearsCredit: place.bearsCredit },
    ...{ agreedSeconds: seconds(total(parts, 'agreedMs')), plannedSeconds: seconds(total(parts, 'plannedMs')) },
    ...{
      acceptedSeconds: seconds(total(parts, 'acceptedMs')),
      unmeasuredSeconds: seconds(total(parts, 'unmeasuredMs')),
    },
    ...{ countedSeconds: seconds(total(parts, 'countedMs')), downSeconds: seconds(total(parts, 'downMs')) },
    degradedSeconds: seconds(total(parts, 'degradedMs')),
    ...allowance(figure),
    outageIds: availability.items.filter(({ countedMs }) => countedMs > 0).map(({ outageId }) => outageId),
    exclusions: availability.exclusions.map((item) => exclusionView(item, labels.get(item.id) ?? item.id, language)),
    working: workingOf(figure, language),
    ...{ published: kept !== null && kept.published_at !== null, publishedAt: kept?.published_at ?? null },
    ...{ publishedBy: place.publisher, digest: kept?.digest ?? null },
    addenda: place.addenda.map((row) => ({
      ...{ ordinal: row.ordinal, at: row.computed_at, ...shownRatio(ratioOfKept(row), language) },
      ...{ verdict: row.verdict, digest: row.digest },
    })),
  };
}

export type FigureView = ReturnType<typeof figureView>;
