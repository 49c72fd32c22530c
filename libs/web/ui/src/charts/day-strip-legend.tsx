import type { DayKind } from '@daylight/web-charts';
import { useUiText } from '../text/ui-text.js';
import { DayBar, StripPatterns } from './day-bar.js';
import classes from './day-strip.module.css';

const KINDS: readonly (DayKind | 'planned')[] = ['up', 'down', 'degraded', 'unmeasured', 'planned', 'none'];
const WIDTH = 7;

/** What the bars mean, each as it is drawn. */
export function DayStripLegend({ prefix }: { readonly prefix: string }) {
  const text = useUiText();
  return (
    <ul className={classes['legend']}>
      {KINDS.map((kind) => (
        <li key={kind}>
          <svg width={WIDTH + 4} height="44" viewBox={`-2 0 ${WIDTH + 4} 44`} aria-hidden>
            <StripPatterns prefix={`${prefix}-${kind}`} />
            <DayBar
              prefix={`${prefix}-${kind}`}
              cell={{
                width: WIDTH,
                kind: kind === 'planned' ? 'up' : kind,
                loss: ['down', 'degraded', 'unmeasured'].includes(kind) ? 0.5 : 0,
                planned: kind === 'planned',
              }}
            />
          </svg>
          {text(`ui.strip.kind.${kind}`)}
        </li>
      ))}
    </ul>
  );
}
