import { AppLink, useGo } from '@daylight/web-app';
import { DataTable, DueBadge, EmptyState, PriorityBadge, StatusBadge, Time } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { leaveTrail } from '../tickets/trail.js';
import type { TicketLineFragment } from '../tickets/generated/tickets.js';

interface TicketHitsProps {
  readonly rows: readonly TicketLineFragment[];
  readonly loading: boolean;
  readonly address: string;
}

/** What was found, best match first. */
export function TicketHits({ rows, loading, address }: TicketHitsProps) {
  const text = useText();
  const go = useGo();
  return (
    <DataTable
      caption={text('search.results')}
      rows={rows}
      rowKey={({ id }) => id}
      loading={loading}
      onOpen={(row) => {
        leaveTrail({ address, keys: rows.map(({ key }) => key), current: row.id });
        go(`/tickets/${row.key}`);
      }}
      empty={<EmptyState title={text('search.none')}>{text('search.noneBody')}</EmptyState>}
      columns={[
        {
          id: 'priority',
          header: text('queue.column.priority'),
          width: '5.5rem',
          cell: (row) => <PriorityBadge priority={row.priority} />,
        },
        {
          id: 'subject',
          header: text('queue.column.subject'),
          primary: true,
          cell: (row) => <AppLink href={`/tickets/${row.key}`}>{row.subject}</AppLink>,
        },
        { id: 'key', header: text('search.key'), width: '8rem', cell: (row) => row.key },
        { id: 'client', header: text('queue.client'), width: '10rem', cell: (row) => row.tenant.name },
        {
          id: 'status',
          header: text('queue.column.status'),
          width: '9.5rem',
          cell: (row) => <StatusBadge status={row.status} />,
        },
        {
          id: 'due',
          header: text('queue.column.clock'),
          width: '11rem',
          cell: ({ nextDue }) =>
            nextDue === null ? '–' : <DueBadge kind={nextDue.kind} state={nextDue.state} dueAt={nextDue.dueAt} />,
        },
        {
          id: 'updated',
          header: text('queue.column.updated'),
          width: '9rem',
          wideOnly: true,
          cell: (row) => <Time at={row.updatedAt} style="dayTime" />,
        },
      ]}
    />
  );
}
