import { formatDuration, formatFraction, formatNumber } from '@daylight/web-format';
import type { ReactNode } from 'react';
import { KpiTile } from '../charts/kpi-tile.js';
import { useLanguage } from '../text/locale.js';
import { useUiText } from '../text/ui-text.js';
import { changeOf, type Comparable, type FigureUnit } from './change.js';

/** A figure as the server gives it (D-KPI-1); any query's figure fits. */
export interface TileFigure extends Comparable {
  readonly label: string;
  readonly display: string;
  readonly unit: FigureUnit;
  readonly n: number;
  readonly targets: readonly { readonly display: string; readonly judgement: 'REACHED' | 'NOT_REACHED' | 'NO_DATA' }[];
}

export interface FigureTileProps {
  readonly figure: TileFigure;
  readonly asOf?: string | null;
  readonly href?: string;
  readonly note?: ReactNode;
}

/** A value or a difference in the unit of a figure, in words. */
export function useFigureWords(): (value: number, unit: FigureUnit) => string {
  const language = useLanguage();
  return (value, unit) => {
    if (unit === 'SECONDS') return formatDuration(value * 1_000, language);
    return unit === 'COUNT' ? formatNumber(value, language) : (formatFraction(value / 10_000, 2) ?? '');
  };
}

/** One figure as a tile: value, target, what changed since the period before, n unless it is a count itself, the way to its tickets. */
export function FigureTile({ figure, asOf = null, href, note }: FigureTileProps) {
  const text = useUiText();
  const words = useFigureWords();
  const target = figure.targets[0];
  const change = changeOf(figure);
  const said =
    change === null
      ? ''
      : figure.unit === 'BASIS_POINTS'
        ? text('ui.figure.points', { points: (change.by / 100).toFixed(2) })
        : words(change.by, figure.unit);
  return (
    <KpiTile
      label={figure.label}
      value={figure.value === null ? null : figure.display}
      verdict={
        target === undefined || target.judgement === 'NO_DATA'
          ? null
          : target.judgement === 'REACHED'
            ? 'met'
            : 'missed'
      }
      target={target === undefined ? null : text('ui.figure.target', { target: target.display })}
      change={change === null ? null : { text: said, up: change.up, better: change.better }}
      // A count says its own n.
      n={figure.unit === 'COUNT' ? null : figure.n}
      asOf={asOf}
      note={note}
      {...(href === undefined ? {} : { href })}
    />
  );
}
