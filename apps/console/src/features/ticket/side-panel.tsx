import { AppLink, useLocal, useMay } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { Badge, Button, Facts, IconButton, Panel, Stack, Text, Time } from '@daylight/web-ui';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../app/text.js';
import { EscalationPanel } from '../escalation/escalation-panel.js';
import { Agreements } from './agreements.js';
import { TicketContractDocument } from './generated/ticket.js';
import { UnwatchTicketDocument, WatchTicketDocument } from './generated/work.js';
import { ASKED_FOR, type AskedFor, type Question } from './questions.js';
import classes from './side-panel.module.css';
import { StatePanel } from './side/state-panel.js';
import type { TicketWork, WholeTicket } from './ticket-work.js';

interface SidePanelProps {
  readonly work: TicketWork;
  readonly onAsk: (question: Question) => void;
}

/** Everything about the ticket that isn't conversation: who, what, under which terms. */
export function SidePanel({ work, onAsk }: SidePanelProps) {
  const text = useText();
  const change = (kind: AskedFor): ReactNode =>
    work.may(ASKED_FOR[kind]) ? (
      <Button size="small" look="quiet" aria-label={text(`ticket.ask.${kind}`)} onClick={() => onAsk({ kind })}>
        {text('ticket.change')}
      </Button>
    ) : null;
  return (
    <>
      <Panel title={text('ticket.side.people')} actions={change('assign')}>
        <People ticket={work.ticket} />
      </Panel>
      <Panel title={text('ticket.side.class')} actions={change('classify')}>
        <Classes ticket={work.ticket} onService={change('service')} onPriority={change('priority')} />
      </Panel>
      <Panel title={text('ticket.side.contract')}>
        <ContractFacts ticket={work.ticket} />
      </Panel>
      <EscalationPanel work={work} />
      <StatePanel ticket={work.ticket} />
      <Agreements work={work} />
      <Watchers work={work} onAsk={onAsk} />
      <Related ticket={work.ticket} />
    </>
  );
}

function People({ ticket }: { readonly ticket: WholeTicket }) {
  const text = useText();
  return (
    <Facts
      items={[
        {
          term: text('ticket.assignee'),
          value: ticket.assignee?.displayName ?? <Badge tone="warn">{text('queue.nobody')}</Badge>,
        },
        { term: text('ticket.team'), value: ticket.team?.name ?? '–' },
        { term: text('ticket.requester'), value: ticket.requester?.displayName ?? '–' },
        { term: text('ticket.channel'), value: text(`ticket.channel.${ticket.channel}`) },
        { term: text('ticket.opened'), value: <Time at={ticket.openedAt} /> },
      ]}
    />
  );
}

function Classes({
  ticket,
  onService,
  onPriority,
}: {
  readonly ticket: WholeTicket;
  readonly onService: ReactNode;
  readonly onPriority: ReactNode;
}) {
  const text = useText();
  const local = useLocal();
  const grade = (name: 'impact' | 'urgency', value: number): string =>
    text(`ticket.${name}.${value === 1 ? '1' : value === 2 ? '2' : '3'}`);
  return (
    <Facts
      items={[
        { term: text('ticket.type'), value: text(`ticket.type.${ticket.type}`) },
        {
          term: text('ticket.service'),
          value: (
            <span className={classes['change']}>
              {local(ticket.service.name)} {onService}
            </span>
          ),
        },
        {
          term: text('ticket.priority'),
          value: (
            <span className={classes['change']}>
              {ticket.priority}
              {ticket.priorityOverridden ? <Text look="small"> {text('ticket.byHand')}</Text> : null} {onPriority}
            </span>
          ),
        },
        { term: text('ticket.impact'), value: grade('impact', ticket.impact) },
        { term: text('ticket.urgency'), value: grade('urgency', ticket.urgency) },
      ]}
    />
  );
}

const LEVELS = ['MONITOR', 'OPERATE', 'SECURE'] as const;

