import { Permitted, changedSearch, oneOf, useAddress } from '@daylight/web-app';
import { Badge, PageLayout, Segments, Time, type Tone } from '@daylight/web-ui';
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
import { MailSplit } from '../../features/mail-list/mail-split.js';
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
      <MailSplit
        pages={pages}
        rows={pages.rows}
        open={open}
        hrefOf={({ id }) => `/mailbox${changedSearch(search, { mail: id })}`}
        line={(mail) => <Line mail={mail} />}
        reader={(mail) => <MailReader key={mail.id} mail={mail} />}
        empty={{
          icon: <IconMailbox stroke={1.5} />,
          title: text('mailbox.empty'),
          body: text('mailbox.emptyBody'),
        }}
        chooseIcon={<IconMailbox stroke={1.5} />}
      />
    </PageLayout>
  );
}

function Line({ mail }: { readonly mail: MailLineFragment }) {
  const text = useText();
  const [tone, icon] = LOOK[mail.state];
  return (
    <>
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
    </>
  );
}
