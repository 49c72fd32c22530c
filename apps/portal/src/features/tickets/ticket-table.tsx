import { useGo, useLocal } from '@daylight/web-app';
import { DataTable, PriorityBadge, StatusBadge, Time, type Column } from '@daylight/web-ui';
import type { ReactNode } from 'react';
import { useText } from '../../app/text.js';
import { DueCell } from './due-cell.js';
import type { TicketLineFragment } from './generated/tickets.js';
import { Subject } from './subject.js';

interface TicketTableProps {
  readonly caption: string;
  readonly tickets: readonly TicketLineFragment[];
  /** Fewer columns, for a part of a page. */
  readonly compact?: boolean;
  readonly loading?: boolean;
  readonly empty: ReactNode;
  readonly footer?: ReactNode;
}

/** Tickets below each other, cards on a phone. */
export function TicketTable({ caption, tickets, compact = false, loading = false, empty, footer }: TicketTableProps) {
  const text = useText();
  const local = useLocal();
  const go = useGo();
  const columns: readonly Column<TicketLineFragment>[] = [
    { id: 'key', header: text('ticket.key'), width: '5rem', oneLine: true, cell: ({ key }) => key },
    { id: 'subject', header: text('ticket.subject'), cell: (ticket) => <Subject ticket={ticket} />, primary: true },
    {
      id: 'service',
      header: text('ticket.service'),
      width: '8rem',
      cell: ({ service }) => local(service.name),
      wideOnly: true,
    },
    {
      id: 'priority',
      header: text('ticket.priority'),
      width: '4.5rem',
      cell: ({ priority }) => <PriorityBadge priority={priority} />,
    },
    {
      id: 'status',
      header: text('ticket.status'),
      width: '8rem',
      cell: ({ status }) => <StatusBadge status={status} />,
    },
    { id: 'due', header: text('ticket.clock'), width: '10rem', cell: (ticket) => <DueCell ticket={ticket} /> },
    {
      id: 'requester',
      header: text('ticket.requester'),
      width: '5rem',
      oneLine: true,
      cell: ({ requester }) => requester?.displayName ?? '–',
      wideOnly: true,
    },
    {
      id: 'updated',
      header: text('ticket.updated'),
      width: '8.5rem',
      oneLine: true,
      cell: ({ updatedAt }) => <Time at={updatedAt} style="dayTime" />,
    },
  ];
  const shown = compact
    ? columns.filter(({ id }) => id === 'subject' || id === 'priority' || id === 'status' || id === 'due')
    : columns;
  return (
    <DataTable
      caption={caption}
      columns={shown}
      rows={tickets}
      rowKey={({ id }) => id}
      onOpen={({ id }) => go(`/tickets/${id}`)}
      loading={loading}
      empty={empty}
      footer={footer}
    />
  );
}
