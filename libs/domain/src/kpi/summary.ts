import { CLOCK_KINDS, type ClockKind } from '../contracts/terms.js';
import { KPI_DEFINITIONS, KPI_KEYS, type KpiKey } from './definitions.js';
import { valueOf, type Exclusion, type KpiFigure } from './figure.js';
import { flowOf, type Flow, type KpiReport, type Volume } from './report.js';

/** A figure without the tickets behind it. */
export type FigureSummary = Omit<KpiFigure, 'itemIds'>;

/** A report as people read it; the tickets behind a figure are asked for one figure at a time. */
export interface KpiSummary {
  readonly figures: readonly FigureSummary[];
  readonly volumes: readonly Volume[];
  readonly flow: Flow;
}

/** A figure's place in every report of this edition. */
export interface FigureSlot {
  readonly key: KpiKey;
  readonly clock: ClockKind | null;
}

/** Every figure of a report, in its order. */
export const FIGURE_SLOTS: readonly FigureSlot[] = KPI_KEYS.flatMap((key): readonly FigureSlot[] => {
  const clocks: readonly ClockKind[] = KPI_DEFINITIONS[key].clocks;
  if (clocks.length === 0) return [{ key, clock: null }];
  return CLOCK_KINDS.filter((clock) => clocks.includes(clock)).map((clock) => ({ key, clock }));
});

/** `[numerator, denominator, n, confidential, exclusions]`, the last only where there are some. */
type PackedFigure = readonly [number, number, number, number, (readonly Exclusion[])?];

/** A summary for keeping: figures by their slot, the value left out since it follows. Plain JSON. */
export interface PackedSummary {
  readonly figures: readonly PackedFigure[];
  readonly volumes: readonly Volume[];
}

/** A report without the tickets behind its figures. */
export function summaryOf({ figures, volumes, flow }: KpiReport): KpiSummary {
  return {
    figures: figures.map((figure) => {
      const { key, clock, unit, value, numerator, denominator, n, exclusions, confidential } = figure;
      return { key, clock, unit, value, numerator, denominator, n, exclusions, confidential };
    }),
    ...{ volumes, flow },
  };
}

/** For keeping. Throws when the figures aren't those of this edition, in their order. */
export function packSummary({ figures, volumes }: KpiSummary): PackedSummary {
  const packed = FIGURE_SLOTS.map(({ key, clock }, index): PackedFigure => {
    const found = figures[index];
    if (found?.key !== key || found.clock !== clock) throw new Error(`no figure ${key}/${clock} in this report`);
    const { numerator, denominator, n, confidential, exclusions } = found;
    return exclusions.length === 0
      ? [numerator, denominator, n, confidential]
      : [numerator, denominator, n, confidential, exclusions];
  });
  if (packed.length !== figures.length) throw new Error('a report of another edition');
  return { figures: packed, volumes };
}

/** What was packed, to the bit. */
export function unpackSummary({ figures, volumes }: PackedSummary): KpiSummary {
  const whole = FIGURE_SLOTS.flatMap(({ key, clock }, index): readonly FigureSummary[] => {
    const found = figures[index];
    if (found === undefined) return [];
    const [numerator, denominator, n, confidential, exclusions = []] = found;
    const { unit } = KPI_DEFINITIONS[key];
    const value = valueOf(unit, { numerator, denominator });
    return [{ key, clock, unit, value, numerator, denominator, n, exclusions, confidential }];
  });
  return { figures: whole, volumes, flow: flowOf(whole) };
}
