import { formatDuration } from '@daylight/web-format';
import { Badge, Row, Text, useLanguage } from '@daylight/web-ui';
import { IconPencil } from '@tabler/icons-react';
import { useLocal } from '../page/use-local.js';
import { useText } from '../text.js';
import type { ShownOutage } from './shown.js';
import { ServiceStateBadge } from './states.js';
import { Stretch } from './stretch.js';

/** Which service was how, from when to when, for how long; and that a person set it right. */
export function OutageLine({ outage }: { readonly outage: ShownOutage }) {
  const text = useText();
  const local = useLocal();
  const language = useLanguage();
  // Whoever ends an outage takes it from the signals; that alone is no correction of its time.
  const { state, startedAt, endedAt, durationSeconds, changes, withdrawnAt } = outage;
  return (
    <Row gap="s">
      <ServiceStateBadge state={state} />
      {withdrawnAt === null ? null : <Badge look="outline">{text('avail.withdrawn')}</Badge>}
      {changes.some(({ kind }) => kind === 'CORRECTED') ? (
        <Badge look="outline" icon={<IconPencil aria-hidden />}>
          {text('avail.corrected')}
        </Badge>
      ) : null}
      <Text look="small">
        {local(outage.serviceName)} · <Stretch from={startedAt} to={endedAt} /> ·{' '}
        {formatDuration(durationSeconds * 1_000, language)}
      </Text>
    </Row>
  );
}
