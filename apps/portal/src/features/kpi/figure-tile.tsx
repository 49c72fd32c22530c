import { KpiTile, useLanguage } from '@daylight/web-ui';
import type { ReactNode } from 'react';
import { formatDuration, formatNumber } from '@daylight/web-format';
import { useText } from '../../app/text.js';
import { changeOf, type Comparable } from './change.js';
import type { KpiJudgementKind } from './generated/kpi.js';

export interface TileFigure extends Comparable {
  readonly label: string;
  readonly display: string;
  readonly n: number;
  readonly targets: readonly { readonly side: 'CLIENT' | 'PROVIDER' | 'SYSTEM'; readonly display: string; readonly judgement: KpiJudgementKind }[];
}

interface FigureTileProps {
  readonly figure: TileFigure;
  readonly asOf?: string | null;
  readonly href?: string;
  readonly note?: ReactNode;
}

/** One figure as a tile: value, target, what changed since the period before, n, the way to its tickets. */
export function FigureTile({ figure, asOf = null, href, note }: FigureTileProps) {
  const text = useText();
  const language = useLanguage();
  const target = figure.targets[0];
  const change = changeOf(figure);
  const said = (): string => {
    if (change === null) return '';
    if (figure.unit === 'SECONDS') return formatDuration(change.by * 1_000, language);
    if (figure.unit === 'COUNT') return formatNumber(change.by, language);
    return text('kpi.points', { points: (change.by / 100).toFixed(2) });
  };
  return (
    <KpiTile
      label={figure.label}
      value={figure.value === null ? null : figure.display}
      verdict={target === undefined || target.judgement === 'NO_DATA' ? null : target.judgement === 'REACHED' ? 'met' : 'missed'}
      target={target === undefined ? null : text('kpi.target', { target: target.display })}
      change={change === null ? null : { text: said(), up: change.up, better: change.better }}
      n={figure.n}
      asOf={asOf}
      note={note}
      {...(href === undefined ? {} : { href })}
    />
  );
}