function ContractFacts({ ticket }: { readonly ticket: WholeTicket }) {
  const text = useText();
  const local = useLocal();
  const may = useMay();
  const id = ticket.contractVersionId;
  const [{ data }] = useQuery({
    query: TicketContractDocument,
    variables: { id: id ?? '' },
    pause: id === null || !may('contract:read'),
  });
  if (id === null) return <Text look="secondary">{text('ticket.noContract')}</Text>;
  const found = data?.contractVersion ?? null;
  const service = found?.services.find(({ serviceItemId }) => serviceItemId === ticket.service.id);
  const level = LEVELS.find((one) => one === service?.level);
  return (
    <Facts
      items={[
        {
          term: text('ticket.contract'),
          value: found === null ? '–' : <AppLink href={`/contracts/${id}`}>{found.contract.title}</AppLink>,
        },
        {
          term: text('ticket.version'),
          value: found === null ? '–' : text('ticket.versionNumber', { ordinal: found.version.ordinal }),
        },
        {
          term: text('ticket.policy'),
          value: service === undefined ? (ticket.policyId ?? '–') : local(service.policyName),
        },
        { term: text('ticket.level'), value: level === undefined ? '–' : text(`level.${level}`) },
      ]}
    />
  );
}

function Watchers({ work, onAsk }: SidePanelProps) {
  const text = useText();
  const { ticket, me } = work;
  const watching = ticket.watchers.some(({ id }) => id === me);
  const toggle = (): void =>
    void (watching
      ? work.send(
          UnwatchTicketDocument,
          { input: { ticketId: ticket.id, personId: null } },
          (data) => data.unwatchTicket,
        )
      : work.send(WatchTicketDocument, { input: { ticketId: ticket.id, personId: null } }, (data) => data.watchTicket));
  const remove = (personId: string): void =>
    void work.send(UnwatchTicketDocument, { input: { ticketId: ticket.id, personId } }, (data) => data.unwatchTicket);
  return (
    <Panel
      title={text('ticket.side.watchers', { count: ticket.watchers.length })}
      actions={
        work.may('watchTicket') ? (
          <Button size="small" look="quiet" onClick={() => onAsk({ kind: 'watch' })}>
            {text('ticket.watch.add')}
          </Button>
        ) : null
      }
    >
      <Stack gap="s">
        {ticket.watchers.length === 0 ? <Text look="secondary">{text('ticket.watch.nobody')}</Text> : null}
        <ul className={classes['people']}>
          {ticket.watchers.map(({ id, displayName, side }) => (
            <li key={id}>
              <span>
                {displayName} {side === 'CLIENT' ? <Text look="small">{ticket.tenant.name}</Text> : null}
              </span>
              {work.may('unwatchTicket') ? (
                <IconButton
                  label={text('ticket.watch.remove', { name: displayName })}
                  icon={<IconX size={16} />}
                  onClick={() => remove(id)}
                />
              ) : null}
            </li>
          ))}
        </ul>
        {work.may('watchTicket') ? (
          <Button size="small" busy={work.busy} onClick={toggle}>
            {text(watching ? 'ticket.watch.stop' : 'ticket.watch.self')}
          </Button>
        ) : null}
      </Stack>
    </Panel>
  );
}

function Related({ ticket }: { readonly ticket: WholeTicket }) {
  const text = useText();
  const link = ({ id, key }: { readonly id: string; readonly key: string }): ReactNode => (
    <AppLink key={id} href={`/tickets/${key}`}>
      {key}
    </AppLink>
  );
  const items = [
    ...(ticket.mergedInto === null ? [] : [{ term: text('ticket.mergedInto'), value: link(ticket.mergedInto) }]),
    ...(ticket.absorbed.length === 0
      ? []
      : [
          {
            term: text('ticket.absorbed'),
            value: <span className={classes['links']}>{ticket.absorbed.map(link)}</span>,
          },
        ]),
    ...(ticket.followsUp === null ? [] : [{ term: text('ticket.followsUp'), value: link(ticket.followsUp) }]),
    ...(ticket.externalKey === null ? [] : [{ term: text('ticket.externalKey'), value: ticket.externalKey }]),
  ];
  return items.length === 0 ? null : (
    <Panel title={text('ticket.side.related')}>
      <Facts items={items} />
    </Panel>
  );
}
