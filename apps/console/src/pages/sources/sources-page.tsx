import { AppLink, Permitted, QueryView, useLocal, useMay } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { Badge, Button, DataTable, EmptyState, PageLayout, Panel, Row, Time, type Column } from '@daylight/web-ui';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../../app/text.js';
import { SourcesPageDocument, type SourceLineFragment } from '../../features/sources/generated/sources.js';
import type { Shown } from '../../features/sources/shown-once.js';
import { useVendorName } from '../../features/sources/use-vendor-name.js';

const SourceForm = lazy(() =>
  import('../../features/sources/source-form.js').then((module) => ({ default: module.SourceForm })),
);
const ShownOnce = lazy(() =>
  import('../../features/sources/shown-once.js').then((module) => ({ default: module.ShownOnce })),
);

/** Monitoring systems that send alerts, each with an address of its own. */
export function SourcesPage() {
  const text = useText();
  return (
    <Permitted permission="alert:read" title={text('app.nav.sources')}>
      <Sources />
    </Permitted>
  );
}

function useColumns(): readonly Column<SourceLineFragment>[] {
  const text = useText();
  const local = useLocal();
  const vendorName = useVendorName();
  return [
    {
      id: 'name',
      header: text('sources.name'),
      primary: true,
      cell: (source) => (
        <Row gap="s">
          <AppLink href={`/sources/${source.id}`}>{source.name}</AppLink>
          {source.active ? null : <Badge>{text('sources.off')}</Badge>}
          {source.silent ? <Badge tone="danger">{text('sources.silent')}</Badge> : null}
          {source.deadLetters > 0 ? (
            <Badge tone="warn">{text('sources.dead', { count: source.deadLetters })}</Badge>
          ) : null}
        </Row>
      ),
    },
    { id: 'vendor', header: text('sources.vendor'), width: '14rem', cell: ({ vendor }) => vendorName(vendor) },
    { id: 'client', header: text('sources.client'), width: '12rem', cell: ({ tenantName }) => tenantName },
    { id: 'service', header: text('sources.service'), width: '12rem', cell: ({ serviceName }) => local(serviceName) },
    {
      id: 'last',
      header: text('sources.last'),
      width: '10rem',
      oneLine: true,
      cell: ({ lastDeliveryAt }) =>
        lastDeliveryAt === null ? text('sources.never') : <Time at={lastDeliveryAt} style="dayTime" />,
    },
  ];
}

function Sources() {
  const text = useText();
  const mayManage = useMay()('alert-source:manage');
  const columns = useColumns();
  const [creating, setCreating] = useState(false);
  const [shown, setShown] = useState<Shown | null>(null);
  const [state, ask] = useQuery({ query: SourcesPageDocument, variables: {} });
  const create = mayManage ? (
    <Button look="primary" onClick={() => setCreating(true)}>
      {text('sources.new')}
    </Button>
  ) : undefined;
  return (
    <PageLayout title={text('app.nav.sources')} description={text('sources.lead')} width="wide" actions={create}>
      <Panel look="flush">
        <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })}>
          {({ alertSources }) => (
            <DataTable
              caption={text('app.nav.sources')}
              columns={columns}
              rows={alertSources}
              rowKey={({ id }) => id}
              empty={
                <EmptyState title={text('sources.empty')} action={create}>
                  {text('sources.emptyBody')}
                </EmptyState>
              }
            />
          )}
        </QueryView>
      </Panel>
      <Suspense>
        {creating ? (
          <SourceForm
            source={null}
            onClose={() => setCreating(false)}
            onSaved={(once) => {
              setCreating(false);
              setShown(once);
              ask({ requestPolicy: 'network-only' });
            }}
          />
        ) : null}
        {shown === null ? null : <ShownOnce shown={shown} onClose={() => setShown(null)} />}
      </Suspense>
    </PageLayout>
  );
}
