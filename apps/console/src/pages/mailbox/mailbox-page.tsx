import { Permitted, AppLink, changedSearch, oneOf, useAddress, QueryTrouble } from '@daylight/web-app';
import { Badge, Button, EmptyState, PageLayout, Panel, Segments, Skeleton, Time, type Tone } from '@daylight/web-ui';
import { IconAlertTriangle, IconCheck, IconClock, IconMailbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useRouterState } from '@tanstack/react-router';
import { useText } from '../../app/text.js';
import {
  MailboxPageDocument,
  type MailLineFragment,
  type MailState,
} from '../../features/mailbox/generated/mailbox.js';
import { MailReader } from '../../features/mailbox/mail-reader.js';
import classes from '../../features/mail-list/mail-list.module.css';
import { More } from '../../features/page/more.js';
import { usePages } from '../../features/page/use-pages.js';

const SHOWN = ['all', 'LOCAL', 'QUEUED', 'SENT', 'DEAD'] as const;
const LOOK: Readonly<Record<MailState, readonly [Tone, ReactNode]>> = {
  LOCAL: ['neutral', <IconMailbox key="i" aria-hidden />],
  QUEUED: ['accent', <IconClock key="i" aria-hidden />],
  SENT: ['ok', <IconCheck key="i" aria-hidden />],
  DEAD: ['danger', <IconAlertTriangle key="i" aria-hidden />],
};

/** Outgoing mail: read what would have been sent, and send again what was given up. */
export function MailboxPage() {
  const text = useText();
  return (
    <Permitted permission="settings:manage" title={text('app.nav.mailbox')}>
      <Mailbox />
    </Permitted>
  );
}

function Mailbox() {
  const text = useText();
  const address = useAddress();
  const search = useRouterState({ select: (state) => state.location.searchStr });
  const shown = oneOf(address.get('state'), SHOWN);
  const filter = shown === 'all' ? null : { states: [shown] };
  const pages = usePages({
    document: MailboxPageDocument,
    variables: (after) => ({ filter, first: 30, after }),
    connection: (data) => data.mailMessages,
  });
  const wanted = address.get('mail');
  const open = pages.rows.find(({ id }) => id === wanted);
  return (
    <PageLayout
      title={text('app.nav.mailbox')}
      description={text('mailbox.lead')}
      width="wide"
      actions={
        <Segments
          label={text('mailbox.show')}
          hideLabel
          value={shown}
          options={SHOWN.map((value) => ({ value, label: text(`mailbox.state.${value}`) }))}
          onChange={(value) => address.set({ state: value === 'all' ? null : value, mail: null })}
        />
      }
    >
      <div className={classes['split']} data-open={open !== undefined}>
        <div>
          <Panel look="flush">
            {pages.error !== null && pages.rows.length === 0 ? (
              <QueryTrouble error={pages.error} onRetry={pages.reload} />
            ) : null}
            {pages.loading && pages.rows.length === 0 ? <Skeleton height="3.5rem" lines={8} /> : null}
            {!pages.loading && pages.error === null && pages.rows.length === 0 ? (
              <EmptyState icon={<IconMailbox stroke={1.5} />} title={text('mailbox.empty')}>
                {text('mailbox.emptyBody')}
              </EmptyState>
            ) : null}
            <ul className={classes['list']}>
              {pages.rows.map((mail) => (
                <li key={mail.id}>
                  <Line
                    mail={mail}
                    href={`/mailbox${changedSearch(search, { mail: mail.id })}`}
                    current={mail.id === wanted}
                  />
                </li>
              ))}
            </ul>
          </Panel>
          <More pages={pages} />
        </div>
        <div>
          {open === undefined ? (
            <Panel>
              <EmptyState compact icon={<IconMailbox stroke={1.5} />} title={text('mailbox.choose')} />
            </Panel>
          ) : (
            <MailReader key={open.id} mail={open} />
          )}
          {open === undefined ? null : (
            <p>
              <Button look="quiet" size="small" onClick={() => address.set({ mail: null })}>
                {text('mailbox.back')}
              </Button>
            </p>
          )}
        </div>
      </div>
    </PageLayout>
  );
}

function Line({
  mail,
  href,
  current,
}: {
  readonly mail: MailLineFragment;
  readonly href: string;
  readonly current: boolean;
}) {
  const text = useText();
  const [tone, icon] = LOOK[mail.state];
  return (
    <AppLink href={href} className={classes['mail']} {...(current ? { 'aria-current': true as const } : {})}>
      <span className={classes['subject']}>{mail.subject}</span>
      <span className={classes['line']}>
        <span>
          {mail.to.displayName}
          {mail.tenantName === null ? '' : ` · ${mail.tenantName}`}
        </span>
        <Time at={mail.createdAt} style="dayTime" />
      </span>
      <span className={classes['line']}>
        <Badge look="plain" tone={tone} icon={icon}>
          {text(`mailbox.state.${mail.state}`)}
        </Badge>
      </span>
    </AppLink>
  );
}
