import { type Address, Pager, QueryView, useAddress, useGo, useLocal } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { formatDuration } from '@daylight/web-format';
import {
  Badge,
  DataTable,
  EmptyState,
  Link,
  Notice,
  PageLayout,
  Panel,
  PriorityBadge,
  StatusBadge,
  Time,
  useLanguage,
  type Column,
} from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { KpiItemsPageDocument, type ClockKind, type KpiItemsPageQuery } from '../../features/kpi/generated/kpi.js';

const CLOCKS: readonly ClockKind[] = [
  'FIRST_RESPONSE',
  'NEXT_RESPONSE',
  'UPDATE_CADENCE',
  'RESTORE',
  'RESOLUTION',
  'AGREED_DATE',
];
const PAGE_SIZE = 50;

type Items = NonNullable<KpiItemsPageQuery['kpiItems']>;
type Item = Items['edges'][number]['node'];

/** The tickets behind a figure (D-KPI-1): `?period=&key=&clock=`. */
export function KpiItemsPage() {
  const text = useText();
  const address = useAddress();
  const period = address.get('period') ?? '';
  const key = address.get('key') ?? '';
  const clock = CLOCKS.find((one) => one === address.get('clock')) ?? null;
  const [result, ask] = useQuery({
    query: KpiItemsPageDocument,
    variables: { period, key, clock, first: PAGE_SIZE, after: address.get('after') },
  });
  const figure = result.data?.kpis?.figures.find((one) => one.key === key && one.clock === clock);
  const label = result.data?.kpis?.period.label;
  return (
    <PageLayout
      title={
        figure === undefined ? text('kpi.items') : text('kpi.items.of', { name: figure.label, value: figure.display })
      }
      description={figure?.definition}
      back={{
        href: `/kpis?period=${period}`,
        label: label === undefined ? text('app.nav.kpis') : text('kpi.back', { period: label }),
      }}
    >
      <QueryView state={result} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={9}>
        {({ kpiItems }) =>
          kpiItems === null ? (
            <Panel look="flush">
              <EmptyState title={text('kpi.none')}>{text('page.gone')}</EmptyState>
            </Panel>
          ) : (
            <ItemTable items={kpiItems} address={address} />
          )
        }
      </QueryView>
    </PageLayout>
  );
}

function useColumns(items: readonly Item[]): readonly Column<Item>[] {
  const text = useText();
  const local = useLocal();
  const language = useLanguage();
  const columns: readonly (Column<Item> | null)[] = [
    { id: 'key', header: text('ticket.key'), width: '7rem', oneLine: true, cell: ({ key }) => key },
    {
      id: 'subject',
      header: text('ticket.subject'),
      cell: ({ ticketId, subject }) => <Link href={`/tickets/${ticketId}`}>{subject}</Link>,
      primary: true,
    },
    {
      id: 'service',
      header: text('ticket.service'),
      width: '10rem',
      cell: ({ serviceName }) => local(serviceName),
      wideOnly: true,
    },
    {
      id: 'priority',
      header: text('ticket.priority'),
      width: '5.5rem',
      cell: ({ priority }) => <PriorityBadge priority={priority} />,
    },
    {
      id: 'status',
      header: text('ticket.status'),
      width: '8rem',
      cell: ({ status }) => <StatusBadge status={status} />,
    },
    items.some(({ verdict }) => verdict !== null)
      ? {
          id: 'verdict',
          header: text('kpi.verdict'),
          width: '7rem',
          cell: ({ verdict }) =>
            verdict === null ? (
              '–'
            ) : (
              <Badge tone={verdict === 'MET' ? 'ok' : 'danger'}>{text(`kpi.verdict.${verdict}`)}</Badge>
            ),
        }
      : null,
    items.some(({ seconds }) => seconds !== null)
      ? {
          id: 'seconds',
          header: text('kpi.length'),
          width: '7rem',
          align: 'end',
          cell: ({ seconds }) => (seconds === null ? '–' : formatDuration(seconds * 1_000, language)),
        }
      : null,
    {
      id: 'at',
      header: text('kpi.at'),
      width: '9.5rem',
      oneLine: true,
      cell: ({ at }) => <Time at={at} style="dayTime" />,
    },
  ];
  return columns.filter((column) => column !== null);
}

function ItemTable({ items, address }: { readonly items: Items; readonly address: Address }) {
  const text = useText();
  const go = useGo();
  const rows = items.edges.map(({ node }) => node);
  const columns = useColumns(rows);
  return (
    <>
      {items.confidentialHidden === 0 ? null : (
        <Notice>{text('kpi.confidential', { count: items.confidentialHidden })}</Notice>
      )}
      <Panel look="flush">
        <DataTable
          caption={text('kpi.items')}
          columns={columns}
          rows={rows}
          rowKey={({ ticketId, clock, cycle, at }) => `${ticketId}${clock ?? ''}${cycle ?? ''}${at}`}
          onOpen={({ ticketId }) => go(`/tickets/${ticketId}`)}
          empty={<EmptyState title={text('kpi.items.none')} />}
          footer={
            <>
              <span>{text('kpi.items.count', { count: items.totalCount })}</span>
              <Pager address={address} next={items.pageInfo} />
            </>
          }
        />
      </Panel>
    </>
  );
}
