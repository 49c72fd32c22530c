import { ServiceStateBadge, Stretch } from '@daylight/web-app';
import { Row, Text, Time } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import classes from './availability.module.css';
import type { OutageWholeFragment } from './generated/outages.js';

/** Everything that was ever said about the outage's time, oldest first; nothing in it is altered. */
export function ChangeLog({ changes }: Pick<OutageWholeFragment, 'changes'>) {
  const text = useText();
  return (
    <ol className={classes['log']}>
      {changes.map(({ at, kind, person, reason, state, startedAt, endedAt }) => (
        <li key={`${at}/${kind}`}>
          <Row gap="s">
            <strong>{text(`outage.change.${kind}`)}</strong>
            <span>{person?.displayName ?? text('outage.signals')}</span>
            <Time at={at} style="dayTime" />
          </Row>
          <Row gap="s">
            <ServiceStateBadge state={state} />
            <Text look="small">
              <Stretch from={startedAt} to={endedAt} />
            </Text>
          </Row>
          {reason === null ? null : <Text look="small">{reason}</Text>}
        </li>
      ))}
    </ol>
  );
}
