import { Badge, Text, Time } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { ForeseenCallsQuery } from './generated/foreseen.js';
import classes from './foreseen.module.css';

type Foreseen = NonNullable<ForeseenCallsQuery['previewEscalation']>;

/** When who would be called if nobody answered: by the clock, step by step. */
export function ForeseenCalls({ foreseen }: { readonly foreseen: Foreseen }) {
  const text = useText();
  return (
    <ol className={classes['calls']} aria-label={text('escalate.foreseen')}>
      {foreseen.calls.map(({ at, round, calls }, index) => (
        <li key={index} className={classes['call']} data-last={round === 0}>
          <span className={classes['when']}>
            <Time at={at} style="dayTime" />
          </span>
          <span>
            {calls.length === 0 ? <Text look="secondary">{text('escalate.nobodyThen')}</Text> : calls.join(' / ')}{' '}
            {round === 0 ? (
              <Badge tone="warn">{text('escalate.lastResort')}</Badge>
            ) : round > 1 ? (
              <Badge look="outline">{text('escalate.round', { round })}</Badge>
            ) : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
