import { useLocal } from '@daylight/web-app';
import { Facts, FileLinks, Link, Panel, Stack, Time } from '@daylight/web-ui';
import type { ReactNode } from 'react';
import { useText } from '../../app/text.js';
import type { TicketWholeFragment } from './generated/ticket.js';
import { Happened } from './happened.js';

interface Fact {
  readonly term: string;
  readonly value: ReactNode;
}

function useFacts(ticket: TicketWholeFragment): readonly Fact[] {
  const text = useText();
  const local = useLocal();
  const { followsUp, mergedInto, contractVersionId, watchers, waitingReason, caseNumber, reopenableUntil } = ticket;
  const facts: readonly (Fact | null)[] = [
    { term: text('ticket.service'), value: local(ticket.service.name) },
    { term: text('ticket.type'), value: text(`ticket.type.${ticket.type}`) },
    { term: text('ticket.requester'), value: ticket.requester?.displayName ?? '–' },
    {
      term: text('ticket.assignee'),
      value: ticket.assignee?.displayName ?? ticket.team?.name ?? text('ticket.assignee.none'),
    },
    { term: text('ticket.opened'), value: <Time at={ticket.openedAt} withZone /> },
    {
      term: text('ticket.levels'),
      value: text('ticket.levels.value', {
        impact: text(`ticket.level.${levelOf(ticket.impact)}`),
        urgency: text(`ticket.level.${levelOf(ticket.urgency)}`),
      }),
    },
    contractVersionId === null
      ? null
      : {
          term: text('ticket.contract'),
          value: <Link href={`/contracts/versions/${contractVersionId}`}>{text('ticket.contract.open')}</Link>,
        },
    waitingReason === null ? null : { term: text('ticket.waiting'), value: local(waitingReason) },
    caseNumber === null ? null : { term: text('ticket.caseNumber'), value: caseNumber },
    ticket.resolvedAt === null
      ? null
      : { term: text('ticket.resolved'), value: <Time at={ticket.resolvedAt} withZone /> },
    ticket.changeOutcome === null
      ? null
      : { term: text('ticket.outcome'), value: text(`ticket.outcome.${ticket.changeOutcome}`) },
    reopenableUntil === null
      ? null
      : { term: text('ticket.reopenable'), value: <Time at={reopenableUntil} withZone /> },
    followsUp === null
      ? null
      : { term: text('ticket.followsUp'), value: <Link href={`/tickets/${followsUp.id}`}>{followsUp.key}</Link> },
    mergedInto === null
      ? null
      : { term: text('ticket.mergedInto'), value: <Link href={`/tickets/${mergedInto.id}`}>{mergedInto.key}</Link> },
    watchers.length === 0
      ? null
      : { term: text('ticket.watchers'), value: watchers.map(({ displayName }) => displayName).join(', ') },
  ];
  return facts.filter((fact) => fact !== null);
}

const levelOf = (level: number): 1 | 2 | 3 => (level === 1 ? 1 : level === 2 ? 2 : 3);

/** Beside the conversation: the facts, the files, what happened. */
export function TicketFacts({ ticket }: { readonly ticket: TicketWholeFragment }) {
  const text = useText();
  const facts = useFacts(ticket);
  return (
    <>
      <Panel title={text('ticket.facts')}>
        <Facts items={facts} />
      </Panel>
      {ticket.attachments.length === 0 ? null : (
        <Panel title={text('ticket.files')}>
          <FileLinks files={ticket.attachments} />
        </Panel>
      )}
      <Panel title={text('ticket.happened')}>
        <Stack>
          <Happened entries={ticket.timeline} />
        </Stack>
      </Panel>
    </>
  );
}
