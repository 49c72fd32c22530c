import { Pager, QueryView, useAddress, useLocal, useMay } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import {
  Badge,
  Button,
  Checkbox,
  DataTable,
  EmptyState,
  PageLayout,
  Panel,
  Row,
  Text,
  type Column,
} from '@daylight/web-ui';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../../app/text.js';
import { CataloguePageDocument, type ServiceLineFragment } from '../../features/catalogue/generated/catalogue.js';

const ServiceForm = lazy(() =>
  import('../../features/catalogue/service-form.js').then((module) => ({ default: module.ServiceForm })),
);

/** What the provider runs for its clients; contracts and tickets name these. */
export function CataloguePage() {
  const text = useText();
  const local = useLocal();
  const mayEdit = useMay()('contract:edit');
  const address = useAddress();
  const [open, setOpen] = useState<ServiceLineFragment | 'new' | null>(null);
  const includeArchived = address.get('archived') === '1';
  const [state, ask] = useQuery({
    query: CataloguePageDocument,
    variables: { first: 100, after: address.get('after'), includeArchived },
  });
  const columns: readonly Column<ServiceLineFragment>[] = [
    {
      id: 'name',
      header: text('catalogue.name'),
      primary: true,
      cell: ({ name, archived }) => (
        <Row gap="s">
          <span>{local(name)}</span>
          {archived ? <Badge>{text('catalogue.archived')}</Badge> : null}
        </Row>
      ),
    },
    { id: 'code', header: text('catalogue.code'), width: '12rem', cell: ({ code }) => <Text look="code">{code}</Text> },
    {
      id: 'category',
      header: text('catalogue.category'),
      width: '14rem',
      cell: ({ category }) => text(`catalogue.category.${category}`),
    },
  ];
  const create = mayEdit ? (
    <Button look="primary" onClick={() => setOpen('new')}>
      {text('catalogue.new')}
    </Button>
  ) : undefined;
  return (
    <PageLayout title={text('app.nav.catalogue')} description={text('catalogue.lead')} actions={create}>
      <Checkbox
        label={text('catalogue.showArchived')}
        checked={includeArchived}
        onChange={(checked) => address.set({ archived: checked ? '1' : null, after: null })}
      />
      <Panel look="flush">
        <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })}>
          {({ serviceItems }) => (
            <DataTable
              caption={text('app.nav.catalogue')}
              columns={columns}
              rows={serviceItems.edges.map(({ node }) => node)}
              rowKey={({ id }) => id}
              {...(mayEdit ? { onOpen: setOpen } : {})}
              empty={
                <EmptyState title={text('catalogue.empty.title')} action={create}>
                  {text('catalogue.empty.body')}
                </EmptyState>
              }
              footer={
                serviceItems.pageInfo.hasNextPage || address.get('after') !== null ? (
                  <Pager address={address} next={serviceItems.pageInfo} />
                ) : undefined
              }
            />
          )}
        </QueryView>
      </Panel>
      {open === null ? null : (
        <Suspense>
          <ServiceForm
            item={open === 'new' ? null : open}
            onClose={() => setOpen(null)}
            onSaved={() => {
              setOpen(null);
              ask({ requestPolicy: 'network-only' });
            }}
          />
        </Suspense>
      )}
    </PageLayout>
  );
}
