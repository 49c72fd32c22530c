import { Pager, Permitted, QueryView, useAddress, useGo, useMay } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { formatNumber } from '@daylight/web-format';
import {
  Button,
  DataTable,
  EmptyState,
  PageLayout,
  Panel,
  Stack,
  Text,
  Time,
  useLanguage,
  type Column,
} from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { ClientSelect } from '../../features/clients/client-select.js';
import { Filters } from '../../features/forms/filters.js';
import { ImportsPageDocument, type ImportLineFragment } from '../../features/imports/generated/imports.js';
import { RunBadge } from '../../features/imports/run-state.js';

/** Everything that was brought in from elsewhere, and how it went. */
export function ImportsPage() {
  const text = useText();
  return (
    <Permitted permission="import:run" title={text('app.nav.imports')}>
      <Imports />
    </Permitted>
  );
}

function Imports() {
  const text = useText();
  const go = useGo();
  const may = useMay();
  const language = useLanguage();
  const address = useAddress();
  const client = address.get('client');
  const [state, ask] = useQuery({
    query: ImportsPageDocument,
    variables: { tenantId: client, first: 50, after: address.get('after') },
  });
  const count = (value: number): string => formatNumber(value, language);
  const columns: readonly Column<ImportLineFragment>[] = [
    {
      id: 'file',
      header: text('import.file'),
      primary: true,
      cell: ({ fileName, mappingName }) => (
        <Stack gap="xs">
          <span>{fileName}</span>
          <Text look="small">{mappingName}</Text>
        </Stack>
      ),
    },
    { id: 'client', header: text('contract.client'), width: '12rem', cell: ({ tenantName }) => tenantName },
    { id: 'state', header: text('import.stateOf'), width: '13rem', cell: (run) => <RunBadge run={run} /> },
    {
      id: 'written',
      header: text('import.written'),
      width: '8rem',
      align: 'end',
      cell: ({ casesWritten }) => count(casesWritten),
    },
    {
      id: 'rejected',
      header: text('import.rejected'),
      width: '8rem',
      align: 'end',
      cell: ({ casesRejected }) => count(casesRejected),
    },
    {
      id: 'at',
      header: text('import.at'),
      width: '14rem',
      wideOnly: true,
      cell: ({ createdAt }) => <Time at={createdAt} />,
    },
  ];
  const create = may('import:run') ? (
    <Button look="primary" href={`/imports/new${client === null ? '' : `?client=${client}`}`}>
      {text('import.new')}
    </Button>
  ) : undefined;
  return (
    <PageLayout title={text('app.nav.imports')} description={text('imports.lead')} actions={create}>
      <Filters>
        <ClientSelect value={client} onChange={(id) => address.set({ client: id, after: null })} clearable />
      </Filters>
      <Panel look="flush">
        <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })}>
          {({ importRuns }) => (
            <DataTable
              caption={text('app.nav.imports')}
              columns={columns}
              rows={importRuns.edges.map(({ node }) => node)}
              rowKey={({ id }) => id}
              onOpen={({ id }) => go(`/imports/${id}`)}
              empty={
                <EmptyState title={text('imports.empty.title')} action={create}>
                  {text('imports.empty.body')}
                </EmptyState>
              }
              footer={
                importRuns.pageInfo.hasNextPage || address.get('after') !== null ? (
                  <Pager address={address} next={importRuns.pageInfo} />
                ) : undefined
              }
            />
          )}
        </QueryView>
      </Panel>
    </PageLayout>
  );
}
