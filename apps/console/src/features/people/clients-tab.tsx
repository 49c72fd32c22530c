import { type Address, oneOf, QueryTrouble } from '@daylight/web-app';
import { DataTable, EmptyState, Text } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { More } from '../page/more.js';
import { usePages } from '../page/use-pages.js';
import { ClientUsersPageDocument, type ClientUserLineFragment } from './generated/people.js';
import type { PeopleQuestion } from './people-dialogs.js';
import { PeopleFilter, STATUSES } from './people-filter.js';
import { PersonActions } from './person-actions.js';
import { StatusOf } from './status-of.js';

interface TabProps {
  readonly address: Address;
  readonly manages: boolean;
  readonly onAsk: (question: PeopleQuestion, reload: () => void) => void;
}

/** People at clients: where they belong and what they may do there. */
export function ClientsTab({ address, manages, onAsk }: TabProps) {
  const text = useText();
  const status = oneOf(address.get('status'), ['ALL', ...STATUSES]);
  const variables = {
    search: address.get('q'),
    tenantId: address.get('client'),
    status: status === 'ALL' ? null : status,
  };
  const pages = usePages({
    document: ClientUsersPageDocument,
    variables: (after) => ({ first: 50, after, ...variables }),
    connection: (data) => data.clientUsers,
  });
  if (pages.error !== null && pages.rows.length === 0)
    return <QueryTrouble error={pages.error} onRetry={pages.reload} />;
  return (
    <>
      <PeopleFilter address={address} />
      <DataTable
        caption={text('people.clients')}
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
          {
            id: 'memberships',
            header: text('people.memberships'),
            width: '22rem',
            cell: (row) => (
              <>
                {row.memberships.map(({ tenant, roles }) => (
                  <div key={tenant.id}>
                    {tenant.name}{' '}
                    <Text look="small">{roles.map((role) => text(`people.clientRole.${role}`)).join(', ')}</Text>
                  </div>
                ))}
              </>
            ),
          },
          {
            id: 'status',
            header: text('ticket.status'),
            width: '9rem',
            cell: (row) => <StatusOf status={row.status} />,
          },
          ...(manages
            ? [
                {
                  id: 'actions',
                  header: text('people.actions'),
                  width: '4rem',
                  align: 'end' as const,
                  cell: (row: ClientUserLineFragment) => (
                    <PersonActions
                      person={row}
                      onAccess={() => onAsk({ kind: 'membership', user: row }, pages.reload)}
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
