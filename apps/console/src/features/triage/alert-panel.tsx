import { AppLink, useLocal } from '@daylight/web-app';
import { Badge, Button, Facts, Notice, Panel, Row, Stack, Text, Time } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { TriageLineFragment } from './generated/triage.js';
import type { Asking } from './triage-dialogs.js';
import type { Triage } from './use-triage.js';
import type { TriageGroup } from './use-triage-list.js';

interface AlertPanelProps {
  readonly group: TriageGroup;
  /** One after another: this one can be passed by. */
  readonly playing: boolean;
  readonly triage: Triage;
  readonly ask: (asking: Asking) => void;
  readonly mayAct: boolean;
}

export const SNOOZE_MINUTES = 60;

/** Everything that is known of an alert, and what can be done about it. */
export function AlertPanel({ group, playing, triage, ask, mayAct }: AlertPanelProps) {
  const alert = group.lead;
  const text = useText();
  const local = useLocal();
  const aside = alert.suppressReason !== null || alert.snoozedUntil !== null || alert.claimedBy !== null;
  return (
    <Panel title={alert.title}>
      <Stack>
        {group.gone ? (
          <Notice tone="info">{text('triage.gone')}</Notice>
        ) : mayAct ? (
          <Row gap="s">
            {alert.ticketId === null ? (
              <>
                <Button size="small" look="primary" onClick={() => void triage.open(group, null)} keys="1">
                  {text('triage.do.open')}
                </Button>
                <Button size="small" onClick={() => ask('attach')} keys="2">
                  {text('triage.do.attach')}
                </Button>
                <Button size="small" onClick={() => ask('suppress')} keys="3">
                  {text('triage.do.suppress')}
                </Button>
                <Button size="small" onClick={() => void triage.snooze(group, SNOOZE_MINUTES)} keys="H">
                  {text('triage.do.snooze')}
                </Button>
                <Button size="small" onClick={() => ask('priority')} keys="P">
                  {text('triage.do.priority')}
                </Button>
                {playing ? (
                  <Button size="small" look="quiet" onClick={() => ask('skip')} keys="S">
                    {text('triage.do.skip')}
                  </Button>
                ) : null}
              </>
            ) : null}
            <Button size="small" onClick={() => void triage.claim(group)} keys="A">
              {text('triage.do.claim')}
            </Button>
            {aside || alert.ticketId !== null ? (
              <Button size="small" look="quiet" onClick={() => void triage.giveBack(group)}>
                {text('triage.do.return')}
              </Button>
            ) : null}
          </Row>
        ) : null}
        {alert.sharing > 0 ? <Text look="small">{text('triage.sharing', { count: alert.sharing })}</Text> : null}
        <Facts items={factsOf(alert, text, local(alert.serviceName))} />
        {alert.description === '' ? null : <Text>{alert.description}</Text>}
        <Row gap="s">
          {alert.labels.map(({ name, value }) => (
            <Badge key={name}>{`${name}: ${value}`}</Badge>
          ))}
        </Row>
      </Stack>
    </Panel>
  );
}

function factsOf(alert: TriageLineFragment, text: ReturnType<typeof useText>, service: string) {
  const { ticketId, ticketKey, claimedBy, snoozedUntil, suppressReason } = alert;
  return [
    { term: text('sources.client'), value: alert.tenantName },
    { term: text('sources.service'), value: service },
    { term: text('triage.source'), value: <AppLink href={`/sources/${alert.sourceId}`}>{alert.sourceName}</AppLink> },
    { term: text('triage.since'), value: <Time at={alert.since} /> },
    { term: text('triage.last'), value: <Time at={alert.lastAt} /> },
    { term: text('triage.signals'), value: alert.signals.toLocaleString() },
    ...(ticketId === null
      ? [
          {
            term: text('triage.suggested'),
            value: text('triage.grades', { impact: alert.impact, urgency: alert.urgency }),
          },
        ]
      : [{ term: text('triage.ticket'), value: <AppLink href={`/tickets/${ticketId}`}>{ticketKey}</AppLink> }]),
    ...(claimedBy === null ? [] : [{ term: text('triage.claimedBy'), value: claimedBy.displayName }]),
    ...(snoozedUntil === null ? [] : [{ term: text('triage.snoozedUntil'), value: <Time at={snoozedUntil} /> }]),
    ...(suppressReason === null ? [] : [{ term: text('triage.suppressReason'), value: suppressReason }]),
    ...(alert.link === null
      ? []
      : [
          {
            term: text('triage.link'),
            value: (
              <a href={alert.link} target="_blank" rel="noreferrer">
                {alert.link}
              </a>
            ),
          },
        ]),
  ];
}
