import { formatDuration } from '@daylight/web-format';
import { Row, Table, Text, Time, useLanguage } from '@daylight/web-ui';
import type { ReactNode } from 'react';
import { useLocal } from '../page/use-local.js';
import { useText } from '../text.js';
import classes from './availability.module.css';
import type { ShownJudged, ShownWindow } from './shown.js';
import { MaintenanceBadges } from './states.js';
import { Stretch } from './stretch.js';

/** Work on the service: what, when, for which services, and what it counts as. */
export function WindowLine({ window, title }: { readonly window: ShownWindow; readonly title?: ReactNode }) {
  const local = useLocal();
  return (
    <div className={classes['work']}>
      <Row gap="s">
        <MaintenanceBadges window={window} />
        {title ?? <strong>{local(window.title)}</strong>}
      </Row>
      <Text look="small">
        {window.services.map(({ name }) => local(name)).join(', ')} ·{' '}
        <Stretch from={window.startsAt} to={window.endsAt} />
      </Text>
      <Overrun window={window} />
    </div>
  );
}

/** Work after the announced end is downtime (D-MON-2): said wherever the window is shown. */
export function Overrun({ window: { overrunSeconds } }: { readonly window: ShownWindow }) {
  const text = useText();
  const language = useLanguage();
  if (overrunSeconds <= 0) return null;
  return (
    <p className={classes['over']}>
      {text('avail.overrun', { time: formatDuration(overrunSeconds * 1_000, language) })}
    </p>
  );
}

/** What the work counts as, service by service, in the words of the terms. */
export function Judgements({ services }: { readonly services: readonly ShownJudged[] }) {
  const local = useLocal();
  return (
    <ul className={classes['sentences']}>
      {services.map(({ serviceItemId, name, judgement: { reason, sentence } }) => (
        <li key={serviceItemId} data-planned={reason === null}>
          {local(name)}: {sentence}
        </li>
      ))}
    </ul>
  );
}

/** Every word that was sent about the window, and whom it reached when: the notice counts from there. */
export function Announcements({ window: { announcements } }: { readonly window: ShownWindow }) {
  const text = useText();
  return (
    <Table
      caption={text('avail.announcements')}
      head={[
        text('avail.announced'),
        text('avail.when'),
        text('avail.delivered'),
        text('avail.reached'),
        text('avail.moved.why'),
      ]}
      rows={announcements.map((one) => [
        <>
          <Time at={one.announcedAt} style="dayTime" /> {one.announcedBy?.displayName}
        </>,
        <Stretch key="when" from={one.startsAt} to={one.endsAt} />,
        one.deliveredAt === null ? text('avail.delivered.not') : <Time at={one.deliveredAt} style="dayTime" />,
        text('avail.reached.of', { delivered: one.delivered, recipients: one.recipients }),
        one.reason ?? '–',
      ])}
    />
  );
}
