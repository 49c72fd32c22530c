import { AppLink, useLocal } from '@daylight/web-app';
import {
  badgeClock,
  Badge,
  Menu,
  Button,
  IconButton,
  leadingClock,
  PriorityBadge,
  Row,
  SlaBadge,
  StatusBadge,
  type MenuEntry,
} from '@daylight/web-ui';
import { IconDots, IconEyeOff, IconFileOff, IconLink, IconGitMerge } from '@tabler/icons-react';
import { useText } from '../../app/text.js';
import type { AtTicketFragment } from '../presence/generated/presence.js';
import { PresenceNote } from '../presence/presence-note.js';
import { CONFIRMED_ACTS } from './acts.js';
import { ASKED_FOR, type Question } from './questions.js';
import type { TicketWork, WholeTicket } from './ticket-work.js';

interface TicketFactsProps {
  readonly ticket: WholeTicket;
  readonly others: readonly AtTicketFragment[];
}

/** Key, client, state, the clock that comes due first, and who else is here. */
export function TicketFacts({ ticket, others }: TicketFactsProps) {
  const text = useText();
  const local = useLocal();
  const clock = ticket.row.nextDue === null ? null : leadingClock(ticket.clocks);
  return (
    <Row gap="s">
      <strong>{ticket.key}</strong>
      <AppLink href={`/clients/${ticket.tenant.id}`}>{ticket.tenant.name}</AppLink>
      <PriorityBadge priority={ticket.priority} withName />
      <StatusBadge status={ticket.status} />
      {clock === null ? null : (
        <SlaBadge
          clock={badgeClock(clock)}
          contractZone={clock.explanation.zone}
          pausedReason={ticket.waitingReason === null ? null : local(ticket.waitingReason)}
        />
      )}
      {ticket.confidential ? (
        <Badge tone="warn" icon={<IconEyeOff aria-hidden />}>
          {text('queue.confidential')}
        </Badge>
      ) : null}
      {ticket.outOfContract ? (
        <Badge tone="warn" icon={<IconFileOff aria-hidden />}>
          {text('queue.outOfContract')}
        </Badge>
      ) : null}
      {ticket.mergedInto === null ? null : (
        <Badge icon={<IconGitMerge aria-hidden />}>
          {text('ticket.mergedInto')}{' '}
          <AppLink href={`/tickets/${ticket.mergedInto.key}`}>{ticket.mergedInto.key}</AppLink>
        </Badge>
      )}
      <PresenceNote others={others} />
    </Row>
  );
}

interface TicketActionsProps {
  readonly work: TicketWork;
  readonly onAsk: (question: Question) => void;
  readonly onClaim: () => void;
  readonly onConfidential: () => void;
  readonly onCopyLink: () => void;
}

const KEYS: Readonly<Partial<Record<keyof typeof ASKED_FOR, string>>> = {
  assign: 'KeyI',
  priority: 'KeyP',
  wait: 'KeyW',
  resolve: 'KeyE',
  classify: 'KeyT',
  log: 'KeyL',
  merge: 'KeyM',
};
const ROUTING = ['assign', 'priority', 'classify', 'service'] as const;
const WORK = ['log', 'wait', 'schedule', 'resolve', 'outcome', 'merge'] as const;

/** What can be done now, by the ticket's own account (`actions`). */
export function TicketActions({ work, onAsk, onClaim, onConfidential, onCopyLink }: TicketActionsProps) {
  const text = useText();
  const { ticket } = work;
  const asked = (kinds: readonly (keyof typeof ASKED_FOR)[]): readonly MenuEntry[] =>
    kinds
      .filter((kind) => work.may(ASKED_FOR[kind]))
      .map((kind) => ({
        id: kind,
        label: text(`ticket.ask.${kind}`),
        ...(KEYS[kind] === undefined ? {} : { keys: KEYS[kind] }),
        onSelect: () => onAsk({ kind }),
      }));
  const confirmed: readonly MenuEntry[] = CONFIRMED_ACTS.filter((act) => work.may(act)).map((act) => ({
    id: act,
    label: text(`ticket.do.${act}`),
    danger: act === 'cancelTicket',
    onSelect: () => onAsk({ kind: 'confirm', act }),
  }));
  const other: readonly MenuEntry[] = [
    ...(work.may('setTicketConfidential')
      ? [
          {
            id: 'confidential',
            label: text(ticket.confidential ? 'ticket.notConfidential' : 'ticket.makeConfidential'),
            icon: <IconEyeOff size={16} />,
            onSelect: onConfidential,
          },
        ]
      : []),
    { id: 'link', label: text('ticket.copyLink'), icon: <IconLink size={16} />, onSelect: onCopyLink },
  ];
  const groups = [asked(ROUTING), asked(WORK), confirmed, other].filter((group) => group.length > 0);
  const mine = ticket.assignee?.id === work.me;
  return (
    <>
      {work.may('claimTicket') && !mine ? (
        <Button
          look={ticket.assignee === null ? 'primary' : 'secondary'}
          keys="KeyA"
          busy={work.busy}
          onClick={onClaim}
        >
          {text('queue.claim')}
        </Button>
      ) : null}
      <Button keys="KeyS" onClick={() => onAsk({ kind: 'status' })}>
        {text('queue.status')}
      </Button>
      <Menu trigger={<IconButton label={text('ticket.more')} icon={<IconDots size={20} />} />} groups={groups} />
    </>
  );
}
