import { oneOf, Pager, QueryView, useAddress, useGo, useMay } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import {
  Button,
  type Column,
  DataTable,
  EmptyState,
  Link,
  PageLayout,
  Panel,
  Select,
  Text,
  Time,
} from '@daylight/web-ui';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../../app/text.js';
import { StageBadge } from '../../features/clients/client-badges.js';
import {
  ClientsPageDocument,
  type ClientLineFragment,
  type TenantStage,
} from '../../features/clients/generated/clients.js';
import { Filters } from '../../features/forms/filters.js';
import { SearchField } from '../../features/forms/search-field.js';

const ClientForm = lazy(() =>
  import('../../features/clients/client-form.js').then((module) => ({ default: module.ClientForm })),
);
const FILTERS = ['OPEN', 'PROSPECT', 'PILOT', 'ACTIVE', 'LEAVING', 'CLOSED'] as const;
const stagesOf = (filter: (typeof FILTERS)[number]): readonly TenantStage[] | null =>
  filter === 'OPEN' ? null : [filter];

/** Clients of the provider: found by name, prefix or initial consonants. */
export function ClientsPage() {
  const text = useText();
  const go = useGo();
  const may = useMay();
  const address = useAddress();
  const [creating, setCreating] = useState(false);
  const filter = oneOf(address.get('stage'), FILTERS);
  const search = address.get('q');
  const [state, ask] = useQuery({
    query: ClientsPageDocument,
    variables: { first: 50, after: address.get('after'), search, stages: stagesOf(filter) },
  });
  const columns: readonly Column<ClientLineFragment>[] = [
    {
      id: 'name',
      header: text('client.name'),
      primary: true,
      cell: ({ id, name }) => <Link href={`/clients/${id}`}>{name}</Link>,
    },
    {
      id: 'prefix',
      header: text('client.prefix'),
      width: '9rem',
      cell: ({ prefix }) => <Text look="code">{prefix}</Text>,
    },
    { id: 'stage', header: text('client.stage'), width: '9rem', cell: ({ stage }) => <StageBadge stage={stage} /> },
    {
      id: 'members',
      header: text('client.members'),
      width: '7rem',
      align: 'end',
      cell: ({ memberCount }) => memberCount,
    },
    {
      id: 'since',
      header: text('client.since'),
      width: '11rem',
      wideOnly: true,
      cell: ({ createdAt }) => <Time at={createdAt} style="date" />,
    },
  ];
  const create = may('tenant:create') ? (
    <Button look="primary" onClick={() => setCreating(true)}>
      {text('client.new')}
    </Button>
  ) : undefined;
  return (
    <PageLayout title={text('app.nav.clients')} description={text('clients.lead')} actions={create}>
      <Filters>
        <SearchField label={text('clients.search')} placeholder={text('clients.search.hint')} address={address} />
        <Select
          label={text('client.stage')}
          value={filter}
          options={FILTERS.map((value) => ({ value, label: text(`client.stage.${value}`) }))}
          onChange={(stage) => address.set({ stage: stage === 'OPEN' ? null : stage, after: null })}
        />
      </Filters>
      <Panel look="flush">
        <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })}>
          {({ tenants }) => (
            <DataTable
              caption={text('app.nav.clients')}
              columns={columns}
              rows={tenants.edges.map(({ node }) => node)}
              rowKey={({ id }) => id}
              onOpen={({ id }) => go(`/clients/${id}`)}
              empty={
                search === null && filter === 'OPEN' ? (
                  <EmptyState title={text('clients.empty.title')} action={create}>
                    {text('clients.empty.body')}
                  </EmptyState>
                ) : (
                  <EmptyState title={text('list.nothing.title')}>{text('list.nothing.body')}</EmptyState>
                )
              }
              footer={
                tenants.pageInfo.hasNextPage || address.get('after') !== null ? (
                  <Pager address={address} next={tenants.pageInfo} />
                ) : undefined
              }
            />
          )}
        </QueryView>
      </Panel>
      {creating ? (
        <Suspense>
          <ClientForm client={null} onClose={() => setCreating(false)} onSaved={(id) => go(`/clients/${id}`)} />
        </Suspense>
      ) : null}
    </PageLayout>
  );
}
