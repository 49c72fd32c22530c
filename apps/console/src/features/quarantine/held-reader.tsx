import { AppLink, QueryView } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { Facts, Notice, Panel, Row, Tabs, Text, Time } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { DecideBar } from './decide-bar.js';
import { HeldMailContentDocument, type HeldMailFragment } from './generated/quarantine.js';
import classes from '../mail-list/mail-list.module.css';
import own from './quarantine.module.css';
import type { Decision } from './use-decision.js';

interface HeldReaderProps {
  readonly mail: HeldMailFragment;
  readonly mayInvite: boolean;
  readonly decision: Decision;
}

/** What was taken for automatic can be let through as well; it can't be rejected twice. */
const DECIDABLE = new Set(['QUARANTINED', 'IGNORED']);

/** One mail before it is let through: why it waits, who wrote it, what it says. Its HTML can neither run nor fetch. */
export function HeldReader({ mail, mayInvite, decision }: HeldReaderProps) {
  const text = useText();
  const [view, setView] = useState<'text' | 'html'>('text');
  const [state, ask] = useQuery({ query: HeldMailContentDocument, variables: { id: mail.id } });
  return (
    <Panel title={mail.subject === '' ? text('quarantine.noSubject') : mail.subject}>
      {mail.reason === null ? null : (
        <Notice tone="warn" title={text(`quarantine.reason.${mail.reason}`)}>
          {text(`quarantine.effect.${mail.state}`)}
        </Notice>
      )}
      {DECIDABLE.has(mail.state) ? <DecideBar mail={mail} mayInvite={mayInvite} decision={decision} /> : null}
      <Facts
        items={[
          {
            term: text('quarantine.from'),
            value: (
              <>
                {mail.fromName} <Text look="small">{mail.fromAddress}</Text>
              </>
            ),
          },
          { term: text('mailbox.to'), value: mail.toAddress },
          { term: text('quarantine.received'), value: <Time at={mail.receivedAt} /> },
          ...(mail.tenantName === null ? [] : [{ term: text('quarantine.client'), value: mail.tenantName }]),
          ...(mail.ticketId === null
            ? []
            : [
                {
                  term: text('queue.keys.ticket'),
                  value: <AppLink href={`/tickets/${mail.ticketId}`}>{mail.ticketNumber ?? ''}</AppLink>,
                },
              ]),
          ...(mail.decidedBy === null
            ? []
            : [{ term: text('quarantine.decidedBy'), value: mail.decidedBy.displayName }]),
          ...(mail.rawKept
            ? [
                {
                  term: text('quarantine.raw'),
                  value: (
                    <a href={`/console/mail-raw/${mail.id}`} download>
                      {text('quarantine.rawSave')}
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={1} lineHeight="16rem">
        {({ inboundMail }) =>
          inboundMail === null ? (
            <Row>{text('page.gone')}</Row>
          ) : (
            <>
              {inboundMail.attachments.length === 0 ? null : (
                <ul className={own['files']} aria-label={text('quarantine.files')}>
                  {inboundMail.attachments.map(({ name, sizeBytes }, index) => (
                    <li key={`${index}-${name}`}>
                      {name} ({text('quarantine.kilobytes', { count: Math.ceil(sizeBytes / 1_024) })})
                    </li>
                  ))}
                </ul>
              )}
              <Tabs
                label={text('mailbox.content')}
                value={view}
                onChange={setView}
                tabs={[
                  {
                    id: 'text',
                    label: text('mailbox.text'),
                    content: (
                      <pre className={classes['text']} tabIndex={0}>
                        {inboundMail.text}
                      </pre>
                    ),
                  },
                  ...(inboundMail.html === null
                    ? []
                    : [
                        {
                          id: 'html' as const,
                          label: text('mailbox.html'),
                          content: (
                            <iframe
                              className={classes['frame']}
                              sandbox=""
                              referrerPolicy="no-referrer"
                              title={mail.subject}
                              srcDoc={inboundMail.html}
                            />
                          ),
                        },
                      ]),
                ]}
              />
            </>
          )
        }
      </QueryView>
    </Panel>
  );
}
