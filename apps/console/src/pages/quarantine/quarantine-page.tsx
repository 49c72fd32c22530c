import { changedSearch, oneOf, Permitted, useAddress, useMay } from '@daylight/web-app';
import { Badge, PageLayout, Segments, Time, useHotkeys } from '@daylight/web-ui';
import { IconMailCheck, IconMailQuestion } from '@tabler/icons-react';
import { useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { MailSplit } from '../../features/mail-list/mail-split.js';
import { usePages } from '../../features/page/use-pages.js';
import { QuarantinePageDocument, type HeldMailFragment } from '../../features/quarantine/generated/quarantine.js';
import { HeldReader } from '../../features/quarantine/held-reader.js';
import classes from '../../features/mail-list/mail-list.module.css';
import { useDecision } from '../../features/quarantine/use-decision.js';

const SHOWN = ['QUARANTINED', 'IGNORED', 'REJECTED', 'all'] as const;

/** Mail that waits for a person: read it, let it through or turn it down. */
export function QuarantinePage() {
  const text = useText();
  return (
    <Permitted permission="ticket:classify" title={text('app.nav.quarantine')}>
      <Quarantine />
    </Permitted>
  );
}

function Quarantine() {
  const text = useText();
  const may = useMay();
  const address = useAddress();
  const search = useRouterState({ select: (state) => state.location.searchStr });
  const shown = oneOf(address.get('state'), SHOWN);
  const pages = usePages({
    document: QuarantinePageDocument,
    variables: (after) => ({ filter: shown === 'all' ? null : { states: [shown] }, first: 30, after }),
    connection: (data) => data.inboundMails,
  });
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const rows = pages.rows.filter(({ id }) => shown === 'all' || !gone.has(id));
  const wanted = address.get('mail');
  const at = rows.findIndex(({ id }) => id === wanted);
  const open = rows[at];
  const go = (index: number) => address.set({ mail: rows[index]?.id ?? null });
  const decision = useDecision((id) => {
    const next = rows[at + 1] ?? rows[at - 1];
    setGone((before) => new Set([...before, id]));
    address.set({ mail: next?.id ?? null });
    pages.reload();
  });
  const mayInvite = may('people:invite');
  const group = text('app.nav.quarantine');
  useHotkeys([
    { keys: 'KeyJ', label: text('quarantine.next'), group, run: () => go(Math.min(at + 1, rows.length - 1)) },
    { keys: 'KeyK', label: text('quarantine.previous'), group, run: () => go(Math.max(at - 1, 0)) },
  ]);
  return (
    <PageLayout
      title={text('app.nav.quarantine')}
      description={text('quarantine.lead')}
      width="wide"
      actions={
        <Segments
          label={text('mailbox.show')}
          hideLabel
          value={shown}
          options={SHOWN.map((value) => ({ value, label: text(`quarantine.shown.${value}`) }))}
          onChange={(value) => address.set({ state: value === 'QUARANTINED' ? null : value, mail: null })}
        />
      }
    >
      <MailSplit
        pages={pages}
        rows={rows}
        open={open}
        hrefOf={({ id }) => `/quarantine${changedSearch(search, { mail: id })}`}
        line={(mail) => <Line mail={mail} />}
        reader={(mail) => <HeldReader key={mail.id} mail={mail} mayInvite={mayInvite} decision={decision} />}
        empty={{
          icon: <IconMailCheck stroke={1.5} />,
          title: text('quarantine.empty'),
          body: text('quarantine.emptyBody'),
        }}
        chooseIcon={<IconMailQuestion stroke={1.5} />}
      />
    </PageLayout>
  );
}

function Line({ mail }: { readonly mail: HeldMailFragment }) {
  const text = useText();
  return (
    <>
      <span className={classes['subject']}>{mail.subject === '' ? text('quarantine.noSubject') : mail.subject}</span>
      <span className={classes['line']}>
        <span>
          {mail.fromName === '' ? mail.fromAddress : mail.fromName}
          {mail.tenantName === null ? '' : ` · ${mail.tenantName}`}
        </span>
        <Time at={mail.receivedAt} style="dayTime" />
      </span>
      {mail.reason === null ? null : (
        <span className={classes['line']}>
          <Badge look="plain" tone={mail.state === 'QUARANTINED' ? 'warn' : 'neutral'}>
            {text(`quarantine.reason.${mail.reason}`)}
          </Badge>
        </span>
      )}
    </>
  );
}
