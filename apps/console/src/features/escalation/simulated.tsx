import { useLocal } from '@daylight/web-app';
import { Badge, Notice, Stack, Text, Time } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { SimulateEscalationQuery } from './generated/preview.js';
import classes from './simulated.module.css';

type Simulation = NonNullable<SimulateEscalationQuery['simulateEscalation']>;

/** Who would be called and when if nobody answered, by which channel, and why others are passed over. */
export function Simulated({ simulation }: { readonly simulation: Simulation }) {
  const text = useText();
  const local = useLocal();
  const { policyName, moments, fallback, reachesNobody } = simulation;
  return (
    <Stack gap="s">
      <Text look="small">
        {policyName === null ? text('simulate.noPolicy') : text('simulate.policy', { name: local(policyName) })}
      </Text>
      {reachesNobody ? <Notice tone="danger">{text('simulate.nobody')}</Notice> : null}
      <ol className={classes['moments']} aria-label={text('simulate.calls')}>
        {moments.map((moment) => (
          <Moment key={`${moment.round}/${moment.at}`} moment={moment} />
        ))}
        <Moment moment={fallback} />
      </ol>
    </Stack>
  );
}

function Moment({ moment }: { readonly moment: Simulation['fallback'] }) {
  const text = useText();
  const { at, round, calls, skipped } = moment;
  return (
    <li className={classes['moment']} data-fallback={round === 0}>
      <span className={classes['when']}>
        <Time at={at} style="dayTime" />{' '}
        {round === 0 ? (
          <Badge tone="warn">{text('simulate.fallback')}</Badge>
        ) : round > 1 ? (
          <Badge look="outline">{text('simulate.round', { round })}</Badge>
        ) : null}
      </span>
      {calls.length === 0 ? <Text look="secondary">{text('simulate.nobodyNow')}</Text> : null}
      {calls.map((call) => (
        <strong key={call}>{call}</strong>
      ))}
      {skipped.map((reason) => (
        <Text key={reason} look="small">
          {reason}
        </Text>
      ))}
    </li>
  );
}
