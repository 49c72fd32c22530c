import type { KpiTarget } from '../contracts/terms.js';
import type { KpiFigure } from './figure.js';

export interface KpiJudgement {
  readonly target: KpiTarget;
  /** No data is neither reached nor missed (D-KPI-0). */
  readonly kind: 'REACHED' | 'NOT_REACHED' | 'NO_DATA';
}

/** What of a figure is judged. */
type Judged = Omit<KpiFigure, 'itemIds'>;

/** Compares the exact fraction, not the rounded value: 99.994 % doesn't reach 99.995 %, nor 99.9999 % a full 100 %. */
function reaches({ numerator, denominator, unit }: Judged, { comparison, value }: KpiTarget): boolean {
  const scale = unit === 'BASIS_POINTS' ? 10_000 : 1;
  const difference = numerator * scale - value * denominator;
  return comparison === 'AT_LEAST' ? difference >= 0 : difference <= 0;
}

/** What the agreed targets say about a figure; empty when none is about it. */
export function judgeKpi(figure: Judged, targets: readonly KpiTarget[]): readonly KpiJudgement[] {
  return targets
    .filter(({ kpi, clock }) => kpi === figure.key && clock === figure.clock)
    .map((target) => {
      if (figure.value === null) return { target, kind: 'NO_DATA' };
      return { target, kind: reaches(figure, target) ? 'REACHED' : 'NOT_REACHED' };
    });
}
