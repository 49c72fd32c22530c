import { AppLink, QueryView } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { Button, Facts, Notice, Panel, Row, Tabs, Text, Time } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { MailContentDocument, type MailLineFragment } from './generated/mailbox.js';
import classes from '../mail-list/mail-list.module.css';
import { useRetry } from './use-retry.js';

/** One mail as its reader gets it. Its HTML stands in a frame that can't run or reach anything. */
export function MailReader({ mail }: { readonly mail: MailLineFragment }) {
  const text = useText();
  const retry = useRetry();
  const [view, setView] = useState<'html' | 'text'>('html');
  const [state, ask] = useQuery({ query: MailContentDocument, variables: { id: mail.id } });
  return (
    <Panel
      title={mail.subject}
      actions={
        mail.state === 'DEAD' ? (
          <Button size="small" look="primary" busy={retry.busy} onClick={() => void retry.send(mail)}>
            {text('mailbox.retry')}
          </Button>
        ) : null
      }
    >
      {mail.lastError === null ? null : (
        <Notice tone="danger" title={text('mailbox.refused')}>
          {mail.lastError}
        </Notice>
      )}
      {mail.returned === null ? null : (
        <Notice
          tone={mail.returned.kind === 'HARD' ? 'danger' : 'warn'}
          title={text(`mailbox.returned.${mail.returned.kind}`)}
        >
          <Time at={mail.returned.at} style="dayTime" /> · {mail.returned.said}
        </Notice>
      )}
      <Facts
        items={[
          {
            term: text('mailbox.to'),
            value: (
              <>
                {mail.to.displayName} <Text look="small">{mail.toAddress ?? ''}</Text>
              </>
            ),
          },
          { term: text('mailbox.created'), value: <Time at={mail.createdAt} /> },
          ...(mail.sentAt === null ? [] : [{ term: text('mailbox.sent'), value: <Time at={mail.sentAt} /> }]),
          ...(mail.nextAttemptAt === null
            ? []
            : [{ term: text('mailbox.next'), value: <Time at={mail.nextAttemptAt} /> }]),
          { term: text('mailbox.attempts'), value: mail.attempts },
          ...(mail.ticketId === null
            ? []
            : [
                {
                  term: text('queue.keys.ticket'),
                  value: <AppLink href={`/tickets/${mail.ticketId}`}>{text('queue.open')}</AppLink>,
                },
              ]),
        ]}
      />
      <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={1} lineHeight="16rem">
        {({ mailContent }) =>
          mailContent === null ? (
            <Row>{text('page.gone')}</Row>
          ) : (
            <Tabs
              label={text('mailbox.content')}
              value={view}
              onChange={setView}
              tabs={[
                {
                  id: 'html',
                  label: text('mailbox.html'),
                  content: (
                    <iframe
                      className={classes['frame']}
                      sandbox="allow-popups"
                      referrerPolicy="no-referrer"
                      title={mail.subject}
                      srcDoc={mailContent.html}
                    />
                  ),
                },
                {
                  id: 'text',
                  label: text('mailbox.text'),
                  content: (
                    <pre className={classes['text']} tabIndex={0}>
                      {mailContent.text}
                    </pre>
                  ),
                },
              ]}
            />
          )
        }
      </QueryView>
    </Panel>
  );
}
