import { type Address, oneOf, QueryTrouble } from '@daylight/web-app';
import { DataTable, EmptyState, Text } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { More } from '../page/more.js';
import { usePages } from '../page/use-pages.js';
import { StaffPageDocument, type StaffLineFragment } from './generated/people.js';
import { PeopleFilter, STATUSES } from './people-filter.js';
import type { PeopleQuestion } from './people-dialogs.js';
import { PersonActions } from './person-actions.js';
import { StatusOf } from './status-of.js';

interface TabProps {
  readonly address: Address;
  readonly manages: boolean;
  readonly onAsk: (question: PeopleQuestion, reload: () => void) => void;
}

/** Colleagues: what they may do and which clients they see. */
export function StaffTab({ address, manages, onAsk }: TabProps) {
  const text = useText();
  const status = oneOf(address.get('status'), ['ALL', ...STATUSES]);
  const pages = usePages({
    document: StaffPageDocument,
    variables: (after) => ({
      first: 50,
      after,
      search: address.get('q'),
      role: null,
      status: status === 'ALL' ? null : status,
    }),
    connection: (data) => data.staff,
  });
  if (pages.error !== null && pages.rows.length === 0)
    return <QueryTrouble error={pages.error} onRetry={pages.reload} />;
  const sees = (row: StaffLineFragment): string =>
    row.restricted ? row.tenants.map(({ name }) => name).join(', ') || '–' : text('people.allClients');
  return (
    <>
      <PeopleFilter address={address} />
      <DataTable
        caption={text('people.staff')}
        rows={pages.rows}
        rowKey={({ id }) => id}
        loading={pages.loading}
        empty={<EmptyState title={text('people.none')}>{text('queue.empty.filteredBody')}</EmptyState>}
        columns={[
          {
            id: 'name',
            header: text('profile.name'),
            primary: true,
            cell: (row) => (
              <>
                {row.displayName}
                <br />
                <Text look="small">{row.email}</Text>
              </>
            ),
          },
          { id: 'role', header: text('people.role'), width: '11rem', cell: (row) => text(`people.role.${row.role}`) },
          { id: 'clients', header: text('people.sees'), width: '14rem', cell: sees },
          {
            id: 'teams',
            header: text('people.teams'),
            width: '11rem',
            cell: (row) => row.teams.map(({ name }) => name).join(', ') || '–',
          },
          {
            id: 'status',
            header: text('ticket.status'),
            width: '8rem',
            cell: (row) => <StatusOf status={row.status} />,
          },
          ...(manages
            ? [
                {
                  id: 'actions',
                  header: text('people.actions'),
                  width: '4rem',
                  align: 'end' as const,
                  cell: (row: StaffLineFragment) => (
                    <PersonActions
                      person={row}
                      onAccess={() => onAsk({ kind: 'access', member: row }, pages.reload)}
                      onChanged={pages.reload}
                    />
                  ),
                },
              ]
            : []),
        ]}
        footer={pages.hasMore ? <More pages={pages} /> : undefined}
      />
    </>
  );
}
