import type { SlaClock } from '../sla/sla-state.js';
import type { TileFigure } from './figure-tile.js';

/** A figure with everything it rests on (D-KPI-1); any query's figure fits. */
export interface WholeFigure extends TileFigure {
  readonly key: string;
  readonly clock: SlaClock['kind'] | null;
  readonly group: string;
  readonly definition: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly confidential: number;
  readonly hasItems: boolean;
  readonly previousDisplay: string | null;
  readonly exclusions: readonly { readonly reason: string; readonly label: string; readonly count: number }[];
  readonly targets: readonly {
    readonly display: string;
    readonly judgement: 'REACHED' | 'NOT_REACHED' | 'NO_DATA';
    readonly comparison: 'AT_LEAST' | 'AT_MOST';
    readonly value: number;
  }[];
  readonly trend: readonly {
    readonly periodKey: string;
    readonly label: string;
    readonly value: number | null;
    readonly n: number;
  }[];
}

/** Where the tickets behind a figure are; null when it has none to show. */
export type FigureHref = (figure: Pick<WholeFigure, 'key' | 'clock' | 'hasItems'>) => string | null;

/** The figure's key together with its clock, as addresses carry it: `SLA_ATTAINMENT.RESTORE`, `BACKLOG_END`. */
export const figureId = ({ key, clock }: Pick<WholeFigure, 'key' | 'clock'>): string =>
  clock === null ? key : `${key}.${clock}`;

/** Shares that a contract sets a floor to: they stand together, against their targets. */
export const agreedShares = <Figure extends WholeFigure>(figures: readonly Figure[]): readonly Figure[] =>
  figures.filter(
    ({ group, targets, unit }) =>
      group === 'ATTAINMENT' && unit === 'BASIS_POINTS' && targets.some(({ comparison }) => comparison === 'AT_LEAST'),
  );
