import { Pager, QueryView, useAddress, useMay } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { Button, EmptyState, PageLayout, Panel } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { ClientSelect } from '../../features/clients/client-select.js';
import { ContractList } from '../../features/contracts/contract-list.js';
import { ContractsPageDocument } from '../../features/contracts/generated/contracts.js';
import { Filters } from '../../features/forms/filters.js';

/** Contracts of all clients in reach, or of one. */
export function ContractsPage() {
  const text = useText();
  const may = useMay();
  const address = useAddress();
  const client = address.get('client');
  const [state, ask] = useQuery({
    query: ContractsPageDocument,
    variables: { tenantId: client, first: 50, after: address.get('after') },
  });
  const create = may('contract:edit') ? (
    <Button look="primary" href={`/contracts/new${client === null ? '' : `?client=${client}`}`}>
      {text('contract.new')}
    </Button>
  ) : undefined;
  return (
    <PageLayout
      title={text('app.nav.contracts')}
      description={text('contracts.lead')}
      actions={
        <>
          <Button href="/catalogue">{text('app.nav.catalogue')}</Button>
          <Button href="/calendars">{text('app.nav.calendars')}</Button>
          {create}
        </>
      }
    >
      <Filters>
        <ClientSelect value={client} onChange={(id) => address.set({ client: id, after: null })} clearable />
      </Filters>
      <Panel look="flush">
        <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })}>
          {({ contracts }) => (
            <ContractList
              contracts={contracts.edges.map(({ node }) => node)}
              withClient
              empty={
                <EmptyState title={text('contracts.empty.title')} action={create}>
                  {text('contracts.empty.body')}
                </EmptyState>
              }
              footer={
                contracts.pageInfo.hasNextPage || address.get('after') !== null ? (
                  <Pager address={address} next={contracts.pageInfo} />
                ) : undefined
              }
            />
          )}
        </QueryView>
      </Panel>
    </PageLayout>
  );
}
